import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { CacheReport } from '../../api/answers.ts';
import { useInvalidateCache } from '../../api/use-money-changes.ts';
import { Panel } from '../../components/panel.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import classes from '../../components/report.module.css';
import { moment } from '../../format/moment.ts';

/** Throws answers away, with a reason, and shows who did so before. */
export function InvalidatePanel({ invalidations }: { readonly invalidations: CacheReport['invalidations'] }) {
  const [pattern, setPattern] = useState('');
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<string | null>(null);
  const invalidate = useInvalidateCache({
    onDone(thrownAway) {
      setDone(`"${thrownAway}" is thrown away in every process.`);
      setPattern('');
      setReason('');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDone(null);
    invalidate.mutate({ pattern: pattern.trim(), reason: reason.trim() });
  };
  return (
    <Panel id="invalidate" title="Throw away" subtitle="What is gone is computed again when somebody asks">
      <div role="status">{done === null ? null : <p className={classes.message}>{done}</p>}</div>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label="What"
            description="A tag such as tag:insight:market_summary, or a glob over keys such as shared:insight-text:*"
            required
            maxLength={500}
            value={pattern}
            onChange={(event) => setPattern(event.currentTarget.value)}
          />
          <ReasonField value={reason} onChange={setReason} maxLength={2000} />
          <Text size="sm" c="var(--loss)" role="alert">
            {invalidate.error?.message}
          </Text>
          <Button type="submit" loading={invalidate.isPending}>
            Throw away
          </Button>
        </Stack>
      </form>
      {invalidations.length === 0 ? null : (
        <ul className={classes.list} style={{ marginTop: 18 }}>
          {invalidations.map((each) => (
            <li key={each.id}>
              <span className={classes.name}>{each.pattern}</span>: {each.reason}
              <div className={classes.muted}>
                {each.invalidatedBy}, {moment(each.invalidatedAt)}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
