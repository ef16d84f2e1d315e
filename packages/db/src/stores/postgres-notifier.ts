import type { Notifier } from '@pa/engines';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { type ColumnTypes, columnList, firstOfEach, recordset } from './recordset.ts';

interface NotificationRow {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly body: string;
  readonly created_at: string;
}

const COLUMNS: ColumnTypes<NotificationRow> = {
  id: 'text',
  topic: 'text',
  title: 'text',
  body: 'text',
  created_at: 'timestamptz',
};

/** Puts notices into the outbox of the database, from which they are delivered afterwards, each once. */
export function postgresNotifier(kysely: Kysely<Database>): Notifier {
  return {
    async notify(notifications) {
      const rows = firstOfEach(notifications, (notification) => notification.id)
        .map(({ id, topic, title, body, createdAt }): NotificationRow => {
          return { id, topic, title, body, created_at: new Date(createdAt).toISOString() };
        })
        .toSorted((left, right) => (left.id < right.id ? -1 : 1));
      if (rows.length === 0) return 0;
      const result = await sql`
        insert into notifications (${columnList(COLUMNS)}) select * from ${recordset(rows, COLUMNS)}
        on conflict (id) do nothing`.execute(kysely);
      return Number(result.numAffectedRows ?? 0);
    },
  };
}
