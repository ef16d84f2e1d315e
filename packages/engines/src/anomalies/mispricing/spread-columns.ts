import { segmentsOf } from '../../market/segment.ts';
import type { JudgedCar } from './judged-sale.ts';

const KILOMETRES_PER_MILE = 1.609344;
const DAY_MS = 86_400_000;
/** Names that a category tells apart; rarer ones count as missing. */
const MOST_NAMES = 250;
/** Sales that a name needs. */
const LEAST_SALES = 8;

/** What says how far a car may lie from its expected price. Numbers first, then names. */
export const NUMBER_COLUMNS = [
  'log expected price',
  'log spread',
  'log sale count',
  'age',
  'miles',
  'miles a year',
  'condition',
  'day',
  'model year',
] as const;
export const NAME_COLUMNS = [
  'make',
  'model',
  'body',
  'transmission',
  'colour',
  'region',
  'seller',
  'trim',
  'chassis type',
] as const;

/** The names of each category by frequency, with how many sales have each. */
export interface NameCodes {
  readonly names: readonly (readonly (readonly [name: string, count: number])[])[];
}

/** Learns which names are frequent enough to be told apart. */
export function learnNames(cars: readonly JudgedCar[]): NameCodes {
  const counts = NAME_COLUMNS.map(() => new Map<string, number>());
  for (const car of cars) {
    namesOf(car).forEach((name, column) => {
      if (name !== null) counts[column]!.set(name, (counts[column]!.get(name) ?? 0) + 1);
    });
  }
  return {
    names: counts.map((ofColumn) =>
      [...ofColumn]
        .filter(([, count]) => count >= LEAST_SALES)
        .sort(([left, a], [right, b]) => b - a || (left < right ? -1 : 1))
        .slice(0, MOST_NAMES),
    ),
  };
}

/** Reads the values of one car: numbers, codes of its names, and how frequent each name is. NaN and -1 are missing. */
export function createSpreadRow(codes: NameCodes): (car: JudgedCar) => readonly number[] {
  const positions = codes.names.map((names) => new Map(names.map(([name, count], code) => [name, { code, count }])));
  return (car) => {
    const known = namesOf(car).map((name, column) => (name === null ? undefined : positions[column]!.get(name)));
    return [
      ...numbersOf(car),
      ...known.map((entry) => entry?.code ?? -1),
      ...known.map((entry) => Math.log1p(entry?.count ?? 0)),
    ];
  };
}

/** What of a row shapes the tails of its residual: the numbers, and how frequent each name is. */
export function tailFacts(row: readonly number[]): readonly number[] {
  const names = NUMBER_COLUMNS.length;
  return [...row.slice(0, names), ...row.slice(names + NAME_COLUMNS.length)];
}

/** The numbers of a car in the order of `NUMBER_COLUMNS`; NaN where unknown or not to be believed. */
function numbersOf({ listing, day, expectedLogPrice, logSpread, saleCount }: JudgedCar): readonly number[] {
  const instant = Date.parse(day);
  const dayNumber = Number.isNaN(instant) ? Number.NaN : instant / DAY_MS;
  const year = listing.modelYear ?? Number.NaN;
  const age = 1970 + dayNumber / 365.25 - year;
  const driven = listing.mileageUnit === 'km' ? (listing.mileage ?? Number.NaN) / KILOMETRES_PER_MILE : listing.mileage;
  const miles = driven !== null && driven > 1 && driven < 500_000 ? driven : Number.NaN;
  return [
    expectedLogPrice,
    Math.log(logSpread),
    Math.log1p(saleCount),
    age,
    miles,
    miles / Math.max(0.5, age),
    listing.condition ?? Number.NaN,
    dayNumber,
    year,
  ];
}

function namesOf({ listing }: JudgedCar): readonly (string | null)[] {
  const { vehicle } = listing;
  const vin = listing.vin ?? null;
  return [
    vehicle.make,
    `${vehicle.make}/${vehicle.model}`,
    vehicle.body,
    vehicle.transmission,
    listing.color,
    listing.region,
    listing.sellerType,
    segmentsOf(vehicle).at(-1) ?? null,
    vin !== null && vin.length === 17 ? vin.slice(0, 8).toLowerCase() : null,
  ];
}
