import type { DatabaseDriver } from '@pa/db';
import type { Settings } from '../settings/read-settings.ts';
import { openDatabase } from './open-database.ts';

/** Runs work on the open database and closes it whatever happens. */
export async function withDatabase<Result>(
  settings: Settings,
  work: (database: DatabaseDriver) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(settings);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
