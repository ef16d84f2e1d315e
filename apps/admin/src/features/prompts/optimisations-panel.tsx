'use client';

import { Button, Group, Skeleton, Text } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OptimisationState } from '../../api/answers.ts';
import { optimisationsQuery } from '../../api/prompt-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { instant } from '../../format/calendar.ts';
import { OptimisationCard } from './optimisation-card.tsx';
import { OptimisationDialog } from './optimisation-dialog.tsx';
import classes from './prompts-page.module.css';

const LOOK_AGAIN_MS = 5_000;

/** What the optimiser tried on a prompt, and what starts it. */
export function OptimisationsPanel({ type }: { readonly type: string }) {
  const [isAsking, setAsking] = useState(false);
  const runs = useQuery({
    ...optimisationsQuery(type),
    refetchInterval: ({ state }) => (state.data?.newestOrder?.state === 'under-way' ? LOOK_AGAIN_MS : false),
  });
  const order = runs.data?.newestOrder ?? null;
  const isUnderWay = order?.state === 'under-way';
  return (
    <Panel
      id="optimisations"
      title="Optimiser"
      subtitle="A candidate has beaten its base on cases that were held out to the end. It is never deployed by itself."
    >
      <Group justify="space-between" mb="sm">
        <Text size="sm" role="status">
          {order === null || order.state === 'ended' ? '' : orderWords(order)}
        </Text>
        <Button variant="default" size="xs" disabled={isUnderWay} onClick={() => setAsking(true)}>
          Look for a better version
        </Button>
      </Group>
      <OptimisationDialog
        type={type}
        opened={isAsking}
        onClose={() => setAsking(false)}
        onStarted={() => {
          setAsking(false);
          void runs.refetch();
        }}
      />
      {runs.isError ? (
        <FailureNotice
          what="The runs of the optimiser could not be loaded"
          problem={runs.error}
          onRetry={() => void runs.refetch()}
        />
      ) : runs.isPending ? (
        <Skeleton height={80} radius="md" aria-hidden="true" />
      ) : runs.data.optimisations.length === 0 ? (
        <EmptyNotice icon={<IconWand size={28} />} title="Not optimised yet">
          It needs a key and a test run on at least 30 cases: <code>pa prompts test {type}</code>. On the command line
          it is <code>pa prompts optimize {type} --budget 0.50</code>.
        </EmptyNotice>
      ) : (
        <ul className={classes.list}>
          {runs.data.optimisations.map((run) => (
            <li key={run.id} className={classes.row}>
              <OptimisationCard run={run} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** What is to be said of the newest order that has no end in the list. */
function orderWords({ state, reason, requestedAt }: OptimisationState): string {
  if (state === 'under-way') return 'It is at work: what it finds appears here.';
  return `The run of ${instant(requestedAt)} failed: ${reason ?? 'nothing says why'}. What it called is on the costs page.`;
}
