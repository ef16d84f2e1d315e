import { type Migration, runStatements } from './migration.ts';

/** What a prediction is made of (the mix of cars, the growth of the index) and what its miss came from. */
export const predictionParts: Migration = {
  name: '0022_prediction_parts',
  async up(trx) {
    await runStatements(trx, [
      `alter table price_predictions
         add column reference_mix jsonb,
         add column index_growth double precision,
         add column attribution jsonb`,
    ]);
  },
};
