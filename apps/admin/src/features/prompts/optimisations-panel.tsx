'use client';

import { Skeleton } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { optimisationsQuery } from '../../api/prompt-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { OptimisationCard } from './optimisation-card.tsx';
import classes from './prompts-page.module.css';

/** What the optimiser tried on a prompt. */
export function OptimisationsPanel({ type }: { readonly type: string }) {
  const runs = useQuery(optimisationsQuery(type));
  return (
    <Panel
      id="optimisations"
      title="Optimiser"
      subtitle="A candidate has beaten its base on cases that were held out to the end. It is never deployed by itself."
    >
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
          Run <code>pa prompts optimize {type} --budget 0.50</code> with at least 30 cases beside the prompt. It calls
          the model and needs a key.
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
