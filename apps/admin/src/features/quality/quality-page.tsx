'use client';

import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconClipboardCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { MarketQuality } from '../../api/answers.ts';
import { qualityQuery } from '../../api/market-time-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatCard } from '../../components/stat-card.tsx';
import { day } from '../../format/calendar.ts';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import classes from '../market-time/market-time.module.css';
import { DriftTable } from './drift-table.tsx';
import { IssueTable } from './issue-table.tsx';

function keyOf({ market }: MarketQuality): string {
  return `${market.priceKind}/${market.currency}`;
}

/** How far the rows can be trusted that everything else is computed from. */
export function QualityPage() {
  const answer = useQuery(qualityQuery());
  const [chosen, setChosen] = useState<string | null>(null);
  const markets = answer.data?.markets ?? [];
  const shown = markets.find((quality) => keyOf(quality) === chosen) ?? markets[0];
  return (
    <>
      <PageHead
        title="Data quality"
        subtitle="What cannot be true of the stored rows, what is missing, and what changed"
      >
        {markets.length < 2 || shown === undefined ? null : (
          <SegmentedControl
            aria-label="Market"
            size="xs"
            value={keyOf(shown)}
            onChange={setChosen}
            data={markets.map(keyOf)}
          />
        )}
      </PageHead>
      {answer.isError ? (
        <FailureNotice
          what="The data quality could not be loaded"
          problem={answer.error}
          onRetry={() => void answer.refetch()}
        />
      ) : answer.data === undefined ? (
        <Skeleton height={420} radius="lg" aria-hidden="true" />
      ) : shown === undefined ? (
        <Panel id="issues" title="Issues">
          <EmptyNotice icon={<IconClipboardCheck size={28} />} title="There are no rows to check">
            Import some first: <code>pa import --help</code>.
          </EmptyNotice>
        </Panel>
      ) : (
        <QualityView quality={shown} />
      )}
    </>
  );
}

function QualityView({ quality }: { readonly quality: MarketQuality }) {
  const { asOf, rowCount, faultyRowCount, issues, drift } = quality;
  const drifting = drift.filter(({ stabilityIndex }) => stabilityIndex >= 0.25).length;
  return (
    <div className={classes.stack}>
      <div className={classes.cards}>
        <StatCard label="Rows" value={count(rowCount)} note={`Sales up to ${day(asOf)} and offers that run`} />
        <StatCard
          label="With a fault"
          value={count(faultyRowCount)}
          note={rowCount === 0 ? '' : `${percent(faultyRowCount / rowCount, { digits: 1 })} of the rows`}
        />
        <StatCard label="Kinds of issue" value={count(issues.length)} note="Rows, fields and the set as a whole" />
        <StatCard
          label="Fields that drift"
          value={drift.length === 0 ? null : count(drifting)}
          note={drift.length === 0 ? 'Too few rows to compare' : `of ${count(drift.length)} compared`}
        />
      </div>
      <Panel id="issues" title="Issues" subtitle="Most rows first">
        <IssueTable issues={issues} />
      </Panel>
      <Panel
        id="drift"
        title="Drift"
        subtitle="The last 28 days against the 24 weeks before; a stability index from 0.25 on is an issue"
      >
        <DriftTable drift={drift} />
      </Panel>
    </div>
  );
}
