'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Usage } from '../../api/answers.ts';
import { usageQuery } from '../../api/usage-queries.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { type Period, PeriodSwitch, rangeOf } from '../../components/period-switch.tsx';
import classes from '../../components/report.module.css';
import { StatCard } from '../../components/stat-card.tsx';
import { RunPanel } from './run-panel.tsx';
import { SpeedPanel } from './speed-panel.tsx';
import { usageStats } from './usage-stats.ts';
import { UsePanel } from './use-panel.tsx';

/** What people use, and how long the product lets them wait. */
export function UsagePage() {
  const [period, setPeriod] = useState<Period>('month');
  const [openedAt] = useState(() => Date.now());
  const usage = useQuery(usageQuery(rangeOf(period, openedAt)));
  return (
    <>
      <PageHead title="Use and speed" subtitle="What is used, by days of UTC, and how long it takes">
        <PeriodSwitch period={period} onPeriod={setPeriod} />
      </PageHead>
      {usage.data === undefined ? (
        usage.isError ? (
          <FailureNotice
            what="The figures of use and speed could not be loaded"
            problem={usage.error}
            onRetry={() => void usage.refetch()}
          />
        ) : (
          <Skeleton height={420} radius="lg" aria-hidden="true" />
        )
      ) : (
        <UsageView usage={usage.data} />
      )}
    </>
  );
}

function UsageView({ usage }: { readonly usage: Usage }) {
  return (
    <>
      <div className={classes.cards}>
        {usageStats(usage).map((stat) => (
          <StatCard key={stat.label} {...stat} />
        ))}
      </div>
      <div className={classes.wide}>
        <UsePanel use={usage.use} />
      </div>
      <div className={classes.wide}>
        <SpeedPanel requests={usage.requests} models={usage.models} />
      </div>
      <div className={classes.wide}>
        <RunPanel dailyRun={usage.dailyRun} />
      </div>
    </>
  );
}
