import type { NotificationOutbox } from '@pa/engines';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { instant } from './instant.ts';
import { type ColumnTypes, columnList, firstOfEach, recordset } from './recordset.ts';

type Notification = Parameters<NotificationOutbox['notify']>[0][number];

interface NotificationRow {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly body: string;
  readonly created_at: string;
  readonly recipient: string | null;
}

interface StoredNotification {
  readonly id: string;
  readonly topic: Notification['topic'];
  readonly title: string;
  readonly body: string;
  readonly created_at: Date;
  readonly recipient: string | null;
}

const COLUMNS: ColumnTypes<NotificationRow> = {
  id: 'text',
  topic: 'text',
  title: 'text',
  body: 'text',
  created_at: 'timestamptz',
  recipient: 'uuid',
};

/** Puts notices into the outbox of the database, from which they are delivered afterwards, each once. */
export function postgresNotifier(kysely: Kysely<Database>): NotificationOutbox {
  return {
    async notify(notifications) {
      const rows = firstOfEach(notifications, (notification) => notification.id)
        .map(({ id, topic, title, body, createdAt, recipient = null }): NotificationRow => {
          return { id, topic, title, body, created_at: new Date(createdAt).toISOString(), recipient };
        })
        .toSorted((left, right) => (left.id < right.id ? -1 : 1));
      if (rows.length === 0) return 0;
      const result = await sql`
        insert into notifications (${columnList(COLUMNS)}) select * from ${recordset(rows, COLUMNS)}
        on conflict (id) do nothing`.execute(kysely);
      return Number(result.numAffectedRows ?? 0);
    },
    async claim({ limit, at, leaseMs }) {
      const { rows } = await sql<StoredNotification>`
        with free as (
          select id from notifications
          where delivered_at is null and (leased_until is null or leased_until <= ${instant(at)})
          order by created_at, id limit ${limit}::bigint for update skip locked
        ),
        claimed as (
          update notifications n set leased_until = ${instant(at + leaseMs)}, attempts = attempts + 1
          from free where n.id = free.id returning n.*
        )
        select id, topic, title, body, created_at, recipient from claimed order by created_at, id`.execute(kysely);
      return rows.map(toNotification);
    },
    async markDelivered(id, { at }) {
      await sql`
        update notifications set delivered_at = ${instant(at)} where id = ${id} and delivered_at is null`.execute(
        kysely,
      );
    },
    async markFailed(id, { error }) {
      await sql`update notifications set last_error = ${error} where id = ${id} and delivered_at is null`.execute(
        kysely,
      );
    },
    async recent({ recipient, limit }) {
      const { rows } = await sql<StoredNotification>`
        select id, topic, title, body, created_at, recipient from notifications
        where recipient is not distinct from ${recipient}::uuid
        order by created_at desc, id desc limit ${limit}::bigint`.execute(kysely);
      return rows.map(toNotification);
    },
  };
}

function toNotification({ id, topic, title, body, created_at, recipient }: StoredNotification): Notification {
  return {
    id,
    topic,
    title,
    body,
    createdAt: created_at.getTime(),
    ...(recipient === null ? {} : { recipient }),
  };
}
