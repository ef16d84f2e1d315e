import type { Listing, Sale } from '../market/listing.ts';
import type { Price } from '../market/price.ts';

/** A valid UUID for the n-th row of a kind, so that the order of ids is the order of `n`. */
export function sampleId(n: number, kind = 0): string {
  return `${n.toString(16).padStart(8, '0')}-0000-4000-8000-${kind.toString(16).padStart(12, '0')}`;
}

/** Text that a store may not bend: quotes, escapes, line ends, wide and composed characters, and SQL. */
export const AWKWARD_TEXT =
  'Straße „911“ – 50 % \'x\' "y" \\ \t\r\n e\u0301 \u00e9 🏁 ポルシェ العربية $1 {{a}}; drop table listings; -- NULL';

/** A full listing, every field of which may be replaced. */
export function sampleListing(n: number, changes: Partial<Listing> = {}): Listing {
  return {
    id: sampleId(n),
    source: 'contract',
    sourceKey: `row-${n}`,
    title: `1995 Porsche 911 Carrera Coupe ${n}`,
    vehicle: {
      make: 'Porsche',
      model: '911',
      generation: '993',
      trim: 'Carrera',
      body: 'coupe',
      transmission: 'manual',
      gearbox: 'manual',
      gears: 6,
      drive: 'rear-wheel',
      marks: ['special-colour', 'tuned'],
      unknownWords: ['andial'],
    },
    modelYear: 1995,
    mileage: 48_000 + n,
    mileageUnit: 'mi',
    color: 'silver',
    condition: 3.5,
    region: 'ca',
    sellerType: 'dealer',
    vin: 'WP0AA2990SS320000',
    optionCodes: ['m220', 'sunroof'],
    details: ['Limited-slip differential', AWKWARD_TEXT],
    status: 'active',
    price: { kind: 'ask', amount: 80_000 + n, currency: 'USD' },
    listedOn: '2024-02-29',
    endedOn: null,
    knownOn: '2024-02-29',
    synthetic: false,
    attributes: { bidders: '12', 'guide price': '75,000', [AWKWARD_TEXT.slice(0, 20)]: AWKWARD_TEXT },
    ...changes,
  };
}

/** A listing in which everything that may be absent is absent. */
export function bareListing(n: number): Listing {
  return sampleListing(n, {
    vehicle: {
      make: 'Škoda',
      model: '110 R',
      generation: null,
      trim: null,
      body: null,
      transmission: null,
      gearbox: null,
      gears: null,
      drive: null,
      marks: [],
      unknownWords: [],
    },
    modelYear: null,
    mileage: null,
    mileageUnit: 'km',
    color: null,
    condition: null,
    region: null,
    sellerType: null,
    vin: null,
    optionCodes: [],
    details: [],
    price: null,
    listedOn: null,
    synthetic: true,
    attributes: {},
  });
}

/** A finished sale, known on the day it ended. */
export function sampleSale(
  n: number,
  options: {
    readonly endedOn: string;
    readonly price?: Price<'sold'> | Price<'wholesale'>;
    readonly changes?: Partial<Listing>;
  },
): Sale {
  const price = options.price ?? { kind: 'sold', amount: 70_000 + n, currency: 'USD' };
  const { endedOn } = options;
  return { ...sampleListing(n, { knownOn: endedOn, ...options.changes }), status: 'sold', price, endedOn };
}
