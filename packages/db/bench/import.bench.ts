/**
 * Writes 100,000 generated listings into a new database, once as new rows, once unchanged and once with every tenth
 * price changed, and prints rows a second and the peak of the process's memory.
 *
 *   node --conditions=@pa/source packages/db/bench/import.bench.ts pglite|postgres [rows]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Listing, listingId } from '@pa/engines';
import { createDatabase } from '../src/connect/create-database.ts';
import type { DatabaseDriver } from '../src/connect/database-driver.ts';
import { migrate } from '../src/migrations/migrate.ts';
import { createStores } from '../src/stores/create-stores.ts';
import { openTestPostgres } from '../src/testing/open-test-databases.ts';

const BATCH_ROWS = 5_000;
const kind = process.argv[2] === 'postgres' ? 'postgres' : 'pglite';
const rowCount = Number(process.argv[3] ?? 100_000);

const { database, close } = await open();
const stores = createStores(database);
await pass('insert', () => false);
await pass('unchanged', () => false);
await pass('tenth price changed', (n) => n % 10 === 0);

const readStarted = performance.now();
let read = 0;
const market = { priceKind: 'sold', currency: 'USD' } as const;
for await (const _ of stores.marketData.sales({ market, asOf: '2030-01-01' })) read += 1;
report('read sales', read, performance.now() - readStarted);
console.log(`${kind}: peak memory of the process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
await close();

async function pass(name: string, isChanged: (n: number) => boolean): Promise<void> {
  const started = performance.now();
  for (let start = 0; start < rowCount; start += BATCH_ROWS) {
    const size = Math.min(BATCH_ROWS, rowCount - start);
    const batch = Array.from({ length: size }, (_, offset) => listing(start + offset, isChanged(start + offset)));
    await stores.listings.upsert(batch);
  }
  report(name, rowCount, performance.now() - started);
}

function report(name: string, rows: number, ms: number): void {
  console.log(`${kind}: ${name} ${rows} rows in ${(ms / 1000).toFixed(2)} s, ${Math.round((rows / ms) * 1000)} rows/s`);
}

async function open(): Promise<{ readonly database: DatabaseDriver; readonly close: () => Promise<void> }> {
  if (kind === 'postgres') {
    const opened = await openTestPostgres();
    return { database: opened.database, close: () => opened.close() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'pa-bench-'));
  const opened = await createDatabase({ folder: join(folder, 'database') });
  await migrate(opened);
  return {
    database: opened,
    async close() {
      await opened.close();
      await rm(folder, { recursive: true });
    },
  };
}

function listing(n: number, isChanged: boolean): Listing {
  const sourceKey = `row-${n}`;
  const day = `20${String(14 + (n % 11)).padStart(2, '0')}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
  return {
    id: listingId({ source: 'bench', sourceKey }),
    source: 'bench',
    sourceKey,
    title: `${1990 + (n % 35)} Porsche 911 Carrera S Coupe 6-Speed number ${n}`,
    vehicle: {
      make: 'Porsche',
      model: '911',
      generation: '997.2',
      trim: 'Carrera S',
      body: 'coupe',
      transmission: 'manual',
      gearbox: null,
      gears: null,
      drive: null,
      marks: [],
      unknownWords: [],
    },
    modelYear: 1990 + (n % 35),
    mileage: (n * 7919) % 150_000,
    mileageUnit: 'mi',
    color: ['silver', 'black', 'white', 'red'][n % 4] ?? 'silver',
    condition: null,
    region: 'ca',
    sellerType: 'dealer',
    vin: null,
    optionCodes: ['pccb', 'psm', 'sport-chrono'].slice(0, n % 4),
    details: [],
    status: 'sold',
    price: { kind: 'sold', amount: 30_000 + ((n * 104_729) % 150_000) + (isChanged ? 500 : 0), currency: 'USD' },
    listedOn: null,
    endedOn: day,
    knownOn: day,
    synthetic: true,
    attributes: { bidders: String(n % 40), watchers: String(n % 900), comments: String(n % 300) },
  };
}
