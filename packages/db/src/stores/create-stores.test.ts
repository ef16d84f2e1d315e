import {
  describeCacheStatsStore,
  describeCacheStore,
  describeInvalidationLog,
  describeLeaseStore,
} from '@pa/cache/contract-suites';
import {
  describeAlertOutbox,
  describeBudgetBook,
  describeBudgetStore,
  describeCallLedger,
  describeSavingsLedger,
} from '@pa/cost/contract-suites';
import { describeEngineStores } from '@pa/engines/contract-suites';
import { describeAuditLog } from '@pa/llm-core/contract-suites';
import {
  describeExperimentStore,
  describeOptimisationStore,
  describePromptStore,
  describePromptTestStore,
} from '@pa/prompts/contract-suites';
import { afterAll, beforeAll, describe } from 'vitest';
import {
  openTestPGlite,
  openTestPostgres,
  postgresAnswers,
  type TestDatabase,
} from '../testing/open-test-databases.ts';
import { createStores, type DatabaseStores } from './create-stores.ts';

const hasPostgres = await postgresAnswers();

function contractsHoldOn(name: string, open: () => Promise<TestDatabase>): void {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  const createStore = async (): Promise<DatabaseStores> => {
    await opened.reset();
    return createStores(opened.database);
  };
  describeEngineStores({ name, createStore });
  describePromptStore({ name, createStore: async () => (await createStore()).prompts });
  describePromptTestStore({ name, createStore: async () => (await createStore()).promptTests });
  describeOptimisationStore({ name, createStore: async () => (await createStore()).optimisations });
  describeExperimentStore({ name, createStore: async () => (await createStore()).experiments });
  describeCacheStore({ name, createStore: async () => (await createStore()).cache });
  describeLeaseStore({ name, createStore: async () => (await createStore()).cacheLeases });
  describeCacheStatsStore({ name, createStore: async () => (await createStore()).cacheStats });
  describeInvalidationLog({ name, createLog: async () => (await createStore()).cacheInvalidations });
  describeCallLedger({ name, createLedger: async () => (await createStore()).calls });
  describeAuditLog({ name, createLog: async () => (await createStore()).audit });
  describeSavingsLedger({ name, createLedger: async () => (await createStore()).savings });
  describeBudgetStore({ name, createStore: async () => (await createStore()).budgets });
  describeBudgetBook({ name, createBook: async () => (await createStore()).budgetBook });
  describeAlertOutbox({ name, createOutbox: async () => (await createStore()).alerts });
}

describe('stores on PGlite', () => contractsHoldOn('PGlite', openTestPGlite));

describe.skipIf(!hasPostgres)(`stores on Postgres${hasPostgres ? '' : ' (no server answers)'}`, () =>
  contractsHoldOn('Postgres', openTestPostgres),
);
