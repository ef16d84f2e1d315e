'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { cacheQuery } from '../../api/money-queries.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { type Period, PeriodSwitch, rangeOf } from '../../components/period-switch.tsx';
import classes from '../../components/report.module.css';
import { StatCard } from '../../components/stat-card.tsx';
import { cacheStats } from './cache-stats.ts';
import { InvalidatePanel } from './invalidate-panel.tsx';
import { RatesPanel } from './rates-panel.tsx';

/** How often kept answers stood in for a model, and throwing them away. */
export function CachePage() {
  const [period, setPeriod] = useState<Period>('month');
  const [openedAt] = useState(() => Date.now());
  const report = useQuery(cacheQuery(rangeOf(period, openedAt)));
  return (
    <>
      <PageHead title="Cache" subtitle="Kept answers of language models, counted over all processes by days of UTC">
        <PeriodSwitch period={period} onPeriod={setPeriod} />
      </PageHead>
      {report.data === undefined ? (
        report.isError ? (
          <FailureNotice
            what="The figures of the cache could not be loaded"
            problem={report.error}
            onRetry={() => void report.refetch()}
          />
        ) : (
          <Skeleton height={420} radius="lg" aria-hidden="true" />
        )
      ) : (
        <>
          <div className={classes.cards}>
            {cacheStats(report.data).map((stat) => (
              <StatCard key={stat.label} {...stat} />
            ))}
          </div>
          <div className={classes.row}>
            <RatesPanel report={report.data} />
            <InvalidatePanel invalidations={report.data.invalidations} />
          </div>
        </>
      )}
    </>
  );
}
