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

const MOST_MAKES = 200;
const MOST_MODELS = 500;
const MOST_NAMES = 500;
/** Model lines whose trims are known by name; the rest is known by model alone. */
const DETAILED_MODELS = 40;
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
  const query = { rows: 'sales', market, asOf } as const;
  const makes = await metrics.measure({ ...query, by: 'make', limit: MOST_MAKES });
  const models: KnownModel[] = [];
  for (const { group: make } of makes) {
    if (make === null) continue;
    for (const { group: model, count } of await metrics.measure({
      ...query,
      filter: { make },
      by: 'model',
      limit: MOST_MODELS,
    })) {
      if (model === null) continue;
      models.push({ make, model, saleCount: count, generations: new Map(), trims: new Map() });
    }
  }
  models.sort((left, right) => right.saleCount - left.saleCount || (slug(left.model) < slug(right.model) ? -1 : 1));
  const detailed = await Promise.all(
    models.slice(0, DETAILED_MODELS).map(async (known) => {
      const filter = { make: known.make, model: known.model };
      const [generations, trims] = await Promise.all(
        (['generation', 'trim'] as const).map(async (by) => {
          const groups = await metrics.measure({ ...query, filter, by, limit: MOST_NAMES });
          return new Map(groups.flatMap(({ group, count }) => (group === null ? [] : [[group, count] as const])));
        }),
      );
      return { ...known, generations: generations ?? new Map(), trims: trims ?? new Map() };
    }),
  );
  return {
    makes: makes.flatMap(({ group }) => (group === null ? [] : [group])),
    models: [...detailed, ...models.slice(DETAILED_MODELS)],
  };
}
