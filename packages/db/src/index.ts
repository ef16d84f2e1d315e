export { createDatabase, type DatabaseOptions } from './connect/create-database.ts';
export type { DatabaseDriver } from './connect/database-driver.ts';
export { maskConnectionString } from './connect/mask-connection-string.ts';
export { postgresTypes } from './connect/value-parsers.ts';
export { migrate, type MigrationResult } from './migrations/migrate.ts';
export type { Migration } from './migrations/migration.ts';
export type { Database } from './schema/database.ts';
export { createStores } from './stores/create-stores.ts';
export { withTransaction } from './stores/with-transaction.ts';
