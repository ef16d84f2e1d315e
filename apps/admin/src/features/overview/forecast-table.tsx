import { Table } from '@mantine/core';
import { month } from '../../format/calendar.ts';
import { count } from '../../format/quantity.ts';
import type { FanChartPoint } from './fan-chart-series.ts';
import classes from './forecast-panel.module.css';

export interface ForecastTableProps {
  readonly points: readonly FanChartPoint[];
  readonly formatValue: (value: number) => string;
  /** Leaves out the outer and the inner band, for phones. Default: false. */
  readonly narrow?: boolean;
}

/** The data of the chart as a table, newest month first. */
export function ForecastTable({ points, formatValue, narrow = false }: ForecastTableProps) {
  const levels = narrow ? ([80] as const) : ([50, 80, 90] as const);
  const rows = points
    .map((point) => ({ point, forecast: point.observed === null, value: point.observed ?? point.median }))
    .reverse();
  return (
    <div className={classes.table} tabIndex={0} role="region" aria-label="Chart data">
      <Table verticalSpacing={6} horizontalSpacing={narrow ? 6 : 'sm'} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Month</Table.Th>
            <Table.Th ta="right">Value</Table.Th>
            {levels.map((level) => (
              <Table.Th key={level} ta="right">
                {level}% interval
              </Table.Th>
            ))}
            <Table.Th ta="right">Sales</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ point, value, forecast }) => (
            <Table.Tr key={point.month} c={forecast ? 'var(--mantine-color-anchor)' : 'inherit'}>
              <Table.Th scope="row" fw={500}>
                {month(point.month)}
                {forecast && !narrow ? ' (forecast)' : ''}
              </Table.Th>
              <Table.Td ta="right">{value === null ? '–' : formatValue(value)}</Table.Td>
              {levels.map((level) => {
                const band = forecast ? point.bands?.[level] : level === 90 ? point.observed90 : null;
                return (
                  <Table.Td key={level} ta="right">
                    {band ? `${formatValue(band.lower)} – ${formatValue(band.upper)}` : '–'}
                  </Table.Td>
                );
              })}
              <Table.Td ta="right">{point.saleCount === null ? '–' : count(point.saleCount)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
