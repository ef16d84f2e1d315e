'use client';

import { Button, Skeleton } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { experimentsQuery } from '../../api/prompt-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { ExperimentCard } from './experiment-card.tsx';
import { type AskedExperiment, ExperimentDialog } from './experiment-dialog.tsx';
import classes from './prompts-page.module.css';

/** Experiments on prompts, models and the interface, with what can be said of each now. */
export function ExperimentsPanel() {
  const experiments = useQuery(experimentsQuery());
  const [asked, ask] = useState<AskedExperiment | null>(null);
  return (
    <Panel
      id="experiments"
      title="Experiments"
      subtitle="Intervals hold however often one looks: of 100 experiments without a difference at most 5 ever show one."
      controls={
        <Button size="xs" variant="default" onClick={() => ask({ kind: 'new' })}>
          New experiment
        </Button>
      }
    >
      {experiments.isError ? (
        <FailureNotice
          what="The experiments could not be loaded"
          problem={experiments.error}
          onRetry={() => void experiments.refetch()}
        />
      ) : experiments.isPending ? (
        <Skeleton height={120} radius="md" aria-hidden="true" />
      ) : experiments.data.experiments.length === 0 ? (
        <EmptyNotice icon={<IconArrowsSplit2 size={28} />} title="No experiments yet">
          Start one here or by the API, tell what came of it, and its verdict is shown here.
        </EmptyNotice>
      ) : (
        <ul className={classes.list}>
          {experiments.data.experiments.map((experiment) => (
            <li key={experiment.key} className={classes.row}>
              <ExperimentCard experiment={experiment} onAsk={(kind) => ask({ kind, experiment })} />
            </li>
          ))}
        </ul>
      )}
      <ExperimentDialog asked={asked} onClose={() => ask(null)} />
    </Panel>
  );
}
