import { addMonths, type IsoMonth, monthIndex } from '../../market/calendar.ts';
import type { MarketIndex } from '../../market/market-index.ts';
import { type NotEnoughData, notEnoughData } from '../../market/not-enough-data.ts';
import { blockDraws } from '../../statistics/block-bootstrap.ts';
import { discoveries } from '../../statistics/false-discovery.ts';
import { quantile } from '../../statistics/quantile.ts';
import { findLead, type LeadEvidence, movingLevel, type MovingLevel } from './find-lead.ts';
import { correlation, correlationP, independentCount } from './lag-correlation.ts';

/** A series of levels by month that is compared with others: a segment's index, or one from outside. */
export interface ComparedSeries {
  readonly name: string;
  readonly months: readonly IsoMonth[];
  /** Above zero. */
  readonly levels: readonly number[];
  /** Sales behind each level, where it is known the better the more there are. Default: all equally well. */
  readonly saleCounts?: readonly number[];
}

/** How the growth of two series goes together. */
export interface PairCorrelation {
  readonly left: string;
  readonly right: string;
  /** Months both have. */
  readonly monthCount: number;
  /** Of monthly growth in the same month. */
  readonly correlation: number;
  /** 90 % interval by block bootstrap. */
  readonly lower90: number;
  readonly upper90: number;
  readonly pValue: number;
  /** True where it is believed at a false-discovery rate of 10 % over all pairs. */
  readonly significant: boolean;
  readonly leadLag: LeadLag | null;
}

/** Which of two series moves first; `null` where no lead is believed. */
export interface LeadLag {
  readonly leader: string;
  readonly follower: string;
  readonly lagMonths: number;
  /** Partial correlation, noise of few sales taken into account. */
  readonly correlation: number;
  /** That any lag of unrelated series correlates as well. */
  readonly pValue: number;
}

export interface MarketCorrelations {
  readonly status: 'ok';
  readonly names: readonly string[];
  readonly pairs: readonly PairCorrelation[];
}

/** Months of growth that two series must share. */
export const MINIMUM_SHARED_MONTHS = 24;

const BLOCK_LENGTH = 6;
const DRAWS = 400;
const FALSE_DISCOVERY_RATE = 0.1;
/** By simulation at most one independent pair in twenty gets below this: the follower's noise is itself estimated. */
const LEAD_SIGNIFICANCE = 0.035;

/**
 * Correlates the monthly growth of every pair of series, never their levels, which correlate by walking. Intervals by a
 * block bootstrap of months; p values count persistent months as the fewer independent ones that they are worth; false
 * discoveries are held to 10 % over all pairs. A lead of one to three months is claimed where one market's movement tells
 * of another's later one more than of that in the same month, and more than chance gives the best of all lags, false
 * ones held to about 5 %. Deterministic.
 */
export function correlateMarkets(series: readonly ComparedSeries[]): MarketCorrelations | NotEnoughData {
  if (series.length < 2) return notEnoughData('too few price indices to compare', { found: series.length, needed: 2 });
  const grid = monthGrid(series);
  const moving = series.map((one) => onGrid(one, grid));
  const pairs: Omit<PairCorrelation, 'significant'>[] = [];
  let longest = 0;
  for (let i = 0; i < series.length; i++) {
    for (let j = i + 1; j < series.length; j++) {
      const growth = sharedGrowth(series[i]!, series[j]!);
      longest = Math.max(longest, growth.left.length);
      if (growth.left.length < MINIMUM_SHARED_MONTHS) continue;
      const names = { left: series[i]!.name, right: series[j]!.name };
      const [left, right] = [moving[i], moving[j]];
      const lead = left === undefined || right === undefined ? null : findLead(left, right);
      pairs.push({ ...comparePair(names, growth), leadLag: lead === null ? null : leadOf(names, lead) });
    }
  }
  if (pairs.length === 0) {
    return notEnoughData('no two price indices share enough months', { found: longest, needed: MINIMUM_SHARED_MONTHS });
  }
  const believed = discoveries(
    pairs.map(({ pValue }) => pValue),
    { rate: FALSE_DISCOVERY_RATE },
  );
  // A lead is one question more a pair: it is held to the same share of false ones.
  const leads = discoveries(
    pairs.map(({ leadLag }) => leadLag?.pValue ?? 1),
    { rate: LEAD_SIGNIFICANCE },
  );
  return {
    status: 'ok',
    names: series.map(({ name }) => name),
    pairs: pairs.map((pair, index) => ({
      ...pair,
      significant: believed[index]!,
      leadLag: leads[index] === true ? pair.leadLag : null,
    })),
  };
}

/**
 * The index of a segment as a series to compare: its unpooled levels, since pooled ones borrow from the same parent and
 * would correlate by construction. Months without a sale are absent. An index that was stored without unpooled levels
 * has no months and compares with nothing.
 */
export function comparedIndex(index: MarketIndex): ComparedSeries {
  const sold = index.points.flatMap(({ month, unpooledLevel, saleCount }) => {
    return unpooledLevel === undefined ? [] : [{ month, level: unpooledLevel, saleCount }];
  });
  return {
    name: index.segment,
    months: sold.map(({ month }) => month),
    levels: sold.map(({ level }) => level),
    saleCounts: sold.map(({ saleCount }) => saleCount),
  };
}

/** All months from the first to the last of any series. */
function monthGrid(series: readonly ComparedSeries[]): readonly IsoMonth[] {
  const all = series.flatMap(({ months }) => months).sort();
  const first = all[0];
  const last = all.at(-1);
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: monthIndex(last) - monthIndex(first) + 1 }, (_, t) => addMonths(first, t));
}

function onGrid({ months, levels, saleCounts }: ComparedSeries, grid: readonly IsoMonth[]): MovingLevel | undefined {
  const position = new Map(months.map((month, at) => [month, at]));
  const values = Float64Array.from(grid, (month) => Math.log(levels[position.get(month) ?? -1] ?? Number.NaN));
  const precision = Float64Array.from(grid, (month) => Math.max(1, saleCounts?.[position.get(month) ?? -1] ?? 1));
  return movingLevel(values, precision);
}

function leadOf(names: { readonly left: string; readonly right: string }, lead: LeadEvidence): LeadLag {
  const { leftLeads, lagMonths, correlation: partial, pValue } = lead;
  return {
    leader: leftLeads ? names.left : names.right,
    follower: leftLeads ? names.right : names.left,
    lagMonths,
    correlation: partial,
    pValue,
  };
}

interface SharedGrowth {
  readonly left: Float64Array;
  readonly right: Float64Array;
}

function sharedGrowth(left: ComparedSeries, right: ComparedSeries): SharedGrowth {
  const position = new Map(right.months.map((month, at) => [month, at]));
  const steps: { left: number; right: number }[] = [];
  for (let at = 1; at < left.months.length; at++) {
    // Steps over a gap are longer than a month and are left out on both sides.
    if (monthIndex(left.months[at]!) - monthIndex(left.months[at - 1]!) !== 1) continue;
    const now = position.get(left.months[at]!);
    const before = position.get(left.months[at - 1]!);
    if (now === undefined || before === undefined) continue;
    steps.push({
      left: Math.log(left.levels[at]! / left.levels[at - 1]!),
      right: Math.log(right.levels[now]! / right.levels[before]!),
    });
  }
  return { left: Float64Array.from(steps, (step) => step.left), right: Float64Array.from(steps, (step) => step.right) };
}

function comparePair(
  names: { readonly left: string; readonly right: string },
  growth: SharedGrowth,
): Omit<PairCorrelation, 'significant' | 'leadLag'> {
  const { left, right } = growth;
  const count = left.length;
  const own = correlation(left, right);
  const draw = blockDraws(count, { blockLength: BLOCK_LENGTH, seed: count });
  const drawn = Float64Array.from({ length: DRAWS }, () => {
    const positions = draw();
    return correlation(
      Float64Array.from(positions, (at) => left[at]!),
      Float64Array.from(positions, (at) => right[at]!),
    );
  });
  const independent = independentCount(left, right);
  return {
    ...names,
    monthCount: count,
    correlation: own,
    lower90: quantile(drawn, 0.05),
    upper90: quantile(drawn, 0.95),
    pValue: correlationP(own, independent),
  };
}
