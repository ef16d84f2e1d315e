import { Skeleton } from '@mantine/core';
import type { Overview } from '../../api/answers.ts';
import { day } from '../../format/calendar.ts';
import classes from './overview-page.module.css';

/** Which data the page rests on and when they were analysed. */
export function OverviewSubtitle({ overview }: { readonly overview: Overview | null }) {
  if (overview === null) return <Skeleton height={14} width={260} mt={8} aria-hidden="true" />;
  const { dataset, dataRange, lastRunOn } = overview;
  const range =
    dataRange.from && dataRange.to ? `sales ${day(dataRange.from)} to ${day(dataRange.to)}` : 'no sales yet';
  const run = lastRunOn ? `analysed ${day(lastRunOn)}` : 'not analysed yet';
  return <p className={classes.subtitle} style={{ margin: 0 }}>{`${dataset.name} · ${range} · ${run}`}</p>;
}
