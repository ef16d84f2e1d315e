import { InvalidInputError } from '../errors.ts';
import { addDays, addMonths, dayNumber, firstDayOf, isIsoDate, monthOf } from '../market/calendar.ts';
import { DEMO_PRESET } from './demo-preset.ts';
import { depreciationEffect } from './depreciation.ts';
import { drawActiveListings } from './draw-active-listings.ts';
import { drawSales } from './draw-sales.ts';
import { HARD_PRESET } from './hard-preset.ts';
import { drawIndexPaths } from './index-path.ts';
import type { DraftContext, ListingDraft } from './listing-draft.ts';
import { marketMix } from './market-mix.ts';
import type { MarketPreset, MarketPresetName } from './market-preset.ts';
import type { MarketTruth } from './market-truth.ts';
import { OPTION_PLANS } from './option-plan.ts';
import { seasonalFactors } from './season.ts';
import type { GenerateMarketOptions, SyntheticMarket } from './synthetic-market.ts';
import type { VehicleClass } from './vehicle-class.ts';

const PRESETS: Readonly<Record<MarketPresetName, MarketPreset>> = { demo: DEMO_PRESET, hard: HARD_PRESET };

/**
 * Makes up a Porsche market of which everything is known: every row is labelled synthetic, and `truth` holds what an
 * engine has to find out.
 *
 * @example
 * const market = generateMarket({ preset: 'demo', seed: 1, endsOn: '2026-06-30' });
 * const first = market.listings[0];
 */
export function generateMarket(options: GenerateMarketOptions): SyntheticMarket {
  const preset = PRESETS[options.preset];
  const months = options.months ?? preset.months;
  const salesPerMonth = options.salesPerMonth ?? preset.salesPerMonth;
  const activeListings = options.activeListings ?? preset.activeListings;
  checkOptions({ ...options, months, salesPerMonth, activeListings });

  const lastMonth = monthOf(options.endsOn);
  const firstMonth = addMonths(lastMonth, 1 - months);
  const indices = drawIndexPaths(preset, { seed: options.seed, firstMonth, months });
  const effects = { indices, seasonalFactors: seasonalFactors(preset.seasonAmplitude) };
  const context: DraftContext = { preset, seed: options.seed, truth: effects, mix: marketMix(preset) };

  const drafts: ListingDraft[] = [];
  for (let step = 0; step < months; step++) {
    const month = addMonths(firstMonth, step);
    const endOfMonth = addDays(firstDayOf(addMonths(month, 1)), -1);
    const lastDay = endOfMonth < options.endsOn ? endOfMonth : options.endsOn;
    const daysInMonth = dayNumber(endOfMonth) - dayNumber(firstDayOf(month)) + 1;
    drafts.push(...drawSales(context, { month, lastDay, salesPerMonth, daysInMonth }));
  }
  drafts.push(...drawActiveListings(context, { endsOn: options.endsOn, count: activeListings }));
  drafts.sort(inOrderKnown);

  const truth: MarketTruth = {
    ...effects,
    listings: new Map(drafts.map((draft) => [draft.listing.id, draft.truth])),
    optionValues: new Map(OPTION_PLANS.map((option) => [option.code, option.logValue])),
    depreciation: {
      daily: depreciationTable('daily'),
      sports: depreciationTable('sports'),
      collector: depreciationTable('collector'),
      classic: depreciationTable('classic'),
    },
    residualDeviation: preset.residualDeviation,
    laggedPair: preset.laggedPair,
  };
  return {
    preset: options.preset,
    seed: options.seed,
    endsOn: options.endsOn,
    listings: drafts.map((draft) => draft.listing),
    truth,
  };
}

function inOrderKnown({ listing: a }: ListingDraft, { listing: b }: ListingDraft): number {
  if (a.knownOn !== b.knownOn) return a.knownOn < b.knownOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function depreciationTable(vehicleClass: VehicleClass): readonly number[] {
  return Array.from({ length: 41 }, (_, age) => depreciationEffect(vehicleClass, age));
}

function checkOptions(options: Required<GenerateMarketOptions>): void {
  if (!isIsoDate(options.endsOn) || options.endsOn < '2005-01-01') {
    throw new InvalidInputError(
      `The market cannot end on ${options.endsOn}: give a day from 2005-01-01 on, as YYYY-MM-DD.`,
    );
  }
  const counts = {
    seed: options.seed,
    months: options.months,
    salesPerMonth: options.salesPerMonth,
    activeListings: options.activeListings,
  };
  for (const [name, value] of Object.entries(counts)) {
    const least = name === 'months' ? 1 : 0;
    if (!Number.isSafeInteger(value) || value < least) {
      throw new InvalidInputError(
        `The market's ${name} is ${String(value)}: give a whole number from ${String(least)} on.`,
      );
    }
  }
}
