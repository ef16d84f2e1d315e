import { Table } from '@mantine/core';
import { useMemo } from 'react';
import type { Costs } from '../../api/answers.ts';
import { Chart } from '../../components/chart.tsx';
import { Panel } from '../../components/panel.tsx';
import classes from '../../components/report.module.css';
import { useChartColors } from '../../components/use-chart-colors.ts';
import { day } from '../../format/calendar.ts';
import { nanoDollars } from '../../format/nano-dollars.ts';
import { count } from '../../format/quantity.ts';
import { dailyOption } from './daily-option.ts';
import details from './daily-panel.module.css';

/** What each day cost, as a line and as a table. */
export function DailyPanel({ costs }: { readonly costs: Costs }) {
  const colors = useChartColors();
  const option = useMemo(() => dailyOption(costs.daily, colors), [costs.daily, colors]);
  return (
    <Panel id="daily" title="By day" subtitle={`${day(costs.from)} – ${day(costs.to)}`}>
      <Chart option={option} label="Cost of language models by day" heightPx={220} />
      <details className={details.data}>
        <summary>The days as a table</summary>
        <Table className={classes.table} verticalSpacing={5} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Day</Table.Th>
              <Table.Th className={classes.number}>Calls</Table.Th>
              <Table.Th className={classes.number}>Cost</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {costs.daily.toReversed().map((each) => (
              <Table.Tr key={each.day}>
                <Table.Td>{day(each.day)}</Table.Td>
                <Table.Td className={classes.number}>{count(each.callCount)}</Table.Td>
                <Table.Td className={classes.number}>{nanoDollars(each.costNanoUsd)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </Panel>
  );
}
