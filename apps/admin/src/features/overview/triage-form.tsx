import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Verdict } from '../../api/use-resolve-anomaly.ts';
import { useVerdictKeys, VERDICT_KEYS } from './use-verdict-keys.ts';

export interface TriageFormProps {
  readonly onVerdict: (verdict: Pick<Verdict, 'status' | 'note'>) => void;
}

/** A note and the two verdicts. */
export function TriageForm({ onVerdict }: TriageFormProps) {
  const [note, setNote] = useState('');
  useVerdictKeys((status) => onVerdict({ status, note }));
  return (
    <Stack gap="sm">
      <Textarea
        aria-label="Note"
        placeholder="Note (optional): why, for whoever looks at it next"
        maxLength={2000}
        autosize
        minRows={1}
        maxRows={5}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap="xs" grow>
        <Button
          aria-keyshortcuts={VERDICT_KEYS.resolved}
          title="Key C"
          onClick={() => onVerdict({ status: 'resolved', note })}
        >
          Resolve
        </Button>
        <Button
          variant="default"
          aria-keyshortcuts={VERDICT_KEYS.false_positive}
          title="Key F"
          onClick={() => onVerdict({ status: 'false_positive', note })}
        >
          False positive
        </Button>
      </Group>
    </Stack>
  );
}
