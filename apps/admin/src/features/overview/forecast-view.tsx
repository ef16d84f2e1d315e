'use client';

import { Skeleton, useMantineTheme } from '@mantine/core';
import { useMediaQuery, useReducedMotion } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Segment } from '../../api/answers.ts';
import { marketIndexQuery, predictionsQuery } from '../../api/market-queries.ts';
import { Chart } from '../../components/chart.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useChartColors } from '../../components/use-chart-colors.ts';
import { month } from '../../format/calendar.ts';
import { money } from '../../format/money.ts';
import { level } from '../../format/quantity.ts';
import { fanChartOption } from './fan-chart-option.ts';
import { fanChartSeries } from './fan-chart-series.ts';
import { ForecastFigures } from './forecast-figures.tsx';
import { ForecastLegend } from './forecast-legend.tsx';
import { ForecastNote } from './forecast-note.tsx';
import { ForecastTable } from './forecast-table.tsx';
import { HORIZON_MONTHS, HORIZON_NAMES, type Horizon } from './horizon.ts';
import type { ForecastShape } from './forecast-shape-switch.tsx';
import { predictionsOfIndex, priceScale } from './price-scale.ts';
import { segmentLabel } from './segment-label.ts';

export interface ForecastViewProps {
  readonly market: string;
  readonly segment: Segment;
  readonly horizon: Horizon;
  readonly shape: ForecastShape;
  readonly today: string | null;
}

/** One segment as chart or as table. */
export function ForecastView({ market, segment, horizon, shape, today }: ForecastViewProps) {
  const { fontFamily } = useMantineTheme();
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  const still = useReducedMotion();
  const colors = useChartColors();
  const query = { market, segment: segment.segment };
  const index = useQuery(marketIndexQuery(query));
  const predictions = useQuery(predictionsQuery(query));

  const view = useMemo(() => {
    if (index.data === undefined || predictions.isPending) return null;
    const made = predictionsOfIndex(index.data, predictions.data?.entries.map((entry) => entry.prediction) ?? []);
    const scale = priceScale(index.data, made);
    const prediction = made.find((candidate) => candidate.horizon === horizon) ?? null;
    const points = fanChartSeries(index.data, {
      forecastMonths: HORIZON_MONTHS[horizon],
      historyMonths: narrow ? 24 : 36,
      ...(scale ? { scale: scale.scale } : {}),
    });
    const currency = scale?.currency;
    const formatValue = (value: number) => (currency ? money(value, { currency }) : level(value));
    const formatAxis = (value: number) => (currency ? money(value, { currency, compact: true }) : String(value));
    const lastMonth = index.data.points.at(-1)?.month ?? '';
    const originLabel = today?.startsWith(lastMonth) ? 'today' : lastMonth === '' ? '' : month(lastMonth);
    const option = fanChartOption(points, { colors, formatValue, formatAxis, originLabel, fontFamily, narrow, still });
    return { points, scale, prediction, option, formatValue };
  }, [index.data, predictions.data, predictions.isPending, horizon, narrow, still, colors, fontFamily, today]);

  if (index.isError) {
    return (
      <FailureNotice
        what="The forecast could not be loaded"
        problem={index.error}
        onRetry={() => void index.refetch()}
      />
    );
  }
  if (index.data === undefined || view === null) return <Skeleton height={372} radius="md" aria-hidden="true" />;
  const name = segmentLabel(segment);
  const unit = view.scale ? 'price of its typical car' : 'price level';
  return (
    <div aria-busy={index.isPlaceholderData} style={{ opacity: index.isPlaceholderData ? 0.6 : 1 }}>
      <ForecastFigures
        points={view.points}
        horizon={horizon}
        prediction={view.prediction}
        formatValue={view.formatValue}
      />
      {shape === 'chart' ? (
        <>
          <ForecastLegend colors={colors} />
          <Chart
            option={view.option}
            heightPx={narrow ? 270 : 310}
            label={`${name}: ${unit} by month, with a forecast of ${HORIZON_NAMES[horizon]} and its 50, 80 and 90 per cent bands. The same data are in the table view.`}
          />
        </>
      ) : (
        <ForecastTable points={view.points} formatValue={view.formatValue} narrow={narrow} />
      )}
      <ForecastNote index={index.data} scale={view.scale} />
    </div>
  );
}
