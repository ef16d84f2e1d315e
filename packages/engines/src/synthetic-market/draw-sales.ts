import { addDays, dayNumber, firstDayOf, type IsoDate, type IsoMonth, monthOf } from '../market/calendar.ts';
import type { Random } from '../statistics/random.ts';
import { type DraftContext, draftListing, type ListingDraft } from './listing-draft.ts';
import { plantAnomaly } from './plant-anomaly.ts';
import { plantFault } from './plant-fault.ts';
import { drawSaleCause } from './planted-cause.ts';
import { randomStream } from './random-stream.ts';
import { addRareOptions } from './rare-car.ts';
import { drawCar, type SyntheticCar } from './synthetic-car.ts';

/** Draws the finished offers of one month up to the last day of the market. */
export function drawSales(
  context: DraftContext,
  options: {
    readonly month: IsoMonth;
    readonly lastDay: IsoDate;
    readonly salesPerMonth: number;
    readonly daysInMonth: number;
  },
): readonly ListingDraft[] {
  const firstDay = firstDayOf(options.month);
  const days = dayNumber(options.lastDay) - dayNumber(firstDay) + 1;
  const monthRandom = randomStream(context.seed, `sales/${options.month}`);
  const expected = (options.salesPerMonth * days) / options.daysInMonth;
  // The normal approximation of a Poisson count; a month is never negative.
  const count = Math.max(0, Math.round(expected + Math.sqrt(expected) * monthRandom.normal()));
  return Array.from({ length: count }, (_, sequence) => {
    const key = `sale-${options.month}-${String(sequence)}`;
    return drawSale(context, { key, endedOn: addDays(firstDay, monthRandom.integer(days)) });
  });
}

function drawSale(context: DraftContext, offer: { readonly key: string; readonly endedOn: IsoDate }): ListingDraft {
  const { preset } = context;
  const random = randomStream(context.seed, offer.key);
  const isOdd = random.uniform() < preset.anomalyShareOfSales;
  const cause = isOdd ? drawSaleCause(random) : null;
  const isUnsold = !isOdd && random.uniform() < preset.unsoldShare;
  const drawn = drawMarketCar(context, { random, day: offer.endedOn });
  const car = cause === 'rare_car' ? addRareOptions(drawn, random) : drawn;
  const draft = draftListing(car, {
    context,
    random,
    offer: {
      key: offer.key,
      status: isUnsold ? 'unsold' : 'sold',
      priceKind: isUnsold ? 'bid' : 'sold',
      listedOn: addDays(offer.endedOn, -(7 + random.integer(30))),
      endedOn: offer.endedOn,
      residual: drawResidual(context, { random, car }),
    },
  });
  if (cause !== null) return plantAnomaly(draft, cause, { preset, random });
  return random.uniform() < preset.faultShare ? plantFault(draft, random) : draft;
}

/** Draws a car of the market's mix on a day. */
export function drawMarketCar(
  context: DraftContext,
  options: { readonly random: Random; readonly day: IsoDate },
): SyntheticCar {
  const { plans, weights } = context.mix(monthOf(options.day));
  return drawCar(options.random.choice(plans, weights), { preset: context.preset, ...options });
}

/** Student t with the preset's degrees of freedom, scaled to the standard deviation of the car's class. */
export function drawResidual(
  context: DraftContext,
  options: { readonly random: Random; readonly car: SyntheticCar },
): number {
  const { residualDegreesOfFreedom: freedom, residualDeviation } = context.preset;
  const scale = residualDeviation[options.car.plan.vehicleClass] / Math.sqrt(freedom / (freedom - 2));
  return scale * options.random.studentT(freedom);
}
