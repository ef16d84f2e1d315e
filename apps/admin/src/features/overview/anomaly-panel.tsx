'use client';

import { Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconChecks } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { anomaliesQuery } from '../../api/anomaly-queries.ts';
import type { Anomaly } from '../../api/answers.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { useResolveAnomaly, type Verdict } from '../../api/use-resolve-anomaly.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import { Panel } from '../../components/panel.tsx';
import { countOf } from '../../format/quantity.ts';
import { AnomalyDrawer } from './anomaly-drawer.tsx';
import { type AnomalyChoice, AnomalyFilters } from './anomaly-filters.tsx';
import { AnomalyList } from './anomaly-list.tsx';
import classes from './anomaly-panel.module.css';
import { anomaliesMatching } from './anomaly-search.ts';
import { STATUS_NAMES } from './anomaly-words.ts';

const everything: AnomalyChoice = { status: 'active', severity: null, type: null, search: '' };

/** The offers that do not fit the market, to be looked at one by one. */
export function AnomalyPanel() {
  const [choice, setChoice] = useState(everything);
  const [opened, setOpened] = useState<Anomaly | null>(null);
  const [message, setMessage] = useState<{ readonly text: string; readonly refused: boolean } | null>(null);
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  const { search, ...query } = choice;
  const list = useQuery(anomaliesQuery(query));
  const rows = useMemo(() => anomaliesMatching(list.data?.anomalies ?? [], search), [list.data, search]);
  const resolve = useResolveAnomaly({
    onRefused: ({ anomaly }, problem) => {
      const reason = problem instanceof ApiProblem ? problem.message : 'The server cannot be reached.';
      setMessage({ text: `“${anomaly.listingTitle}” is still open. ${reason}`, refused: true });
    },
  });
  const send = (verdict: Verdict) => {
    setOpened(null);
    setMessage({
      text: `“${verdict.anomaly.listingTitle}” is marked: ${STATUS_NAMES[verdict.status].toLowerCase()}.`,
      refused: false,
    });
    resolve.mutate(verdict);
  };
  const total = list.data?.total ?? 0;
  const loaded = list.data?.anomalies.length ?? 0;

  return (
    <Panel
      id="anomalies"
      title="Anomalies to triage"
      subtitle="Offers and sales outside their expected range"
      controls={list.data?.anomalies.some((anomaly) => anomaly.synthetic) ? <SyntheticTag /> : undefined}
    >
      <AnomalyFilters choice={choice} onChange={setChoice} />
      <div role="status">
        {message === null ? null : (
          <p className={classes.message} data-refused={message.refused ? '' : undefined}>
            {message.text}
          </p>
        )}
      </div>
      {list.isError && list.data === undefined ? (
        <FailureNotice
          what="The anomalies could not be loaded"
          problem={list.error}
          onRetry={() => void list.refetch()}
        />
      ) : list.data === undefined ? (
        <Stack gap={8} aria-busy="true">
          {[0, 1, 2, 3, 4, 5].map((position) => (
            <Skeleton key={position} height={narrow ? 96 : 44} radius="md" aria-hidden="true" />
          ))}
        </Stack>
      ) : rows.length === 0 ? (
        <EmptyNotice
          icon={<IconChecks size={28} />}
          title={choice.status === 'active' && total === 0 ? 'Nothing to triage' : 'No anomaly fits these filters'}
        >
          {choice.status === 'active' && total === 0 && choice.severity === null && choice.type === null
            ? 'Every offer that was checked lies within its expected range, or has a verdict.'
            : 'Change the filters or the search to see others.'}
        </EmptyNotice>
      ) : (
        <AnomalyList
          rows={rows}
          narrow={narrow}
          onOpen={setOpened}
          summary={`${countOf(rows.length, 'anomaly').replace(/anomalys$/, 'anomalies')}${
            total > loaded ? ` of ${total}: the ${loaded} with the highest score are searched` : ''
          }`}
        />
      )}
      <AnomalyDrawer anomaly={opened} onClose={() => setOpened(null)} onVerdict={send} />
    </Panel>
  );
}
