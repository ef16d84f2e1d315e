'use client';

import { useMantineTheme } from '@mantine/core';
import { useMediaQuery, useReducedMotion } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ValuationAnswer } from '../../api/answers.ts';
import { Chart } from '../../components/chart.tsx';
import { Panel } from '../../components/panel.tsx';
import { useChartColors } from '../../components/use-chart-colors.ts';
import { day } from '../../format/calendar.ts';
import { money } from '../../format/money.ts';
import { count, distance } from '../../format/quantity.ts';
import { scatterOption } from './scatter-option.ts';
import classes from './value-panel.module.css';

/** The car among its comparable sales, by price and miles. */
export function ScatterPanel({ answer }: { readonly answer: ValuationAnswer }) {
  const { fontFamily } = useMantineTheme();
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  const still = useReducedMotion();
  const colors = useChartColors();
  const { currency } = answer.market;
  const { mileageUnit } = answer.car;
  const option = useMemo(
    () =>
      scatterOption(answer, {
        colors,
        fontFamily,
        narrow,
        still,
        formatPrice: (value) => money(value, { currency }),
        formatAxis: (value) => money(value, { currency, compact: true }),
        formatMiles: (value) => (value === 0 ? '0' : `${count(value / 1000)}k ${mileageUnit}`),
        describe: ({ modelYear, vehicle, mileage, mileageUnit: unit, soldOn }) =>
          [
            [modelYear, vehicle.trim ?? vehicle.model].filter((part) => part !== null).join(' '),
            distance(mileage ?? 0, unit),
            day(soldOn),
          ].join(', '),
      }),
    [answer, colors, fontFamily, narrow, still, currency, mileageUnit],
  );
  return (
    <Panel id="scatter" title="Price against miles">
      <ul className={classes.legend} aria-label="Legend">
        <li>
          <span className={classes.mark} data-mark="car" aria-hidden="true" />
          This car
        </li>
        <li>
          <span className={classes.mark} data-mark="line" aria-hidden="true" />
          Its value by miles, with the 80% interval
        </li>
        <li>
          <span className={classes.mark} data-mark="sale" aria-hidden="true" />
          Comparable sales, unadjusted
        </li>
      </ul>
      <Chart
        option={option}
        heightPx={narrow ? 250 : 290}
        label={`Price against miles: ${answer.comparables?.comparables.length ?? 0} comparable sales, and the value of this car by its miles with the 80 per cent interval. The sales are in the list of comparable sales.`}
      />
    </Panel>
  );
}
