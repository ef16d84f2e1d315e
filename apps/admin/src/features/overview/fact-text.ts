import type { Insight } from '../../api/answers.ts';
import { day, month } from '../../format/calendar.ts';
import { money } from '../../format/money.ts';
import { percent } from '../../format/percent.ts';
import { count, countOf } from '../../format/quantity.ts';

type Fact = Insight['facts'][number];

/** The value of a fact with its unit, as people write it. Text is answered as it is. */
export function factText(fact: Pick<Fact, 'kind' | 'value' | 'unit'>): string {
  const { kind, value, unit } = fact;
  if (kind === 'date' && typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value);
    if (/^\d{4}-\d{2}$/.test(value)) return month(value);
    return value;
  }
  if (typeof value === 'string') return value;
  if (kind === 'price' && /^[A-Z]{3}$/.test(unit)) return money(value, { currency: unit });
  if (kind === 'share') return percent(value, { digits: 1 });
  if (kind === 'rank') return `number ${count(value)}: ${unit}`;
  if (kind === 'direction') return value > 0 ? 'up' : value < 0 ? 'down' : 'steady';
  if (kind === 'comparison') return `${value.toFixed(2)} times`;
  return unit === '' ? count(value) : countOf(value, unit);
}
