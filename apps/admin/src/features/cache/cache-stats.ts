import type { CacheGroup, CacheReport } from '../../api/answers.ts';
import type { Stat } from '../../components/stat-card.tsx';
import { bytes } from '../../format/bytes.ts';
import { nanoDollars } from '../../format/nano-dollars.ts';
import { percent } from '../../format/percent.ts';
import { count, countOf } from '../../format/quantity.ts';

type Counts = Pick<CacheGroup, 'hits' | 'misses' | 'stale'>;

/** Share of the questions that the cache answered, stale answers included; `null` where nothing was asked. */
export function hitRate({ hits, misses, stale }: Counts): number | null {
  const asked = hits + misses + stale;
  return asked === 0 ? null : (hits + stale) / asked;
}

/** The figures at the top of the page. */
export function cacheStats({ total }: CacheReport): readonly Stat[] {
  const rate = hitRate(total);
  return [
    {
      label: 'Hit rate',
      value: rate === null ? null : percent(rate),
      note: rate === null ? 'Nothing was asked in this period' : `${count(total.stale)} of them stale`,
    },
    {
      label: 'Questions',
      value: count(total.hits + total.misses + total.stale),
      note: `${count(total.misses)} went to a model`,
    },
    {
      label: 'Saved',
      value: nanoDollars(total.savedNanoUsd),
      note: 'What the kept answers had cost to compute',
    },
    {
      label: 'Stored',
      value: bytes(total.bytesWritten),
      note: `${countOf(total.refusedWrites, 'answer')} not stored`,
    },
  ];
}
