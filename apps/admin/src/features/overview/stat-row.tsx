import { Skeleton } from '@mantine/core';
import type { Overview } from '../../api/answers.ts';
import { StatCard } from '../../components/stat-card.tsx';
import { accuracyStat, anomaliesStat, coverageStat, spendStat } from './market-stats.ts';
import classes from './overview-page.module.css';

/** The four figures at the top. */
export function StatRow({ overview }: { readonly overview: Overview | null }) {
  if (overview === null) {
    return (
      <div className={classes.cards} aria-busy="true">
        {[0, 1, 2, 3].map((position) => (
          <Skeleton key={position} height={101} radius={12} aria-hidden="true" />
        ))}
      </div>
    );
  }
  const stats = [coverageStat(overview), accuracyStat(overview), anomaliesStat(overview), spendStat(overview)];
  return (
    <div className={classes.cards}>
      {stats.map((stat) => (
        <StatCard key={stat.label} {...stat} />
      ))}
    </div>
  );
}
