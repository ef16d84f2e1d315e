import type { DatabaseDriver, NotificationSource } from '@pa/db';
import type { Settings } from '../settings/read-settings.ts';

/** Where this process can hear what others say over the database; `null` where it was given no address to listen at. */
export function notificationSource(database: DatabaseDriver, settings: Settings): NotificationSource | null {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = settings.values;
  if (database.pglite !== undefined) return { pglite: database.pglite };
  const connectionString = DATABASE_DIRECT_URL ?? DATABASE_URL;
  return connectionString === undefined ? null : { connectionString };
}
