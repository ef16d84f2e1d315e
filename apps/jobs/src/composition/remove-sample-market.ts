import type { DatabaseDriver } from '@pa/db';

/** Tables that are computed from the listings, and so from made-up ones where the sample market is there. */
const DERIVED = [
  'price_predictions',
  'market_anomalies',
  'market_insights',
  'market_indices',
  'fitted_models',
  'run_steps',
  'notifications',
] as const;

/**
 * Takes the made-up rows out, and everything that was computed from them: real and made-up sales in one market would
 * give prices of neither. Answers how many listings that were. Part of the given transaction.
 */
export async function removeSampleMarket({ kysely }: Pick<DatabaseDriver, 'kysely'>): Promise<number> {
  for (const table of DERIVED) await kysely.deleteFrom(table).execute();
  const { numDeletedRows } = await kysely
    .deleteFrom('listings')
    .where('synthetic', '=', true)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
