import { describeEngineStores } from '@pa/engines/contract-suites';
import { afterAll, beforeAll, describe } from 'vitest';
import {
  openTestPGlite,
  openTestPostgres,
  postgresAnswers,
  type TestDatabase,
} from '../testing/open-test-databases.ts';
import { createStores } from './create-stores.ts';

const hasPostgres = await postgresAnswers();

function contractsHoldOn(name: string, open: () => Promise<TestDatabase>): void {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  describeEngineStores({
    name,
    async createStore() {
      await opened.reset();
      return createStores(opened.database);
    },
  });
}

describe('on PGlite', () => contractsHoldOn('PGlite', openTestPGlite));

describe.skipIf(!hasPostgres)('on Postgres (skipped: no server answers; set PA_TEST_DATABASE_URL)', () =>
  contractsHoldOn('Postgres', openTestPostgres),
);
