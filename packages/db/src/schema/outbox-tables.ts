import type { Generated } from 'kysely';

/** Notices on their way out: written with the work they speak of, delivered afterwards. */
export interface NotificationsTable {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly body: string;
  readonly created_at: Date;
  readonly delivered_at: Date | null;
  readonly attempts: Generated<number>;
  readonly last_error: string | null;
  readonly recipient: string | null;
  readonly leased_until: Date | null;
}

/** Use of features, without personal data. */
export interface EventsTable {
  readonly id: string;
  readonly name: string;
  readonly occurred_at: Date;
  readonly properties: unknown;
}
