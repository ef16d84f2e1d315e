import { type Migration, runStatements } from './migration.ts';
import { protectTable } from './protect-table.ts';

/** What is used of the limits that several processes share: the columns that `rate-limiter-flexible` reads by their order. */
export const llmRateLimits: Migration = {
  name: '0017_llm_rate_limits',
  async up(trx) {
    await runStatements(trx, [
      `create table llm_rate_limits (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      )`,
    ]);
    await protectTable(trx, { table: 'llm_rate_limits' });
  },
};
