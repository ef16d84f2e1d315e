'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { costsQuery } from '../../api/money-queries.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { type Period, PeriodSwitch, rangeOf } from '../../components/period-switch.tsx';
import classes from '../../components/report.module.css';
import { StatCard } from '../../components/stat-card.tsx';
import { AlertsPanel } from './alerts-panel.tsx';
import { BreakdownPanel } from './breakdown-panel.tsx';
import { BudgetsPanel } from './budgets-panel.tsx';
import { costStats } from './cost-stats.ts';
import { DailyPanel } from './daily-panel.tsx';
import { ModelChoicesPanel } from './model-choices-panel.tsx';
import { SavingsPanel } from './savings-panel.tsx';

/** What language models cost, what may be spent, and where it went. */
export function CostsPage() {
  const [period, setPeriod] = useState<Period>('month');
  const [openedAt] = useState(() => Date.now());
  const costs = useQuery(costsQuery(rangeOf(period, openedAt)));
  return (
    <>
      <PageHead title="Costs" subtitle="What language models cost, by days of UTC">
        <PeriodSwitch period={period} onPeriod={setPeriod} />
      </PageHead>
      {costs.data === undefined ? (
        costs.isError ? (
          <FailureNotice
            what="The costs could not be loaded"
            problem={costs.error}
            onRetry={() => void costs.refetch()}
          />
        ) : (
          <Skeleton height={420} radius="lg" aria-hidden="true" />
        )
      ) : (
        <>
          <div className={classes.cards}>
            {costStats(costs.data).map((stat) => (
              <StatCard key={stat.label} {...stat} />
            ))}
          </div>
          <div className={classes.row}>
            <DailyPanel costs={costs.data} />
            <BudgetsPanel budgets={costs.data.budgets} />
          </div>
          <div className={classes.wide}>
            <BreakdownPanel breakdown={costs.data.ofPeriod} />
          </div>
          <div className={classes.wide}>
            <ModelChoicesPanel />
          </div>
          <div className={classes.row}>
            <SavingsPanel costs={costs.data} />
            <AlertsPanel alerts={costs.data.alerts} />
          </div>
        </>
      )}
    </>
  );
}
