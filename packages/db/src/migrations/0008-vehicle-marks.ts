import { type Migration, runStatements } from './migration.ts';

/** What a vehicle is known by beyond its names: gearbox, driven wheels and marks. Rows from before say nothing of them. */
export const vehicleMarks: Migration = {
  name: '0008_vehicle_marks',
  up: (trx) =>
    runStatements(trx, [
      `alter table listings
        add column gearbox text,
        add column gears double precision,
        add column drive text,
        add column marks text[] not null default '{}'`,
    ]),
};
