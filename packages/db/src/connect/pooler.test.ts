import { describeEngineStores } from '@pa/engines/contract-suites';
import { describePromptStore } from '@pa/prompts/contract-suites';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_MIGRATIONS } from '../migrations/all-migrations.ts';
import { migrate } from '../migrations/migrate.ts';
import { createStores } from '../stores/create-stores.ts';
import { openTestPostgres, postgresAnswers } from '../testing/open-test-databases.ts';
import { findPooler, startPooler } from './__fixtures__/start-pooler.ts';
import { createDatabase } from './create-database.ts';
import type { DatabaseDriver } from './database-driver.ts';

const pooler = findPooler();
const isPossible = pooler !== null && (await postgresAnswers());
const label = isPossible ? '' : ' (no PgBouncer or no server: install pgbouncer or set PA_TEST_PGBOUNCER)';

describe.skipIf(!isPossible)(`through a pooler in transaction mode${label}`, () => {
  let opened: Awaited<ReturnType<typeof openTestPostgres>>;
  let running: Awaited<ReturnType<typeof startPooler>>;
  let database: DatabaseDriver;
  beforeAll(async () => {
    opened = await openTestPostgres({ migrated: false });
    running = await startPooler(pooler ?? '', opened);
    database = await createDatabase({ connectionString: running.connectionString });
  });
  afterAll(async () => {
    await database.close();
    running.stop();
    await opened.close();
  });

  test('several migrators at once apply each migration once', async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => migrate(database)));
    const applied = results.flatMap((result) => result.applied).sort();
    expect(applied).toEqual(ALL_MIGRATIONS.map((migration) => migration.name));
  });

  const createStore = async () => {
    await opened.reset();
    return createStores(database);
  };
  describeEngineStores({ name: 'pooler', createStore });
  describePromptStore({ name: 'pooler', createStore: async () => (await createStore()).prompts });
});
