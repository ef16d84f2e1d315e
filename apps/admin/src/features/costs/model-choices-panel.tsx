'use client';

import { Skeleton } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { modelChoicesQuery } from '../../api/money-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { ModelChoiceTable } from './model-choice-table.tsx';

/** Whether another model does the work of a feature as well for less. */
export function ModelChoicesPanel() {
  const choices = useQuery(modelChoicesQuery());
  return (
    <Panel
      id="model-choices"
      title="Model choice"
      subtitle="From the calls, test runs and experiments of the last 30 days, with 95 % intervals"
    >
      {choices.isError ? (
        <FailureNotice
          what="The recommendations could not be loaded"
          problem={choices.error}
          onRetry={() => void choices.refetch()}
        />
      ) : choices.isPending ? (
        <Skeleton height={120} radius="md" aria-hidden="true" />
      ) : choices.data.recommendations.length === 0 ? (
        <EmptyNotice icon={<IconScale size={28} />} title="Nothing to choose for yet">
          No calls of a feature were made in the last 30 days.
        </EmptyNotice>
      ) : (
        choices.data.recommendations.map((choice) => <ModelChoiceTable key={choice.feature} choice={choice} />)
      )}
    </Panel>
  );
}
