import { type Migration, runStatements } from './migration.ts';

/** Segments that a person watches, beside the names of models and trims. */
export const watchedSegments: Migration = {
  name: '0019_watched_segments',
  async up(trx) {
    await runStatements(trx, [
      `alter table user_llm_preferences add column watched_segments text[] not null default '{}'`,
    ]);
  },
};
