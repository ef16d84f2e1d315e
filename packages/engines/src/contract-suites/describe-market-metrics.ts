import { beforeEach, describe, expect, test } from 'vitest';
import type { Listing } from '../market/listing.ts';
import type { MarketScope } from '../market/price.ts';
import type { ListingStore } from '../market/ports/listing-store.ts';
import type { MarketMetrics, MetricFilter } from '../market/ports/market-metrics.ts';
import type { ContractSubject } from './contract-subject.ts';
import { bareListing, sampleId, sampleListing, sampleSale } from './sample-listing.ts';

const market: MarketScope = { priceKind: 'sold', currency: 'USD' };
const asOf = '2024-06-30';

function sale(n: number, amount: number, changes: Partial<Listing> & { readonly endedOn?: string } = {}) {
  const { endedOn = '2024-03-01', ...rest } = changes;
  return sampleSale(n, { endedOn, price: { kind: 'sold', amount, currency: 'USD' }, changes: rest });
}

/** Every sentence of the `MarketMetrics` contract, as tests. The two ports must share their rows. */
export function describeMarketMetrics(
  subject: ContractSubject<{ readonly listings: ListingStore; readonly metrics: MarketMetrics }>,
): void {
  describe(`market metrics: ${subject.name}`, () => {
    let listings: ListingStore;
    let metrics: MarketMetrics;
    beforeEach(async () => {
      ({ listings, metrics } = await subject.createStore());
    });
    const vehicle = sampleListing(1).vehicle;
    const idsOf = (filter: MetricFilter) => metrics.list({ rows: 'sales', market, asOf, filter, ...byDay });
    const byDay = { order: 'day', direction: 'ascending', limit: 100 } as const;

    test('no rows are a count of 0 without figures, and no groups', async () => {
      const measures = ['median-price', 'mean-miles'] as const;
      expect(await metrics.measure({ rows: 'sales', market, asOf, measures })).toEqual([
        {
          group: null,
          count: 0,
          values: { 'median-price': null, 'mean-miles': null },
          firstDay: null,
          lastDay: null,
        },
      ]);
      expect(await metrics.measure({ rows: 'offers', market, asOf, by: 'model' })).toEqual([]);
      expect(await metrics.list({ rows: 'offers', market, asOf, ...byDay })).toEqual([]);
    });

    test('cars are told by name, each name once, most rows first', async () => {
      const other = { ...vehicle, model: 'Cayman', generation: null, trim: null };
      const named = (model: string, trim: string | null) => ({ vehicle: { ...vehicle, model, trim } });
      await listings.upsert([
        sale(1, 10, named('Boxster', 'S')),
        sale(2, 10, named('Boxster', 'S')),
        sale(3, 10, named('Boxster', null)),
        sale(4, 10, named('Boxster', 'GTS')),
        sale(5, 10, { vehicle: other }),
        sale(6, 10, { ...named('Boxster', 'S'), endedOn: '2024-07-01' }),
      ]);
      const { make, generation } = vehicle;
      const boxster = { make, model: 'Boxster', generation, count: 1 };
      expect(await metrics.names({ rows: 'sales', market, asOf })).toEqual([
        { ...boxster, trim: 'S', count: 2 },
        { ...boxster, trim: 'GTS' },
        { ...boxster, trim: null },
        { make, model: 'Cayman', generation: null, trim: null, count: 1 },
      ]);
      const filter = { trim: 'GTS' };
      expect(await metrics.names({ rows: 'sales', market, asOf, filter })).toEqual([{ ...boxster, trim: 'GTS' }]);
      expect(await metrics.names({ rows: 'offers', market, asOf })).toEqual([]);
    });

    test('prices and odometers are measured, kilometres as miles', async () => {
      await listings.upsert([
        sale(1, 50_000, { mileage: 10_000, endedOn: '2024-01-31' }),
        sale(2, 80_000, { mileage: 20_000, endedOn: '2024-02-29' }),
        sale(3, 60_000, { mileage: 48_280.32, mileageUnit: 'km' }),
        sale(4, 90_000, { mileage: null }),
      ]);
      const [all] = await metrics.measure({
        rows: 'sales',
        market,
        asOf,
        measures: ['median-price', 'mean-price', 'lowest-price', 'highest-price', 'median-miles', 'mean-miles'],
      });
      expect(all).toMatchObject({ group: null, count: 4, firstDay: '2024-01-31', lastDay: '2024-03-01' });
      expect(all?.values['median-price']).toBeCloseTo(70_000, 6);
      expect(all?.values['mean-price']).toBeCloseTo(70_000, 6);
      expect(all?.values['lowest-price']).toBe(50_000);
      expect(all?.values['highest-price']).toBe(90_000);
      expect(all?.values['median-miles']).toBeCloseTo(20_000, 6);
      expect(all?.values['mean-miles']).toBeCloseTo(20_000, 6);
    });

    test('sums, extremes, deviations and percentiles are measured, and a percentile has its bounds', async () => {
      await listings.upsert([
        sale(1, 10, { mileage: 1000 }),
        sale(2, 20, { mileage: 2000 }),
        sale(3, 40, { mileage: null }),
        sale(4, 90, { mileage: 6000 }),
      ]);
      const measures = [
        'sum-price',
        'sum-miles',
        'deviation-price',
        'deviation-miles',
        'lowest-miles',
        'highest-miles',
        'p25-price',
        'p90-price',
        'p2.5-price',
        'p50-miles',
      ] as const;
      const [all] = await metrics.measure({ rows: 'sales', market, asOf, measures });
      const expected = [160, 9000, Math.sqrt(3800 / 3), Math.sqrt(7_000_000), 1000, 6000, 17.5, 75, 10.75, 2000];
      expected.forEach((value, index) => expect(all?.values[measures[index]!], measures[index]).toBeCloseTo(value, 6));
      const [one] = await metrics.measure({ rows: 'sales', market, asOf, filter: { price: { below: 15 } }, measures });
      expect(one?.values).toMatchObject({ 'deviation-price': null, 'p90-price': 10, 'sum-price': 10 });
      for (const measure of ['p0-price', 'p100-price', 'p-5-miles'] as const) {
        await expect(metrics.measure({ rows: 'sales', market, asOf, measures: [measure] })).rejects.toMatchObject({
          code: 'INVALID_INPUT',
        });
      }
    });

    test('rows are left out by what they are, and where they do not say what they are', async () => {
      const car = (changes: Partial<Listing['vehicle']>) => ({ ...vehicle, ...changes });
      await listings.upsert([
        sale(1, 1, { color: 'red', optionCodes: ['pccb', 'bose'], vehicle: car({ trim: 'S', generation: '991.1' }) }),
        sale(2, 2, { color: 'blue', optionCodes: ['bose'], vehicle: car({ trim: 'GTS', generation: '991.2' }) }),
        sale(3, 3, { color: null, optionCodes: [], vehicle: car({ trim: null, generation: '9911' }) }),
        sale(4, 4, {
          color: 'black',
          optionCodes: [],
          vehicle: car({ make: 'BMW', trim: 'R', generation: null, marks: ['accident', 'rust'] }),
        }),
      ]);
      const left = async (filter: MetricFilter) => (await idsOf(filter)).map(({ price }) => price?.amount).toSorted();
      expect(await left({ except: { colors: ['red', 'green'] } })).toEqual([2, 4]);
      expect(await left({ except: { optionCodes: ['pccb'] } })).toEqual([2, 3, 4]);
      expect(await left({ optionCodes: ['bose'], except: { optionCodes: ['pccb', "x' or true"] } })).toEqual([2]);
      expect(await left({ except: { trims: ['S', 'R'] } })).toEqual([2]);
      expect(await left({ except: { generations: ['991'] } })).toEqual([3]);
      expect(await left({ except: { generations: ['991.1'], colors: [] } })).toEqual([2, 3]);
      expect(await left({ marks: ['accident'] })).toEqual([4]);
      expect(await left({ marks: ['accident', 'salvage'] })).toEqual([]);
      expect(await left({ except: { marks: ['rust'] } })).toEqual([1, 2, 3]);
      expect(await left({ except: {} })).toEqual([1, 2, 3, 4]);
      expect(await left({ among: {} })).toEqual([1, 2, 3, 4]);
      expect(await left({ among: { colors: [] } })).toEqual([1, 2, 3, 4]);
      expect(await left({ among: { colors: ['red', 'black', 'green'] } })).toEqual([1, 4]);
      expect(await left({ among: { generations: ['991'] } })).toEqual([1, 2]);
      expect(await left({ among: { generations: ['991.1', '9911'] } })).toEqual([1, 3]);
      expect(await left({ among: { trims: ['S', 'R'], colors: ['blue', 'black'] } })).toEqual([4]);
      expect(await left({ among: { colors: ['blue', 'black'] }, except: { marks: ['rust'] } })).toEqual([2]);
      expect(await left({ among: { trims: ["x' or true"] } })).toEqual([]);
      expect(await left({ among: { makes: ['BMW', 'Ferrari'] } })).toEqual([4]);
      expect(await left({ except: { makes: ['BMW'] } })).toEqual([1, 2, 3]);
    });

    test('only rows of the market that were known are read', async () => {
      await listings.upsert([
        sale(1, 1),
        sale(2, 2, { endedOn: '2024-07-01' }),
        sampleSale(3, { endedOn: '2024-03-01', price: { kind: 'wholesale', amount: 3, currency: 'USD' } }),
        sampleSale(4, { endedOn: '2024-03-01', price: { kind: 'sold', amount: 4, currency: 'EUR' } }),
        sampleListing(5),
        sampleListing(6, { knownOn: '2024-07-01' }),
        sampleListing(7, { endedOn: '2024-06-29' }),
        sampleListing(8, { endedOn: '2024-06-30' }),
        sampleListing(9, { price: { kind: 'ask', amount: 9, currency: 'EUR' } }),
        bareListing(10),
      ]);
      const countOf = async (rows: 'sales' | 'offers') => (await metrics.measure({ rows, market, asOf }))[0]?.count;
      expect(await countOf('sales')).toBe(1);
      expect(await countOf('offers')).toBe(2);
    });

    test('every field of a filter narrows, and all of them together', async () => {
      await listings.upsert([
        sale(1, 80_000),
        sale(2, 81_000, { vehicle: { ...vehicle, make: 'BMW', model: 'M3' } }),
        sale(3, 82_000, { vehicle: { ...vehicle, generation: '991.1', trim: 'Carrera S' } }),
        sale(4, 83_000, { vehicle: { ...vehicle, generation: '991.2', body: 'targa', transmission: 'automatic' } }),
        sale(5, 84_000, { color: 'red', region: 'tx', sellerType: 'private', optionCodes: ['pccb', 'sunroof'] }),
        sale(6, 85_000, { modelYear: 1998, mileage: 12_000, endedOn: '2024-04-30' }),
        {
          ...bareListing(7),
          status: 'sold',
          price: sale(7, 86_000).price,
          endedOn: '2024-03-02',
          knownOn: '2024-03-02',
        },
      ]);
      const cases: readonly (readonly [MetricFilter, readonly number[]])[] = [
        [{ make: 'BMW' }, [2]],
        [{ model: 'M3' }, [2]],
        [{ generation: '991' }, [3, 4]],
        [{ generation: '991.2' }, [4]],
        [{ generation: '99' }, []],
        [{ trim: 'Carrera' }, [1, 2, 4, 5, 6]],
        [{ body: 'targa' }, [4]],
        [{ transmission: 'automatic' }, [4]],
        [{ color: 'red' }, [5]],
        [{ region: 'tx' }, [5]],
        [{ sellerType: 'private' }, [5]],
        [{ optionCodes: ['sunroof', 'pccb'] }, [5]],
        [{ optionCodes: [] }, [1, 2, 3, 4, 5, 7, 6]],
        [{ modelYear: { atLeast: 1996 } }, [6]],
        [{ miles: { below: 13_000 } }, [6]],
        [{ miles: { atMost: 12_000 } }, [6]],
        [{ miles: { below: 12_000 } }, []],
        [{ price: { above: 84_000, atMost: 86_000 } }, [7, 6]],
        [{ price: { atLeast: 84_000, below: 85_000 } }, [5]],
        [{ days: { from: '2024-03-02' } }, [7, 6]],
        [{ days: { to: '2024-03-01' }, generation: '991', trim: 'Carrera S' }, [3]],
        [{ model: "911' or true --" }, []],
      ];
      for (const [filter, expected] of cases) {
        const found = (await idsOf(filter)).map(({ id }) => id);
        expect(found, JSON.stringify(filter)).toEqual(expected.map((n) => sampleId(n)));
        const [all] = await metrics.measure({ rows: 'sales', market, asOf, filter });
        expect(all?.count, JSON.stringify(filter)).toBe(expected.length);
      }
    });

    test('groups come with most rows first, ties by name, those that do not say last', async () => {
      await listings.upsert([
        sale(1, 10, { color: 'red' }),
        sale(2, 30, { color: 'red', modelYear: 2001, endedOn: '2024-05-31' }),
        sale(3, 50, { color: 'black' }),
        sale(4, 70, { color: null }),
        sale(5, 90, { color: 'white', endedOn: '2023-12-31' }),
      ]);
      const by = async (dimension: Parameters<MarketMetrics['measure']>[0]['by'], limit = 50) =>
        (await metrics.measure({ rows: 'sales', market, asOf, by: dimension!, limit, measures: ['median-price'] })).map(
          ({ group, count, values }) => [group, count, values['median-price']],
        );
      expect(await by('color')).toEqual([
        ['red', 2, 20],
        ['black', 1, 50],
        ['white', 1, 90],
        [null, 1, 70],
      ]);
      expect(await by('color', 1)).toEqual([['red', 2, 20]]);
      expect(await by('month')).toEqual([
        ['2024-03', 3, 50],
        ['2023-12', 1, 90],
        ['2024-05', 1, 30],
      ]);
      expect(await by('year')).toEqual([
        ['2024', 4, 40],
        ['2023', 1, 90],
      ]);
      expect(await by('model-year')).toEqual([
        ['1995', 4, 60],
        ['2001', 1, 30],
      ]);
      expect(await by('seller-type')).toEqual([['dealer', 5, 50]]);
      for (const dimension of ['make', 'model', 'generation', 'trim', 'body', 'transmission', 'region'] as const) {
        expect((await by(dimension)).map(([, count]) => count)).toEqual([5]);
      }
    });

    test('rows come whole and in order, ties by id, what is missing last, never more than 100', async () => {
      const rows = [
        sale(1, 30, { mileage: 5 }),
        sale(2, 10, { mileage: null, modelYear: null }),
        sale(3, 30, { mileage: 8.1, mileageUnit: 'km', endedOn: '2024-05-01' }),
      ];
      await listings.upsert(rows);
      const numbers = async (query: Pick<Parameters<MarketMetrics['list']>[0], 'order' | 'direction' | 'limit'>) =>
        (await metrics.list({ rows: 'sales', market, asOf, ...query })).map(
          ({ id }) => rows.findIndex((row) => row.id === id) + 1,
        );
      expect(await numbers({ order: 'price', direction: 'ascending' })).toEqual([2, 1, 3]);
      expect(await numbers({ order: 'price', direction: 'descending' })).toEqual([1, 3, 2]);
      expect(await numbers({ order: 'miles', direction: 'ascending' })).toEqual([1, 3, 2]);
      expect(await numbers({ order: 'miles', direction: 'descending' })).toEqual([3, 1, 2]);
      expect(await numbers({ order: 'day', direction: 'descending', limit: 1 })).toEqual([3]);
      expect(await numbers({ order: 'model-year', direction: 'descending' })).toEqual([1, 3, 2]);
      const [first] = await metrics.list({ rows: 'sales', market, asOf, order: 'price', direction: 'descending' });
      expect(first).toStrictEqual(rows[0]);
      await listings.upsert(Array.from({ length: 120 }, (_, n) => sale(n + 10, 1)));
      expect(await numbers({ order: 'price', direction: 'ascending', limit: 1000 })).toHaveLength(100);
    });
  });
}
