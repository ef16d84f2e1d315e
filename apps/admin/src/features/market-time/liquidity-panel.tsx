'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MarketIndex, Segment } from '../../api/answers.ts';
import { marketIndexQuery } from '../../api/market-queries.ts';
import { Panel } from '../../components/panel.tsx';
import { StatCard } from '../../components/stat-card.tsx';
import { percent } from '../../format/percent.ts';
import { count, countOf, level } from '../../format/quantity.ts';
import classes from './market-time.module.css';

export interface LiquidityPanelProps {
  readonly market: string;
  readonly segment: Segment;
}

/** How fast the cars of a segment sell, how many are on offer, and what cars that were sold twice say of the level. */
export function LiquidityPanel({ market, segment }: LiquidityPanelProps) {
  const { data } = useQuery(marketIndexQuery({ market, segment: segment.segment }));
  return (
    <Panel
      id="liquidity"
      title="Supply and time to sell"
      subtitle="Offers that ended without a sale and those that still run are counted as long as they were seen"
    >
      {data === undefined ? (
        <Skeleton height={140} radius="md" aria-hidden="true" />
      ) : data.liquidity === null ? (
        <p className={classes.note}>The analysis of this day did not keep it.</p>
      ) : (
        <Liquidity liquidity={data.liquidity} repeatSales={data.repeatSales} />
      )}
    </Panel>
  );
}

function Liquidity({
  liquidity,
  repeatSales,
}: {
  readonly liquidity: NonNullable<MarketIndex['liquidity']>;
  readonly repeatSales: MarketIndex['repeatSales'];
}) {
  const { medianDaysToSell, unsoldAfter, months, datedCount, offerCount } = liquidity;
  const newest = months.at(-1);
  const year = months.slice(-12);
  const sold = year.reduce((sum, month) => sum + month.sold, 0);
  const ended = year.reduce((sum, month) => sum + month.sold + month.withdrawn, 0);
  const ninety = unsoldAfter.find(({ days }) => days === 90) ?? unsoldAfter.at(-1);
  const [firstPoint, lastPoint] = [repeatSales?.points[0], repeatSales?.points.at(-1)];
  return (
    <>
      <div className={classes.cards}>
        <StatCard
          label="Days to sell"
          value={medianDaysToSell === null ? null : count(medianDaysToSell)}
          note={
            ninety === undefined
              ? `${countOf(datedCount, 'offer')} with a first day`
              : `${percent(ninety.unsold)} unsold after ${ninety.days} days (90%: ${percent(ninety.lower90)} to ${percent(ninety.upper90)})`
          }
        />
        <StatCard
          label="Sold of all that ended"
          value={ended === 0 ? null : percent(sold / ended)}
          note={`${count(sold)} of ${countOf(ended, 'offer')} in the last 12 months`}
        />
        <StatCard
          label="On offer"
          value={newest === undefined ? null : count(newest.stock)}
          note={
            newest === undefined
              ? ''
              : `${count(newest.listed)} listed and ${count(newest.sold)} sold in ${newest.month}`
          }
        />
        <StatCard
          label="By cars sold twice"
          value={lastPoint === undefined ? null : level(lastPoint.level)}
          note={
            repeatSales === null || firstPoint === undefined || lastPoint === undefined
              ? 'Too few chassis numbers were sold twice'
              : `100 in ${firstPoint.month}, in ${lastPoint.month}; ${countOf(repeatSales.pairCount, 'pair')}`
          }
        />
      </div>
      <p className={classes.note}>
        {countOf(offerCount, 'offer')} of the last two years. One without a first day counts as listed in the month in
        which it ended.
      </p>
    </>
  );
}
