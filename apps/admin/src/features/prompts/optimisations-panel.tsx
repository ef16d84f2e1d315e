'use client';

import { Button, Group, Skeleton, Text } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { optimisationsQuery } from '../../api/prompt-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { OptimisationCard } from './optimisation-card.tsx';
import { OptimisationDialog } from './optimisation-dialog.tsx';
import classes from './prompts-page.module.css';

const LOOK_AGAIN_MS = 5_000;

/** What the optimiser tried on a prompt, and what starts it. */
export function OptimisationsPanel({ type }: { readonly type: string }) {
  const [isAsking, setAsking] = useState(false);
  // The newest run when one was asked for: while it is the newest still, the one that was asked for has not ended.
  const [newestBefore, setNewestBefore] = useState<string | null | undefined>(undefined);
  const runs = useQuery({
    ...optimisationsQuery(type),
    refetchInterval: ({ state }) => (newestOf(state.data) === newestBefore ? LOOK_AGAIN_MS : false),
  });
  const isUnderWay = runs.data !== undefined && newestOf(runs.data) === newestBefore;
  return (
    <Panel
      id="optimisations"
      title="Optimiser"
      subtitle="A candidate has beaten its base on cases that were held out to the end. It is never deployed by itself."
    >
      <Group justify="space-between" mb="sm">
        <Text size="sm" role="status">
          {isUnderWay ? 'It is at work: what it finds appears here.' : ''}
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
          setNewestBefore(newestOf(runs.data));
          setAsking(false);
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

/** The id of the newest run; `null` where there is none. */
function newestOf(runs: { readonly optimisations: readonly { readonly id: string }[] } | undefined): string | null {
  return runs?.optimisations[0]?.id ?? null;
}
