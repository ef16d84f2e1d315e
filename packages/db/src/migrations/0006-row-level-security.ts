import type { Migration } from './migration.ts';
import { protectTable, type TableAccess } from './protect-table.ts';

const ACCESS: readonly TableAccess[] = [
  { table: 'listings', signedIn: 'read' },
  { table: 'price_history', signedIn: 'read' },
  { table: 'options', signedIn: 'read' },
  { table: 'listing_options', signedIn: 'read' },
  { table: 'market_insights', signedIn: 'read' },
  { table: 'price_predictions', signedIn: 'read' },
  { table: 'market_anomalies', signedIn: 'read' },
  { table: 'market_indices', signedIn: 'read' },
  { table: 'profiles', signedIn: { ownedBy: 'id' } },
  { table: 'user_llm_preferences', signedIn: { ownedBy: 'user_id' } },
  { table: 'fitted_models' },
  { table: 'run_steps' },
  { table: 'notifications' },
  { table: 'events' },
  { table: 'llm_prompts' },
  { table: 'prompt_deployments' },
  { table: 'llm_cache' },
  { table: 'llm_calls' },
  { table: 'llm_call_adjustments' },
  { table: 'budgets' },
  { table: 'budget_holds' },
];

/** Row-level security on every table so far; a later table is protected by the migration that makes it. */
export const rowLevelSecurity: Migration = {
  name: '0006_row_level_security',
  async up(trx) {
    for (const access of ACCESS) await protectTable(trx, access);
  },
};
