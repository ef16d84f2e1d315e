import type { MarketScope } from '../../../market/price.ts';
import { slug } from '../../../market/segment.ts';
import type { IsoDate } from '../../../market/calendar.ts';
import type { MarketMetrics } from '../../../market/ports/market-metrics.ts';

/** A model line of the market with the names of its generations and trims, as they are stored, and the sales of each. */
export interface KnownModel {
  readonly make: string;
  readonly model: string;
  readonly saleCount: number;
  readonly generations: ReadonlyMap<string, number>;
  readonly trims: ReadonlyMap<string, number>;
}

/** What the cars of a market are called. */
export interface MarketVocabulary {
  readonly makes: readonly string[];
  readonly models: readonly KnownModel[];
}

const KEPT_COUNT = 4;

/** Reads and keeps what the cars of a market are called on a day. */
export function vocabularyReader(): (scope: {
  readonly metrics: MarketMetrics;
  readonly market: MarketScope;
  readonly asOf: IsoDate;
}) => Promise<MarketVocabulary> {
  const kept = new Map<string, Promise<MarketVocabulary>>();
  return ({ metrics, market, asOf }) => {
    const key = `${market.priceKind}/${market.currency}/${asOf}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const reading = readVocabulary({ metrics, market, asOf });
    reading.catch(() => kept.delete(key));
    if (kept.size >= KEPT_COUNT) kept.delete([...kept.keys()][0]!);
    kept.set(key, reading);
    return reading;
  };
}

async function readVocabulary(scope: {
  readonly metrics: MarketMetrics;
  readonly market: MarketScope;
  readonly asOf: IsoDate;
}): Promise<MarketVocabulary> {
  const { metrics, market, asOf } = scope;
  const makes = new Map<string, number>();
  const models = new Map<string, CountedModel>();
  for (const { make, model, generation, trim, count } of await metrics.names({ rows: 'sales', market, asOf })) {
    add(makes, make, count);
    const key = JSON.stringify([make, model]);
    const known = models.get(key) ?? { make, model, saleCount: 0, generations: new Map(), trims: new Map() };
    models.set(key, known);
    known.saleCount += count;
    add(known.generations, generation, count);
    add(known.trims, trim, count);
  }
  return {
    makes: [...mostFirst(makes).keys()],
    models: [...models.values()]
      .map((known) => ({ ...known, generations: mostFirst(known.generations), trims: mostFirst(known.trims) }))
      .sort((left, right) => right.saleCount - left.saleCount || (slug(left.model) < slug(right.model) ? -1 : 1)),
  };
}

interface CountedModel {
  readonly make: string;
  readonly model: string;
  saleCount: number;
  readonly generations: Map<string, number>;
  readonly trims: Map<string, number>;
}

function add(counts: Map<string, number>, name: string | null, count: number): void {
  if (name !== null) counts.set(name, (counts.get(name) ?? 0) + count);
}

/** Names with most cars first, ties by name. */
function mostFirst(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map(
    [...counts].sort(([left, leftCount], [right, rightCount]) => rightCount - leftCount || (left < right ? -1 : 1)),
  );
}
