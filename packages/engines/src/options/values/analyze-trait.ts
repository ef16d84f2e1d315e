import type { IsoDate } from '../../market/calendar.ts';
import { GEARBOX_CODES } from './gearbox-trait.ts';
import { type NotEnoughData, notEnoughData } from '../../market/not-enough-data.ts';
import type { MarketScope } from '../../market/price.ts';
import { fitRobustEffects } from '../../statistics/robust-effects.ts';
import { buildControlDesign, buildNaiveDesign } from './control-design.ts';
import { type Effect, firstEffect, orthogonalise } from './estimate-effects.ts';
import { interactionCandidates, keepEarned } from './find-interactions.ts';
import { type RetentionPrior, type RetentionEstimate, retentionPrior } from './list-price-prior.ts';
import type { OptionValue, ValueInteraction } from './option-value.ts';
import type { Trait } from './trait.ts';
import type { OptionValueSale, OptionValueScope } from './option-value-sale.ts';
import { estimateTimeToSell } from './time-to-sell.ts';
import { toEstimate, typicalCar, valuesByAge } from './typical-car.ts';

/** Fewer cars than this with, or without, the thing: no number is given. */
export const FEWEST_CARS = 15;
const FEWEST_OTHERS = 10;
/** On the log of the price: a list price never says more than this. */
const SMALLEST_PRIOR_SPREAD = 0.015;

export interface TraitQuestion {
  readonly scope: OptionValueScope;
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  /** List price of an option by code; options of which none is known are left out. */
  readonly listPrices: ReadonlyMap<string, number>;
}

/**
 * What a trait is worth among these sales of one make or model line: the price is compared between cars that are alike in
 * everything else that is recorded, every car judged by fits that have not seen it.
 */
export function analyzeTrait(
  all: readonly OptionValueSale[],
  { trait, question }: { readonly trait: Trait; readonly question: TraitQuestion },
): OptionValue | NotEnoughData {
  const sales = comparableSales(all, trait);
  const treatment = Float64Array.from(sales, trait.amountOf);
  const inTrim = (sale: OptionValueSale): boolean =>
    question.scope.trim === undefined || sale.trim?.toLowerCase() === question.scope.trim.toLowerCase();
  const withCount = sales.filter((sale) => trait.amountOf(sale) > 0).length;
  const withoutCount = sales.length - withCount;
  if (withCount < FEWEST_CARS)
    return notEnoughData(`too few cars with ${trait.name}`, { found: withCount, needed: FEWEST_CARS });
  if (withoutCount < FEWEST_CARS)
    return notEnoughData(`too few cars without ${trait.name}`, { found: withoutCount, needed: FEWEST_CARS });

  const target = Float64Array.from(sales, (sale) => sale.logPrice);
  const others = otherOptions(sales, trait.code);
  const meanAge = weightedMeanAge(sales, treatment);
  const candidates = interactionCandidates(sales, { treatment, meanAge });
  const controls = buildControlDesign(sales, trait.without === undefined ? {} : { without: trait.without });
  const everything = [
    treatment,
    ...others.map((other) => other.column),
    ...candidates.map((candidate) => candidate.column),
  ];
  const rows = orthogonalise({ sales, target, treatments: everything }, controls);
  const mainRows = { target: rows.target, treatments: rows.treatments.slice(0, 1 + others.length) };
  const joint = fitRobustEffects(mainRows.target, mainRows.treatments);
  const size = mainRows.treatments.length;
  const effectAt = (index: number): Effect => ({
    effect: joint.effects[index] ?? 0,
    standardError: Math.sqrt(Math.max(0, joint.covariance[index * size + index] ?? 0)),
  });
  const interactions = keepEarned(candidates, { rows: mainRows, columns: rows.treatments.slice(1 + others.length) });
  const raw = effectAt(0);
  const main = applyTrim(raw, { interactions, trim: question.scope.trim });
  const typical = typicalCar(sales.filter(inTrim).length >= FEWEST_CARS ? sales.filter(inTrim) : sales, {
    main,
    trait,
  });
  const retentions = others.map((other, index): RetentionEstimate | null => {
    const listPrice = question.listPrices.get(other.code);
    if (listPrice === undefined || listPrice <= 0) return null;
    const { effect, standardError } = effectAt(index + 1);
    return {
      retainedShare: (effect * typical.price) / listPrice,
      standardError: (standardError * typical.price) / listPrice,
    };
  });
  const prior =
    trait.listPrice === null || trait.listPrice <= 0
      ? null
      : retentionPrior(retentions.filter((each) => each !== null));
  const posterior = withPrior(main, { prior, listPrice: trait.listPrice, price: typical.price });
  const naiveRows = orthogonalise({ sales, target, treatments: [treatment] }, buildNaiveDesign(sales));
  const value = toEstimate(posterior, typical.price);
  const byAge = valuesByAge(sales, {
    trait,
    main: posterior,
    age: interactions.find((each) => each.kind === 'age') ?? null,
    meanAge,
  });
  return {
    status: 'ok',
    code: trait.code,
    name: trait.name,
    scope: question.scope,
    market: question.market,
    asOf: question.asOf,
    withCount,
    withoutCount,
    typicalPrice: Math.round(typical.price),
    value,
    orthogonal: toEstimate(main, typical.price),
    naive: toEstimate(firstEffect(naiveRows), typical.price),
    listPrice: trait.listPrice,
    ...retained(value, trait.listPrice),
    prior,
    byAge,
    interactions,
    interactionsTried: candidates.length,
    timeToSell: estimateTimeToSell(sales, { trait, others, fewest: FEWEST_CARS }),
    cautions: cautionsOf(sales, { trait, withCount }),
  };
}

/** The cars among which the thing could be had: families and model years around those that have it. */
function comparableSales(all: readonly OptionValueSale[], trait: Trait): readonly OptionValueSale[] {
  const spans = new Map<string, [number, number]>();
  for (const sale of all) {
    if (trait.amountOf(sale) === 0) continue;
    const family = `${sale.model}|${sale.generation ?? '-'}`;
    const [first, last] = spans.get(family) ?? [sale.modelYear, sale.modelYear];
    spans.set(family, [Math.min(first, sale.modelYear), Math.max(last, sale.modelYear)]);
  }
  const rare = rareOptions(all);
  return all.filter((sale) => {
    if (trait.isKnownOf?.(sale) === false) return false;
    if ([...sale.optionCodes].filter((code) => rare.has(code)).length > 1) return false;
    const span = spans.get(`${sale.model}|${sale.generation ?? '-'}`);
    return span !== undefined && sale.modelYear >= span[0] - 1 && sale.modelYear <= span[1] + 1;
  });
}

/**
 * Options on fewer than 3 of 100 cars. A car with two of them is a collector's piece, priced beyond the sum of its parts,
 * and tells nothing of what one of them is worth.
 */
function rareOptions(all: readonly OptionValueSale[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const sale of all) for (const code of sale.optionCodes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count < 0.03 * all.length).map(([code]) => code));
}

function otherOptions(
  sales: readonly OptionValueSale[],
  code: string,
): readonly { code: string; column: Float64Array }[] {
  const counts = new Map<string, number>();
  for (const sale of sales) for (const other of sale.optionCodes) counts.set(other, (counts.get(other) ?? 0) + 1);
  return (
    [...counts]
      // The gearbox is held equal as a fact of the car, or is what is being valued.
      .filter(([other]) => !GEARBOX_CODES.has(other))
      .filter(([other, count]) => other !== code && count >= FEWEST_OTHERS && sales.length - count >= FEWEST_OTHERS)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([other]) => ({
        code: other,
        column: Float64Array.from(sales, (sale) => (sale.optionCodes.has(other) ? 1 : 0)),
      }))
  );
}

function weightedMeanAge(sales: readonly OptionValueSale[], treatment: Float64Array): number {
  let weight = 0;
  let sum = 0;
  sales.forEach((sale, row) => {
    weight += treatment[row] ?? 0;
    sum += (treatment[row] ?? 0) * sale.age;
  });
  return weight === 0 ? 0 : sum / weight;
}

/** The effect on cars of the trim that was asked for, where it truly differs there. */
function applyTrim(
  main: Effect,
  { interactions, trim }: { readonly interactions: readonly ValueInteraction[]; readonly trim: string | undefined },
): Effect {
  const own = interactions.find((each) => each.kind === 'trim' && each.trim?.toLowerCase() === trim?.toLowerCase());
  if (own === undefined) return main;
  return { effect: main.effect + own.logChange, standardError: Math.hypot(main.standardError, own.standardError) };
}

/** The mean of evidence and prior, weighted by their precisions. */
function withPrior(
  evidence: Effect,
  {
    prior,
    listPrice,
    price,
  }: { readonly prior: RetentionPrior | null; readonly listPrice: number | null; readonly price: number },
): Effect {
  if (prior === null || listPrice === null || listPrice <= 0) return evidence;
  const center = Math.log1p(Math.max(-0.9, (prior.retainedShare * listPrice) / price));
  const spread = Math.max(SMALLEST_PRIOR_SPREAD, (prior.spread * listPrice) / price);
  const ofEvidence = 1 / evidence.standardError ** 2;
  const ofPrior = 1 / spread ** 2;
  return {
    effect: (evidence.effect * ofEvidence + center * ofPrior) / (ofEvidence + ofPrior),
    standardError: 1 / Math.sqrt(ofEvidence + ofPrior),
  };
}

function retained(
  value: OptionValue['value'],
  listPrice: number | null,
): Pick<OptionValue, 'retainedShare' | 'retainedShareInterval'> {
  if (listPrice === null || listPrice <= 0) return { retainedShare: null, retainedShareInterval: null };
  const { confidenceLevel, lower, upper } = value.interval;
  return {
    retainedShare: value.amount / listPrice,
    retainedShareInterval: { confidenceLevel, lower: lower / listPrice, upper: upper / listPrice },
  };
}

function cautionsOf(
  sales: readonly OptionValueSale[],
  { trait, withCount }: { readonly trait: Trait; readonly withCount: number },
): readonly string[] {
  const cautions: string[] = [];
  const silent = sales.filter((sale) => sale.optionCodes.size === 0).length;
  if (trait.without === undefined && silent > 0.3 * sales.length) {
    cautions.push(
      `${Math.round((100 * silent) / sales.length)} % of these sales name no option at all: "without" here means not mentioned, so that the value is that of being mentioned and is likely too low.`,
    );
  }
  if (sales.every((sale) => sale.condition === null)) {
    cautions.push('No condition grade is recorded: what better kept cars fetch is held equal by age and miles only.');
  }
  if (withCount < 40) cautions.push(`Only ${withCount} cars have it: the interval matters more than the number.`);
  return cautions;
}
