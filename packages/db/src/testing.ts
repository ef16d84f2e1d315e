export {
  openTestPGlite,
  openTestPostgres,
  postgresAnswers,
  type TestDatabase,
  testDatabaseUrl,
} from './testing/open-test-databases.ts';
