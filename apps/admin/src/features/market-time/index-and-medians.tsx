'use client';

import { Skeleton, useMantineTheme } from '@mantine/core';
import { useMediaQuery, useReducedMotion } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Segment } from '../../api/answers.ts';
import { marketIndexQuery } from '../../api/market-queries.ts';
import { Chart } from '../../components/chart.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { useChartColors } from '../../components/use-chart-colors.ts';
import { percent } from '../../format/percent.ts';
import { segmentLabel } from '../overview/segment-label.ts';
import { indexAndMediansOption, rawLevels } from './index-and-medians-option.ts';
import classes from './market-time.module.css';

export interface IndexAndMediansProps {
  readonly market: string;
  readonly segment: Segment;
}

const MONTHS_SHOWN = { narrow: 24, wide: 48 };

/** The index of like cars beside the raw medians, and the sales that each month is made of. */
export function IndexAndMedians({ market, segment }: IndexAndMediansProps) {
  const { fontFamily } = useMantineTheme();
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  const still = useReducedMotion();
  const colors = useChartColors();
  const index = useQuery(marketIndexQuery({ market, segment: segment.segment }));
  const points = useMemo(
    () => index.data?.points.slice(-(narrow ? MONTHS_SHOWN.narrow : MONTHS_SHOWN.wide)) ?? [],
    [index.data, narrow],
  );
  const option = useMemo(
    () => indexAndMediansOption(points, { colors, fontFamily, narrow, still }),
    [points, colors, fontFamily, narrow, still],
  );
  const raw = rawLevels(points);
  const firstRaw = raw.find((value) => value !== null);
  const lastRaw = raw.findLast((value) => value !== null);
  const first = points[0];
  const last = points.at(-1);
  return (
    <Panel
      id="medians"
      title="Index beside raw medians"
      subtitle="Raw medians move with the mix of cars that happen to sell; the index compares like with like"
    >
      {index.isError ? (
        <FailureNotice
          what="The index could not be loaded"
          problem={index.error}
          onRetry={() => void index.refetch()}
        />
      ) : first === undefined || last === undefined ? (
        <Skeleton height={330} radius="md" aria-hidden="true" />
      ) : (
        <>
          <ul className={classes.legend}>
            <li>
              <span className={classes.swatch} style={{ background: colors.forecast }} aria-hidden="true" />
              Index of like cars
            </li>
            <li>
              <span className={classes.swatch} style={{ background: colors.observed }} aria-hidden="true" />
              Raw median
            </li>
            <li>
              <span className={classes.swatch} style={{ background: colors.text, height: 10 }} aria-hidden="true" />
              Sales of the month
            </li>
          </ul>
          <Chart
            option={option}
            heightPx={narrow ? 300 : 330}
            label={`${segmentLabel(segment)}: index of like cars, raw medians on the same scale, and sales by month. The sales and medians are in the text below and in the table view of the forecast.`}
          />
          <p className={classes.note}>
            Over these {points.length} months the index moved by{' '}
            {percent(last.level / first.level - 1, { signed: true, digits: 1 })}
            {typeof firstRaw === 'number' && typeof lastRaw === 'number'
              ? `, raw medians by ${percent(lastRaw / firstRaw - 1, { signed: true, digits: 1 })}. What lies between the two is the mix of cars sold.`
              : '.'}
          </p>
        </>
      )}
    </Panel>
  );
}
