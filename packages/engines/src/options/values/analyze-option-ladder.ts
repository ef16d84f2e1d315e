import type { IsoDate } from '../../market/calendar.ts';
import type { MarketScope } from '../../market/price.ts';
import { findOption } from '../catalogue/option-catalogue.ts';
import { analyzeColorValue, analyzeRareColorValue } from './analyze-color-value.ts';
import { analyzeOptionValue, type OptionValueMarket } from './analyze-option-value.ts';
import { FEWEST_CARS } from './analyze-trait.ts';
import type { OptionValue } from './option-value.ts';
import type { OptionValueScope } from './option-value-sale.ts';

/** The values of all options that a market tells something about. */
export interface OptionValueLadder {
  readonly scope: OptionValueScope;
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly saleCount: number;
  /** The dearest first. */
  readonly values: readonly OptionValue[];
  /** What each basic colour adds against all others, and a rare colour against the rest; the dearest first. */
  readonly colors: readonly OptionValue[];
  /** Options on too few cars for a number, the commonest first. */
  readonly tooFew: readonly {
    readonly code: string;
    readonly name: string;
    readonly reason: string;
    readonly found: number;
    readonly needed: number;
  }[];
}

/** The values of every option that a sale of the scope names, and of its colours. Pure. */
export function analyzeOptionLadder(market: OptionValueMarket): OptionValueLadder {
  const codes = new Set(market.sales.flatMap((sale) => [...sale.optionCodes]));
  const values: OptionValue[] = [];
  const tooFew: OptionValueLadder['tooFew'][number][] = [];
  for (const code of [...codes].sort()) {
    const answer = analyzeOptionValue(market, code);
    if (answer.status === 'ok') values.push(answer);
    else {
      const { reason, found, needed } = answer;
      tooFew.push({ code, name: findOption(code)?.name ?? code, reason, found, needed });
    }
  }
  const { scope, market: prices, asOf } = market.question;
  return {
    scope,
    market: prices,
    asOf,
    saleCount: market.sales.length,
    values: dearestFirst(values),
    colors: dearestFirst(analyzeColors(market)),
    tooFew: tooFew.sort((left, right) => right.found - left.found || (left.code < right.code ? -1 : 1)),
  };
}

function analyzeColors(market: OptionValueMarket): readonly OptionValue[] {
  const counts = Map.groupBy(market.sales, (sale) => sale.color);
  const common = [...counts].flatMap(([color, sales]) =>
    color !== null && sales.length >= FEWEST_CARS ? [color] : [],
  );
  return [...common.sort().map((color) => analyzeColorValue(market, color)), analyzeRareColorValue(market)].filter(
    (answer) => answer.status === 'ok',
  );
}

function dearestFirst(values: readonly OptionValue[]): readonly OptionValue[] {
  return [...values].sort((left, right) => right.value.amount - left.value.amount || (left.code < right.code ? -1 : 1));
}
