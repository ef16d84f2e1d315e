import type { IsoDate } from '../market/calendar.ts';
import { addDays, dayNumber } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { notEnoughData } from '../market/not-enough-data.ts';
import type { MixedCar, ReferenceCar } from '../market/price-prediction.ts';
import { type SegmentId, segmentsOf } from '../market/segment.ts';
import { type Vehicle, vehicleNamed } from '../market/vehicle.ts';
import { median } from '../statistics/quantile.ts';
import type { CarFacts } from '../valuation/valuation.ts';

/** Sales with a known model year and mileage that a reference car is taken from at least. */
export const MINIMUM_REFERENCE_SALES = 10;

const RECENT_DAYS = 365;
/** Kinds of cars in a mix: the rest of a wide market is too thin to move the mean. */
const MOST_KINDS = 40;
const KILOMETRES_PER_MILE = 1.609344;

/** Names of a segment as people write them, down to its own depth; `null` below it. */
export type SegmentNames = Pick<Vehicle, 'make' | 'model' | 'generation' | 'trim'>;

/**
 * The typical car of a segment's sales: median model year and miles of the last year, or of the newest ten sales where
 * a year has fewer, and the mix of kinds where there is more than one. Sales later than `asOf` are not read.
 */
export function chooseReferenceCar(
  sales: readonly Sale[],
  options: { readonly asOf: IsoDate },
): ReferenceCar | NotEnoughData {
  const known = sales
    .filter(({ endedOn, knownOn, modelYear, mileage }) => {
      return endedOn <= options.asOf && knownOn <= options.asOf && modelYear !== null && mileage !== null;
    })
    .sort((a, b) => (a.endedOn < b.endedOn ? 1 : a.endedOn > b.endedOn ? -1 : a.id < b.id ? -1 : 1));
  if (known.length < MINIMUM_REFERENCE_SALES) {
    return notEnoughData('too few sales with a known model year and mileage in the segment', {
      found: known.length,
      needed: MINIMUM_REFERENCE_SALES,
    });
  }
  const since = addDays(options.asOf, -RECENT_DAYS);
  const recent = known.filter(({ endedOn }) => endedOn > since).length;
  const taken = known.slice(0, Math.max(MINIMUM_REFERENCE_SALES, recent));
  const mix = mixOf(taken);
  return { ...typicalOf(taken), saleCount: taken.length, ...(mix.length < 2 ? {} : { mix }) };
}

/** The kinds of cars among the sales, by their most specific segment. */
function mixOf(sales: readonly Sale[]): readonly MixedCar[] {
  const kinds = [...Map.groupBy(sales, ({ vehicle }) => segmentsOf(vehicle).at(-1) ?? '')]
    .sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
    .slice(0, MOST_KINDS);
  const total = kinds.reduce((sum, [, own]) => sum + own.length, 0);
  return kinds.map(([segment, own]) => {
    const { model, generation, trim } = namesOfSegment(own, segment);
    return { model, generation, trim, ...typicalOf(own), share: own.length / total };
  });
}

function typicalOf(sales: readonly Sale[]): Pick<ReferenceCar, 'modelYear' | 'mileage'> {
  return {
    modelYear: Math.round(median(sales.map(({ modelYear }) => modelYear!))),
    mileage: Math.round(
      median(sales.map(({ mileage, mileageUnit }) => mileage! / (mileageUnit === 'km' ? KILOMETRES_PER_MILE : 1))),
    ),
  };
}

/** The most frequent spelling of a segment's names among its sales, cut at the segment's depth. */
export function namesOfSegment(sales: readonly Sale[], segment: SegmentId): SegmentNames {
  const depth = segment.split('/').length;
  const counts = new Map<string, { count: number; names: SegmentNames }>();
  for (const { vehicle } of sales) {
    const names = {
      make: vehicle.make,
      model: depth >= 2 ? vehicle.model : '',
      generation: depth >= 3 ? vehicle.generation : null,
      trim: depth >= 4 ? vehicle.trim : null,
    };
    const key = JSON.stringify(names);
    const entry = counts.get(key);
    if (entry === undefined) counts.set(key, { count: 1, names });
    else entry.count++;
  }
  let best: { count: number; names: SegmentNames } = {
    count: 0,
    names: { make: segment, model: '', generation: null, trim: null },
  };
  for (const entry of counts.values()) if (entry.count > best.count) best = entry;
  return best.names;
}

/**
 * The facts of a segment's reference car on a day: it has driven on since `asOf` at its own yearly rate. Everything that
 * the segment does not fix stays typical, so that the same words give the same car on the day of the prediction and on
 * the day it is settled.
 */
export function referenceCarFacts(
  reference: Pick<ReferenceCar, 'modelYear' | 'mileage'>,
  options: { readonly names: SegmentNames; readonly asOf: IsoDate; readonly valuedOn: IsoDate },
): CarFacts {
  const age = Math.max(1, Number(options.asOf.slice(0, 4)) - reference.modelYear);
  const years = (dayNumber(options.valuedOn) - dayNumber(options.asOf)) / 365.25;
  return {
    vehicle: vehicleNamed(options.names),
    modelYear: reference.modelYear,
    mileage: Math.round(reference.mileage * (1 + years / age)),
    mileageUnit: 'mi',
    // A word that no sale has adds nothing, where `null` would stand for the cars whose seller kept it back.
    color: 'typical',
    condition: null,
    region: 'typical',
    sellerType: 'typical',
    optionCodes: [],
  };
}
