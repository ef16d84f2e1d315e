'use client';

import { Chip, Group, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import type { Insight } from '../../api/answers.ts';
import { insightsQuery } from '../../api/insight-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { type Fact, FactDrawer } from './fact-drawer.tsx';
import { InsightCard } from './insight-card.tsx';
import { FEED_TYPES, TYPE_NAMES } from './insight-words.ts';

/** Every text, newest first, each figure one step away from the fact that proves it. */
export function InsightsPage() {
  const [type, setType] = useState<Insight['type'] | null>(null);
  const [open, setOpen] = useState<{ readonly insight: Insight; readonly fact: Fact | null } | null>(null);
  const list = useQuery(insightsQuery({ type }));
  const showFact = (insight: Insight, factId: string): void => {
    const fact = insight.facts.find(({ id }) => id === factId);
    if (fact !== undefined) setOpen({ insight, fact });
  };
  return (
    <>
      <PageHead title="Insights" subtitle="Every figure is proved: open it to see the fact, its formula and its rows" />
      <Chip.Group
        value={type ?? 'all'}
        onChange={(value) => setType(value === 'all' ? null : (value as Insight['type']))}
      >
        <Group gap={6} mb="md" role="group" aria-label="Type of text">
          <Chip value="all" size="xs">
            All
          </Chip>
          {FEED_TYPES.map((each) => (
            <Chip key={each} value={each} size="xs">
              {TYPE_NAMES[each]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {list.isPending ? (
        <Stack aria-busy="true">
          {[0, 1, 2].map((key) => (
            <Skeleton key={key} height={180} radius="lg" aria-hidden="true" />
          ))}
        </Stack>
      ) : list.isError ? (
        <FailureNotice what="The texts cannot be shown" problem={list.error} onRetry={() => void list.refetch()} />
      ) : list.data.insights.length === 0 ? (
        <EmptyNotice icon={<IconFileText size={28} />} title="No texts of this kind yet">
          They are written by the day&rsquo;s analysis, once there are enough sales.
        </EmptyNotice>
      ) : (
        <Stack gap="md">
          {list.data.insights.map((insight) => (
            <InsightCard key={insight.id} insight={insight} onFact={(factId) => showFact(insight, factId)} />
          ))}
        </Stack>
      )}
      {open === null ? null : (
        <FactDrawer insight={open.insight} fact={open.fact} onClose={() => setOpen({ ...open, fact: null })} />
      )}
    </>
  );
}
