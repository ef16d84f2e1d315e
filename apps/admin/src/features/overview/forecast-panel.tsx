'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconChartLine } from '@tabler/icons-react';
import { useState } from 'react';
import { segmentsQuery } from '../../api/market-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import classes from './forecast-panel.module.css';
import { type ForecastShape, ForecastShapeSwitch } from './forecast-shape-switch.tsx';
import { ForecastView } from './forecast-view.tsx';
import type { Horizon } from './horizon.ts';
import { HorizonSwitch } from './horizon-switch.tsx';
import { firstSegment } from './segment-label.ts';
import { SegmentPicker } from './segment-picker.tsx';

export interface ForecastPanelProps {
  /** Key of the market to show; `null` where nothing is stored, absent while that is not known yet. */
  readonly market: string | null | undefined;
  /** The day of the server; `null` while it is not known. */
  readonly today: string | null;
}

/** The price history of a segment and its forecast, with pickers for segment and horizon. */
export function ForecastPanel({ market, today }: ForecastPanelProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [horizon, setHorizon] = useState<Horizon>('6m');
  const [shape, setShape] = useState<ForecastShape>('chart');
  const segments = useQuery({ ...segmentsQuery(market ?? ''), enabled: typeof market === 'string' });
  const segment =
    segments.data?.segments.find((candidate) => candidate.segment === chosen) ??
    firstSegment(segments.data?.segments ?? []);
  const nothing = market === null || (segments.isSuccess && segment === null);
  return (
    <Panel
      id="forecast"
      title="Price forecast"
      controls={
        segment === null ? undefined : (
          <div className={classes.controls}>
            <SegmentPicker segments={segments.data?.segments ?? []} value={segment.segment} onChange={setChosen} />
            <HorizonSwitch value={horizon} onChange={setHorizon} />
            <ForecastShapeSwitch value={shape} onChange={setShape} />
          </div>
        )
      }
    >
      {nothing ? (
        <EmptyNotice icon={<IconChartLine size={28} />} title="No price history yet">
          A forecast appears when enough sales are imported and the day&rsquo;s analysis has run.
        </EmptyNotice>
      ) : segments.isError ? (
        <FailureNotice
          what="The segments could not be loaded"
          problem={segments.error}
          onRetry={() => void segments.refetch()}
        />
      ) : typeof market === 'string' && segment !== null ? (
        <ForecastView market={market} segment={segment} horizon={horizon} shape={shape} today={today} />
      ) : (
        <Skeleton height={372} radius="md" aria-hidden="true" />
      )}
    </Panel>
  );
}
