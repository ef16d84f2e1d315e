'use client';

import { Skeleton } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import { type ForecastShape, ForecastShapeSwitch } from '../overview/forecast-shape-switch.tsx';
import { ForecastView } from '../overview/forecast-view.tsx';
import type { Horizon } from '../overview/horizon.ts';
import { HorizonSwitch } from '../overview/horizon-switch.tsx';
import { SegmentPicker } from '../overview/segment-picker.tsx';
import { IndexAndMedians } from './index-and-medians.tsx';
import { LiquidityPanel } from './liquidity-panel.tsx';
import classes from './market-time.module.css';
import { MovementsPanel } from './movements-panel.tsx';
import { useChosenSegment } from './use-chosen-segment.ts';

/** Where prices of like cars may go, and how the index differs from raw medians. */
export function ForecastPage() {
  const { market, segments, segment, choose, today, synthetic, isEmpty, failed } = useChosenSegment();
  const [horizon, setHorizon] = useState<Horizon>('1y');
  const [shape, setShape] = useState<ForecastShape>('chart');
  return (
    <>
      <PageHead
        title="Index and forecast"
        subtitle="Where prices of like cars may go, with 50, 80 and 90% bands that were calibrated on past origins"
      >
        {synthetic ? <SyntheticTag /> : null}
      </PageHead>
      {failed !== null ? (
        <FailureNotice
          what="The segments could not be loaded"
          problem={failed.error}
          onRetry={() => void failed.refetch()}
        />
      ) : isEmpty ? (
        <Panel id="forecast" title="Price forecast">
          <EmptyNotice icon={<IconChartLine size={28} />} title="No price history yet">
            A forecast appears when enough sales are imported and the day&rsquo;s analysis has run.
          </EmptyNotice>
        </Panel>
      ) : market === null || segment === null ? (
        <Skeleton height={420} radius="lg" aria-hidden="true" />
      ) : (
        <div className={classes.stack}>
          <Panel
            id="forecast"
            title="Price forecast"
            controls={
              <div className={classes.controls}>
                <SegmentPicker segments={segments} value={segment.segment} onChange={choose} />
                <HorizonSwitch value={horizon} onChange={setHorizon} />
                <ForecastShapeSwitch value={shape} onChange={setShape} />
              </div>
            }
          >
            <ForecastView market={market} segment={segment} horizon={horizon} shape={shape} today={today} />
          </Panel>
          <IndexAndMedians market={market} segment={segment} />
          <LiquidityPanel market={market} segment={segment} />
          <MovementsPanel market={market} />
        </div>
      )}
    </>
  );
}
