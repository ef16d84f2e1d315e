import { join, resolve } from 'node:path';
import { createDatabase, type DatabaseDriver, migrate } from '@pa/db';
import type { Settings } from '../settings/read-settings.ts';

/** Opens the database that the settings name and brings its schema up to date. */
export async function openDatabase(settings: Settings): Promise<DatabaseDriver> {
  const { DATABASE_URL, PA_DATA_DIR } = settings.values;
  const database = await createDatabase(
    DATABASE_URL === undefined
      ? { folder: join(resolve(PA_DATA_DIR), 'database') }
      : { connectionString: DATABASE_URL },
  );
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}
