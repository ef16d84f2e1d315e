import { Table } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import type { SegmentSeason } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { percent } from '../../format/percent.ts';
import classes from './market-time.module.css';
import { SeasonChart } from './season-chart.tsx';

const monthName = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

/** The name of a month, 1 for January. */
export function nameOfMonth(month: number): string {
  return monthName.format(new Date(Date.UTC(2000, month - 1, 1)));
}

/** One season: the verdict of the test, the advice with its odds, and the twelve months. */
export function SeasonView({ season }: { readonly season: SegmentSeason }) {
  const { refusal, exists, effects, bestToBuy, bestToSell, pValue, monthCount, priceRange, mixRange } = season;
  if (refusal !== null) {
    return (
      <EmptyNotice icon={<IconCalendarOff size={28} />} title="Too few months to tell">
        {refusal}
      </EmptyNotice>
    );
  }
  const mix =
    mixRange === null
      ? ''
      : ` The mix of cars sold moves raw medians by another ${percent(mixRange, { digits: 1 })} over the year, which is no season of prices.`;
  if (!exists) {
    return (
      <EmptyNotice icon={<IconCalendarOff size={28} />} title="No season found">
        {`In ${monthCount} months, waves of the year are no larger than chance makes them (p ${(pValue ?? 1).toFixed(2)}). No month is better than another.${mix}`}
      </EmptyNotice>
    );
  }
  return (
    <>
      <p className={classes.verdict}>
        Prices of like cars swing by <strong>{percent(priceRange ?? 0, { digits: 1 })}</strong> over the year (p{' '}
        {(pValue ?? 1).toFixed(3)}, {monthCount} months).{' '}
        {bestToBuy === null || bestToSell === null ? null : (
          <>
            Buy in <strong>{nameOfMonth(bestToBuy.month)}</strong> (odds {percent(bestToBuy.odds)} to be the cheapest),
            sell in <strong>{nameOfMonth(bestToSell.month)}</strong> (odds {percent(bestToSell.odds)} to be the
            dearest).
          </>
        )}
      </p>
      <SeasonChart effects={effects} />
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Months of the year">
        <Table verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Month</Table.Th>
              <Table.Th ta="right">Against the year</Table.Th>
              <Table.Th ta="right">90% interval</Table.Th>
              <Table.Th ta="right">Odds cheapest</Table.Th>
              <Table.Th ta="right">Odds dearest</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {effects.map(({ month, effect, lower90, upper90, cheapestOdds, dearestOdds }) => (
              <Table.Tr key={month}>
                <Table.Th scope="row" fw={500}>
                  {nameOfMonth(month)}
                </Table.Th>
                <Table.Td ta="right">{percent(effect, { signed: true, digits: 1 })}</Table.Td>
                <Table.Td ta="right">
                  {percent(lower90, { signed: true, digits: 1 })} to {percent(upper90, { signed: true, digits: 1 })}
                </Table.Td>
                <Table.Td ta="right">{percent(cheapestOdds, { digits: 0 })}</Table.Td>
                <Table.Td ta="right">{percent(dearestOdds, { digits: 0 })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <p className={classes.note}>{mix.trim()}</p>
    </>
  );
}
