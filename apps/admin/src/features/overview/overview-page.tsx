'use client';

import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from '../../api/market-queries.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import { AnomalyPanel } from './anomaly-panel.tsx';
import { ForecastPanel } from './forecast-panel.tsx';
import { marketKeyOf } from './market-key.ts';
import classes from './overview-page.module.css';
import { OverviewSubtitle } from './overview-subtitle.tsx';
import { StatRow } from './stat-row.tsx';
import { SummaryPanel } from './summary-panel.tsx';

/** The first page: how the market stands, where it may go, and which offers want a look. */
export function OverviewPage() {
  const overview = useQuery(overviewQuery());
  return (
    <>
      <div className={classes.head}>
        <div>
          <Title order={1} className={classes.title}>
            Market overview
          </Title>
          <OverviewSubtitle overview={overview.data ?? null} />
        </div>
        {overview.data?.dataset.synthetic ? <SyntheticTag /> : null}
      </div>
      {overview.isError && overview.data === undefined ? (
        <FailureNotice
          what="The market figures could not be loaded"
          problem={overview.error}
          onRetry={() => void overview.refetch()}
        />
      ) : (
        <>
          <StatRow overview={overview.data ?? null} />
          <div className={classes.middle}>
            <ForecastPanel
              market={overview.data ? marketKeyOf(overview.data) : undefined}
              today={overview.data?.today ?? null}
            />
            <div className={classes.side}>
              <SummaryPanel overview={overview.data ?? null} />
            </div>
          </div>
          <AnomalyPanel />
        </>
      )}
    </>
  );
}
