import type { IsoDate } from '../market/calendar.ts';
import { segmentsOf, slug } from '../market/segment.ts';
import { EFFECT_GROUPS, groupIndex, SEGMENT_DEPTH } from './effect-group.ts';
import type { TypicalMileage } from './typical-mileage.ts';
import { typicalMilesAt } from './typical-mileage.ts';
import type { CarFacts } from './valuation.ts';
import { CURVE_POSITIONS } from './value-curve.ts';

const KILOMETRES_PER_MILE = 1.609344;
const MOST_WORDS = 10;

/** A car as the hedonic sees it on one day. */
export interface CarDescription {
  /** From the make to the most specific one. */
  readonly segments: readonly string[];
  /** Group and key of every effect that applies, as two lists of one length. */
  readonly groups: readonly number[];
  readonly keys: readonly string[];
  /** Age in years, miles and condition grade in the order of `VALUE_CURVES`; NaN where unknown. */
  readonly facts: readonly [age: number, miles: number, condition: number];
}

const BODY = groupIndex('body');
const SEGMENT_BODY = groupIndex('segment and body');
const TRANSMISSION = groupIndex('transmission');
const SEGMENT_TRANSMISSION = groupIndex('segment and transmission');
const COLOUR = groupIndex('colour');
const SEGMENT_COLOUR = groupIndex('segment and colour');
const REGION = groupIndex('region');
const SELLER = groupIndex('seller');
const WORD = groupIndex('word');
const SEGMENT_WORD = groupIndex('segment and word');
const OPTION = groupIndex('option');
const UNKNOWN = groupIndex('unknown fact');
const MODEL_YEAR = groupIndex('model and year');
const TRIM_YEAR = groupIndex('trim and year');
const CHASSIS = groupIndex('chassis type');
const CHASSIS_YEAR = groupIndex('chassis type and year');
const PLANT = groupIndex('plant');
const TRIM_OF_MODEL = groupIndex('trim of model');
const TRIM_WORD = groupIndex('trim word');
const SELLER_AND_MAKE = groupIndex('seller and make');
const SELLER_AND_MODEL = groupIndex('seller and model');
const CONDITION_BY_SELLER = groupIndex('condition by seller');
const REGION_AND_YEAR = groupIndex('region and year');
const REGION_AND_MAKE = groupIndex('region and make');
const REGION_AND_MODEL = groupIndex('region and model');
const REGION_AND_BODY = groupIndex('region and body');
const REGION_AND_DAY = groupIndex('region and day');
const SELLER_AND_DAY = groupIndex('seller and day');
/** The curves that bend from one segment to the next, and at which depth of its path. */
const BENDS = EFFECT_GROUPS.flatMap((entry, index) => {
  const depth = ['by make', 'by model', 'by generation'].findIndex((level) => entry.name.endsWith(level)) + 1;
  return entry.curve === null || depth === 0 ? [] : [{ group: index, depth, fact: CURVE_POSITIONS[entry.curve] }];
});

/**
 * Says which effects apply to a car on a day. Reads nothing but the facts of the car; where its mileage is unknown it
 * counts as driven like others of its age.
 */
export function describeCar(
  car: CarFacts,
  options: {
    readonly valuedOn: IsoDate;
    readonly typicalMileage: TypicalMileage;
    /** False where nobody knows what the lots of that very day are worth. Default true. */
    readonly isDayKnown?: boolean;
  },
): CarDescription {
  const { valuedOn } = options;
  const lot = options.isDayKnown === false ? '' : valuedOn;
  const groups: number[] = [];
  const keys: string[] = [];
  const add = (group: number, key: string): void => {
    groups.push(group);
    keys.push(key);
  };

  const segments = segmentsOf(car.vehicle);
  for (let depth = 0; depth < Math.min(SEGMENT_DEPTH, segments.length); depth++) add(depth, segments[depth]!);
  const leaf = segments[segments.length - 1]!;
  const model = segments[Math.min(1, segments.length - 1)]!;
  const family = segments[Math.min(2, segments.length - 1)]!;

  const trim = slug(car.vehicle.trim);
  if (trim !== '') {
    add(TRIM_OF_MODEL, `${model}|${trim}`);
    for (const word of new Set(trim.split('-'))) add(TRIM_WORD, `${segments[0]}|${word}`);
  }

  const age = ageOf(car, valuedOn);
  const miles = plausibleMiles(car, age);
  const condition = car.condition !== null && car.condition >= 1 && car.condition <= 5 ? car.condition : Number.NaN;
  const drivenMiles = Number.isNaN(miles) ? typicalMilesAt(options.typicalMileage, age) : miles;
  const facts = [age, drivenMiles, condition] as const;

  if (Number.isFinite(age)) {
    add(MODEL_YEAR, `${model}@${car.modelYear}`);
    add(TRIM_YEAR, `${leaf}@${car.modelYear}`);
  } else add(UNKNOWN, 'age');
  // An odometer that says nothing believable is often that of a car that does not run; one that nobody read is not.
  if (Number.isNaN(miles)) add(UNKNOWN, Number.isFinite(car.mileage ?? Number.NaN) ? 'odometer' : 'mileage');
  if (Number.isNaN(condition)) add(UNKNOWN, 'condition');

  const { body, transmission } = car.vehicle;
  add(BODY, body ?? '?');
  if (body !== null) add(SEGMENT_BODY, `${family}|${body}`);
  add(TRANSMISSION, transmission ?? '?');
  if (transmission !== null) add(SEGMENT_TRANSMISSION, `${family}|${transmission}`);
  const colour = slug(car.color);
  add(COLOUR, colour === '' ? '?' : colour);
  if (colour !== '') add(SEGMENT_COLOUR, `${model}|${colour}`);
  const region = slug(car.region);
  add(REGION, region === '' ? '?' : region);
  const seller = slug(car.sellerType);
  add(SELLER, seller === '' ? '?' : seller);
  if (region !== '') {
    add(REGION_AND_YEAR, `${region}@${car.modelYear ?? ''}`);
    add(REGION_AND_MAKE, `${region}|${segments[0]}`);
    add(REGION_AND_MODEL, `${region}|${model}`);
    if (body !== null) add(REGION_AND_BODY, `${region}|${body}`);
    // One auction on one day: its bidders and its lot of cars are common to all that was sold there.
    add(REGION_AND_DAY, `${region}@${lot}`);
  }
  if (seller !== '') {
    add(SELLER_AND_MAKE, `${seller}|${segments[0]}`);
    add(SELLER_AND_MODEL, `${seller}|${model}`);
    add(SELLER_AND_DAY, `${seller}@${lot}`);
    // A grade is given by people: some sellers' cars are worth more of what it promises.
    if (Number.isFinite(condition)) add(CONDITION_BY_SELLER, seller);
  }

  const vin = chassisType(car.vin ?? null);
  if (vin !== null) {
    add(CHASSIS, `${segments[0]}|${vin.type}`);
    add(CHASSIS_YEAR, `${segments[0]}|${vin.type}@${car.modelYear ?? ''}`);
    add(PLANT, `${model}|${vin.plant}`);
  }

  const words = new Set([...car.vehicle.marks, ...car.vehicle.unknownWords]);
  let taken = 0;
  for (const word of words) {
    if (taken++ === MOST_WORDS) break;
    add(WORD, word);
    add(SEGMENT_WORD, `${model}|${word}`);
  }
  for (const option of new Set(car.optionCodes)) add(OPTION, option);
  for (const bend of BENDS) {
    if (segments.length >= bend.depth && Number.isFinite(facts[bend.fact])) add(bend.group, segments[bend.depth - 1]!);
  }
  return { segments, groups, keys, facts };
}

/** Age in years and plausible miles of a car on a day; NaN where unknown or not to be believed. */
export function ageAndMiles(car: CarFacts, valuedOn: IsoDate): { readonly ageYears: number; readonly miles: number } {
  const ageYears = ageOf(car, valuedOn);
  return { ageYears, miles: plausibleMiles(car, ageYears) };
}

/** Years since the start of the model year, never below 0; NaN where the model year is unknown, no year or yet to come. */
function ageOf(car: CarFacts, valuedOn: IsoDate): number {
  const year = car.modelYear;
  if (year === null || !Number.isFinite(year) || year < 1885) return Number.NaN;
  if (year > Number(valuedOn.slice(0, 4)) + 2) return Number.NaN;
  const month = Number(valuedOn.slice(5, 7));
  const day = Number(valuedOn.slice(8, 10));
  return Math.max(0, Number(valuedOn.slice(0, 4)) + (month - 1 + (day - 1) / 31) / 12 - year);
}

/**
 * Miles, or NaN where the odometer says nothing that can be believed: below 0, half a million and more (such as the
 * code 999999), or under 10 on a car that is five years old or older (such as the code 1).
 */
function plausibleMiles(car: CarFacts, age: number): number {
  if (car.mileage === null || !Number.isFinite(car.mileage) || car.mileage < 0) return Number.NaN;
  const miles = car.mileageUnit === 'km' ? car.mileage / KILOMETRES_PER_MILE : car.mileage;
  if (miles >= 500_000 || (miles < 10 && !(age < 5))) return Number.NaN;
  return miles;
}

/**
 * What a 17-character chassis number says of the kind of car: positions 4 to 8 describe it, position 11 names the plant
 * (49 CFR 565.15). `null` where there is none, or one of another form.
 */
function chassisType(vin: string | null): { readonly type: string; readonly plant: string } | null {
  if (vin === null || !/^[A-HJ-NPR-Z0-9]{17}$/i.test(vin)) return null;
  const number = vin.toUpperCase();
  return { type: number.slice(0, 3) + number.slice(3, 8), plant: number[10]! };
}
