import { addDays, type IsoDate } from '../market/calendar.ts';
import type { Random } from '../statistics/random.ts';
import { drawMarketCar, drawResidual } from './draw-sales.ts';
import { type DraftContext, draftListing, type ListingDraft } from './listing-draft.ts';
import type { AnomalyCause } from './market-truth.ts';
import { plantAnomaly } from './plant-anomaly.ts';
import { plantFault } from './plant-fault.ts';
import { dealActiveCauses, TYPE_OF_CAUSE } from './planted-cause.ts';
import { randomStream } from './random-stream.ts';
import { addRareOptions } from './rare-car.ts';
import type { SyntheticCar } from './synthetic-car.ts';

/** Draws the offers that run on the last day of the market, and the withdrawn ones that some of them repeat. */
export function drawActiveListings(
  context: DraftContext,
  options: { readonly endsOn: IsoDate; readonly count: number },
): readonly ListingDraft[] {
  const drafts: ListingDraft[] = [];
  const honest: ListingDraft[] = [];
  const repeats: OfferDraw[] = [];
  const causes = dealActiveCauses(randomStream(context.seed, 'active-causes'), {
    count: options.count,
    share: context.preset.anomalyShareOfActive,
  });
  for (let sequence = 0; sequence < options.count; sequence++) {
    const key = `active-${String(sequence)}`;
    const random = randomStream(context.seed, key);
    const listedOn = addDays(options.endsOn, -Math.floor(Math.min(75, -18 * Math.log(1 - random.uniform()))));
    const cause = causes[sequence] ?? null;
    if (cause === 'relisted') {
      drafts.push(...drawRelisted(context, { key, random, listedOn }));
    } else if (cause === 'duplicate') {
      repeats.push({ key, random, listedOn });
    } else {
      const draft = drawActive(context, { key, random, listedOn, cause });
      drafts.push(draft);
      if (draft.truth.anomaly === null && draft.truth.faults.length === 0) honest.push(draft);
    }
  }
  // Last, so that there is an honest offer to repeat.
  for (const repeat of repeats) {
    const original = honest[repeat.random.integer(Math.max(1, honest.length))];
    if (original !== undefined) drafts.push(repeatOffer(original, { context, ...repeat, cause: 'duplicate' }));
  }
  return drafts;
}

interface OfferDraw {
  readonly key: string;
  readonly random: Random;
  readonly listedOn: IsoDate;
}

function drawActive(
  context: DraftContext,
  options: OfferDraw & { readonly cause: Exclude<AnomalyCause, 'duplicate' | 'relisted'> | null },
): ListingDraft {
  const { key, random, listedOn, cause } = options;
  const { preset } = context;
  const drawn = drawMarketCar(context, { random, day: listedOn });
  const car = cause === 'rare_car' ? addRareOptions(drawn, random) : drawn;
  const residual = drawResidual(context, { random, car });
  const draft = draftListing(car, {
    context,
    random,
    offer: { key, status: 'active', priceKind: 'ask', listedOn, endedOn: null, residual },
  });
  if (cause !== null) return plantAnomaly(draft, cause, { preset, random });
  return random.uniform() < preset.faultShare ? plantFault(draft, random) : draft;
}

function drawRelisted(context: DraftContext, options: OfferDraw): readonly ListingDraft[] {
  const { key, random, listedOn } = options;
  const withdrawnOn = addDays(listedOn, -(5 + random.integer(25)));
  const car = drawMarketCar(context, { random, day: withdrawnOn });
  const first = draftListing(car, {
    context,
    random,
    offer: {
      key: `${key}-first`,
      status: 'withdrawn',
      priceKind: 'ask',
      listedOn: addDays(withdrawnOn, -(30 + random.integer(60))),
      endedOn: withdrawnOn,
      residual: drawResidual(context, { random, car }),
    },
  });
  // A withdrawn offer was known from the day it was first seen.
  const known = { ...first, listing: { ...first.listing, knownOn: first.listing.listedOn ?? first.listing.knownOn } };
  return [known, repeatOffer(known, { ...options, context, cause: 'relisted' })];
}

/** The same car offered once more: another row, a slightly newer odometer, nearly the same price. */
function repeatOffer(
  original: ListingDraft,
  options: OfferDraw & { readonly context: DraftContext; readonly cause: 'duplicate' | 'relisted' },
): ListingDraft {
  const { context, key, random, listedOn, cause } = options;
  const car: SyntheticCar = { ...original.car, miles: original.car.miles + random.integer(60) };
  const residual = original.truth.residual - 0.03 * random.uniform();
  const repeated = draftListing(car, {
    context,
    random,
    offer: { key, status: 'active', priceKind: 'ask', listedOn, endedOn: null, residual },
  });
  const detail = cause === 'duplicate' ? 'the same car offered twice' : 'offered again after it was withdrawn';
  const words = repeated.listing.title.split(' ');
  const title = random.uniform() < 0.5 ? repeated.listing.title : [...words.slice(1), words[0]].join(' ');
  return {
    ...repeated,
    listing: { ...repeated.listing, title },
    truth: {
      ...repeated.truth,
      anomaly: { type: TYPE_OF_CAUSE[cause], cause, detail, repeats: original.listing.id },
    },
  };
}
