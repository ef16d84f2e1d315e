import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryStores, type Listing } from '@pa/engines';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readColumnMapping } from './column-mapping.ts';
import { importFile } from './import-file.ts';

const root = mkdtempSync(join(tmpdir(), 'pa-import-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder = root;
let stores = createMemoryStores();
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  stores = createMemoryStores();
});

const today = '2026-03-02';
function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const run = (path: string, options: Partial<Parameters<typeof importFile>[1]> = {}) =>
  importFile(path, { listings: stores.listings, today, rejectedFolder: folder, ...options });
async function stored(): Promise<readonly Listing[]> {
  return (await stores.listings.changedSince({ limit: 1000 })).listings;
}

const COLLECTOR =
  'year,make,model,mileage,normalized_color,transmission,sold_price,bid_amount,end_date,bidders,watchers,comments,status';
const DETAILS =
  'title,make,model,vehicleLocation,sellerType,listingDetail1,listingDetail2,listingDetail3,listingDetail4,listingDetail5,views,dateSold,saleAmount,auctionUrl';

describe('collector', () => {
  const sold =
    '2009,Porsche,911 Carrera S Coupe 6-Speed,41000,Blue,manual,52500,52500,2024-02-03 05:00:00,20,900,30,sold';
  const unsold = '2001,BMW,M5,90000,null,manual,null,14000,2024-02-04 05:00:00,9,300,12,unsold';

  it('reads a sale and an auction without one', async () => {
    const report = await run(write('a.csv', `${COLLECTOR}\n${sold}\n${unsold}\n`));
    expect(report).toMatchObject({ format: 'collector', read: 2, inserted: 2, rejected: 0, rejectedFile: null });
    const [first, second] = await stored();
    expect(first).toMatchObject({
      source: 'collector',
      title: '2009 Porsche 911 Carrera S Coupe 6-Speed',
      vehicle: { make: 'Porsche', model: '911', generation: '997.2', trim: 'Carrera S', transmission: 'manual' },
      mileage: 41_000,
      color: 'blue',
      status: 'sold',
      price: { kind: 'sold', amount: 52_500, currency: 'USD' },
      endedOn: '2024-02-03',
      knownOn: '2024-02-03',
      attributes: { bid_amount: '52500', bidders: '20', watchers: '900', comments: '30' },
    });
    expect(second).toMatchObject({
      color: null,
      status: 'unsold',
      price: { kind: 'bid', amount: 14_000 },
      vehicle: { make: 'BMW', model: 'M5', transmission: 'manual' },
    });
  });

  it('finds the same listings again, updates a corrected price, and keeps cars that look alike apart', async () => {
    const path = write('a.csv', `${COLLECTOR}\n${sold}\n${sold}\n${unsold}\n`);
    expect(await run(path)).toMatchObject({ inserted: 3, unchanged: 0 });
    expect(await run(path)).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
    const corrected = write('b.csv', `${COLLECTOR}\n${sold.replace('52500,52500', '52000,52000')}\n`);
    expect(await run(corrected)).toMatchObject({ inserted: 0, updated: 1, unchanged: 0 });
  });

  it('counts what it rejects by reason and writes those rows as they were', async () => {
    const rows = [
      sold.replace('52500,52500', '-5,52500'),
      sold.replace('2024-02-03', '2026-03-03'),
      `${sold},one cell too many`,
      sold.replace('911 Carrera S Coupe 6-Speed', '"911 ""odd"", one"').replace('2009', '1066'),
      sold.replace('52500,52500', 'null,52500'),
      sold.replace(',sold', ',gone'),
      sold,
      sold.replace('52500,52500', '-7,52500'),
    ];
    const report = await run(write('mixed.csv', `${COLLECTOR}\n${rows.join('\n')}\n`));
    expect(report).toMatchObject({
      read: 8,
      inserted: 1,
      rejected: 7,
      rejectedFile: join(folder, 'mixed-rejected.csv'),
    });
    expect(report.rejectedByReason).toEqual({
      'sold_price is negative': 2,
      'end_date lies in the future': 1,
      'sold_price is missing': 1,
      'status is neither sold nor unsold': 1,
      'the row cannot be split into the columns of the header': 1,
      'year is no model year': 1,
    });
    const lines = readFileSync(join(folder, 'mixed-rejected.csv'), 'utf8').trimEnd().split('\n');
    expect(lines[0]).toBe(`row,reason,${COLLECTOR}`);
    expect(lines[1]).toBe(`1,sold_price is negative,${rows[0]}`);
    expect(lines[4]).toBe(`4,year is no model year,${rows[3]}`);
    expect(lines).toHaveLength(8);
  });
});

it('reads wholesale rows with grades in tenths and the guide price as evidence only', async () => {
  const header =
    'year,make,model,trim,body,transmission,vin,state,condition,odometer,color,interior,seller,mmr,sellingprice,sale_date';
  const row = (vin: string, condition: string) =>
    `2012,porsche,cayenne,S,SUV,automatic,${vin},ca,${condition},41000.0,black,tan,some bank,30000,29500,2014-12-16`;
  const report = await run(
    write('w.csv', [header, row('wp1ab', '5.0'), row('wp1ac', '41.0'), row('wp1ad', ''), row('wp1ad', '')].join('\n')),
  );
  expect(report).toMatchObject({ format: 'wholesale', inserted: 4 });
  const rows = await stored();
  expect(rows.map((listing) => listing.condition)).toEqual([5, 4.1, null, null]);
  expect(rows[0]).toMatchObject({
    vin: 'WP1AB',
    vehicle: { make: 'Porsche', model: 'Cayenne', body: 'suv' },
    price: { kind: 'wholesale', amount: 29_500, currency: 'USD' },
    attributes: { mmr: '30000' },
  });
});

it('reads detail rows: odometer, chassis and gearbox out of the lines, and leaves what is no car', async () => {
  const rows = [
    '12k-Mile 2010 Porsche 911 GT3,Porsche,Porsche 997 GT3,United States,Dealer,Chassis: WP0AC29995S692345,12k Miles,3.8-Liter Flat-Six,Six-Speed Manual Transaxle,PCCB,9000,2025-10-04,121000,https://example.com/a',
    '1999 Porsche 911 Carrera Cabriolet,Porsche,Porsche 996,Unknown,Private,Chassis: 12345,"98k Kilometers (~61k Miles) Shown, TMU",Five-Speed Tiptronic Automatic Transaxle,,,10,2025-10-05,17500,https://example.com/b',
    'Illuminated Porsche Sign,Porsche,Porsche,United States,Private,Sign,,,,,10,2025-10-06,1500,https://example.com/c',
  ];
  const report = await run(write('d.csv', `${DETAILS}\n${rows.join('\n')}\n`));
  expect(report).toMatchObject({ format: 'details', inserted: 2, rejected: 1 });
  expect(Object.keys(report.rejectedByReason)[0]).toMatch(/^no car/);
  const [first, second] = await stored();
  expect(first).toMatchObject({
    vin: 'WP0AC29995S692345',
    mileage: 12_000,
    mileageUnit: 'mi',
    sellerType: 'dealer',
    vehicle: { model: '911', generation: '997.2', trim: 'GT3', transmission: 'manual' },
    details: ['Chassis: WP0AC29995S692345', '12k Miles', '3.8-Liter Flat-Six', 'Six-Speed Manual Transaxle', 'PCCB'],
  });
  expect(second).toMatchObject({
    vin: null,
    mileage: 98_000,
    mileageUnit: 'km',
    region: null,
    vehicle: { transmission: 'automatic', marks: ['mileage-unknown'] },
  });
});

describe('listings', () => {
  const header = 'id,make,model,trim,model_year,mileage,mileage_unit,status,price,currency,listed_on,ended_on,options';

  it('reads offers and sales in our own format; a later row of one id replaces the first', async () => {
    const path = write(
      'own.csv',
      `${header}\n1,Porsche,911,GT3,2018,9000,km,active,"150,000",eur,2026-02-01,,PCCB|lift\n` +
        '2,Porsche,911 Turbo S,,2021,,,sold,180000,USD,,2026-01-31,\n1,Porsche,911,GT3,2018,9000,km,active,145000,eur,2026-02-01,,PCCB|lift\n' +
        '3,Porsche,911,GT3,2018,,furlong,active,1,EUR,,,\n',
    );
    const report = await run(path);
    expect(report).toMatchObject({ format: 'listings', read: 4, inserted: 2, repeated: 1, rejected: 1 });
    expect(report.rejectedByReason).toEqual({ 'mileage_unit is none of mi, km': 1 });
    const rows = await stored();
    expect(rows.find((row) => row.sourceKey === '1')).toMatchObject({
      status: 'active',
      price: { kind: 'ask', amount: 145_000, currency: 'EUR' },
      optionCodes: ['pccb', 'lift'],
      knownOn: '2026-02-01',
      vehicle: { generation: '991.2', trim: 'GT3' },
    });
    expect(rows.find((row) => row.sourceKey === '2')).toMatchObject({
      price: { kind: 'sold', amount: 180_000 },
      knownOn: '2026-01-31',
      vehicle: { trim: 'Turbo S', generation: '992.1' },
    });
  });

  it("reads somebody else's columns through a mapping, as CSV and as NDJSON", async () => {
    const mapping = readColumnMapping(
      write(
        'mapping.json',
        JSON.stringify({
          columns: { id: 'Inserat', make: 'Marke', model: 'Modell', price: 'Preis' },
          constants: { currency: 'EUR', status: 'active', mileage_unit: 'km' },
        }),
      ),
    );
    const csv = write('fremd.csv', 'Inserat;Marke;Modell;Preis\n7;Porsche;911 GT3 RS;210000\n');
    expect(await run(csv, { mapping })).toMatchObject({ format: 'listings', inserted: 1 });
    const lines = write('fremd.ndjson', '{"Inserat":7,"Marke":"Porsche","Modell":"911 GT3 RS","Preis":210000}\n');
    expect(await run(lines, { mapping })).toMatchObject({ inserted: 0, unchanged: 1 });
    await expect(run(write('x.csv', 'Inserat;Marke\n1;a\n'), { mapping })).rejects.toThrow(
      'has no column "Modell", which the mapping names',
    );
  });

  it.each([
    ['no JSON', '{', 'cannot be read as JSON'],
    ['an unknown column', '{"columns":{"cost":"Preis"}}', 'is no mapping at columns'],
    ['an unknown part', '{"cols":{}}', 'is no mapping at its top'],
  ])('refuses a mapping that is %s', (_, text, message) => {
    expect(() => readColumnMapping(write('bad.json', text))).toThrow(message);
  });
});

describe('a file that fits no format', () => {
  it('names the missing column', async () => {
    const path = write('short.csv', `${COLLECTOR.replace('end_date,', '')}\n`);
    await expect(run(path)).rejects.toThrow(`${path} has no column "end_date": a collector file needs year, make`);
    await expect(run(path, { format: 'listings' })).rejects.toMatchObject({ code: 'MISSING_COLUMN' });
  });

  it('shows the columns it found', async () => {
    await expect(run(write('other.csv', 'foo,bar\n1,2\n'))).rejects.toThrow(
      'has the columns "foo", "bar", which fit no known',
    );
  });
});

it('leaves no file of rejected rows behind where the import fails', async () => {
  const good = '2009,Porsche,911,1,Blue,manual,-1,1,2024-02-03 05:00:00,1,1,1,sold\n';
  const path = write('broken.csv', `${COLLECTOR}\n${good.repeat(50_000)}"open`);
  await expect(run(path)).rejects.toMatchObject({ code: 'WRONG_FORMAT' });
  expect(existsSync(join(folder, 'broken-rejected.csv'))).toBe(false);
});

it('says so where the rejected rows cannot be written', async () => {
  const path = write('a.csv', `${COLLECTOR}\n2009,Porsche,911,1,Blue,manual,-1,1,2024-02-03 05:00:00,1,1,1,sold\n`);
  await expect(run(path, { rejectedFolder: join(folder, 'nowhere') })).rejects.toMatchObject({
    code: 'REJECTED_FILE_NOT_WRITTEN',
  });
});
