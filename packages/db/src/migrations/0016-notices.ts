import { type Migration, runStatements } from './migration.ts';

/** Notices are for somebody, and are given out to one deliverer at a time. */
export const notices: Migration = {
  name: '0016_notices',
  up: (trx) =>
    runStatements(trx, [
      `alter table notifications
        add column recipient uuid,
        add column leased_until timestamptz`,
      'create index notifications_by_recipient on notifications (recipient, created_at desc, id desc)',
    ]),
};
