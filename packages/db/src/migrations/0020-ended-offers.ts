import { type Migration, runStatements } from './migration.ts';

/** Offers that ended without a sale are read beside new ones, to tell a car that is offered again. */
export const endedOffers: Migration = {
  name: '0020_ended_offers',
  async up(trx) {
    await runStatements(trx, [`create index listings_ended_offers on listings (known_on, id) where status <> 'sold'`]);
  },
};
