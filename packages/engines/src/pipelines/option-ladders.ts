import type { Sale } from '../market/listing.ts';
import type { OptionStore } from '../market/ports/option-store.ts';
import type { OptionValueLadder } from '../options/values/analyze-option-ladder.ts';
import {
  type OptionValueMarket,
  type OptionValueQuestion,
  readOptionValueMarket,
} from '../options/values/analyze-option-value.ts';
import { computedPart } from './market-rows.ts';
import type { OptionComputer } from './option-computer.ts';

/** Kind of the stored ladders of a market: a record from model line to `OptionLadderAnswer`, for all its generations. */
export const OPTION_LADDERS = 'option-ladders';

/** Version of the stored ladders and of the method behind them. */
export const OPTION_LADDERS_VERSION = '1';

/** Values of a scope with the sales behind them. */
export interface OptionLadderAnswer extends OptionValueLadder {
  readonly status: 'ok';
  /** True where every sale behind it is made up. */
  readonly synthetic: boolean;
  /** Median price of the scope's newest sales, whole currency units; the car that options are added to. */
  readonly typicalPrice: number;
}

/** Sales that know which options they have, as an estimate reads them. */
export interface OptionSales {
  readonly market: OptionValueMarket;
  readonly synthetic: boolean;
}

/** Sales with what their source states and what was found in their words. */
export async function readOptionSales(
  sales: readonly Sale[],
  { options, question }: { readonly options: OptionStore; readonly question: OptionValueQuestion },
): Promise<OptionSales> {
  const found = Map.groupBy(await options.foundIn(sales.map((sale) => sale.id)), (option) => option.listingId);
  const equipped = sales.map((sale) => {
    const codes = found.get(sale.id)?.map((option) => option.optionCode) ?? [];
    return { ...computedPart(sale), optionCodes: [...new Set([...sale.optionCodes, ...codes])] };
  });
  const market = readOptionValueMarket(equipped, question);
  const ids = new Set(market.sales.map((sale) => sale.id));
  return { market, synthetic: sales.filter((sale) => ids.has(sale.id)).every((sale) => sale.synthetic) };
}

/** The ladder of sales that were read. */
export async function climbLadder(
  { market, synthetic }: OptionSales,
  computer: OptionComputer,
): Promise<OptionLadderAnswer> {
  return { ...(await computer.ladder(market)), status: 'ok', synthetic, typicalPrice: typicalPriceOf(market) };
}

function typicalPriceOf({ sales }: OptionValueMarket): number {
  const recent = sales.slice(-Math.max(25, Math.round(sales.length / 4))).map((sale) => sale.price);
  recent.sort((left, right) => left - right);
  return Math.round(recent[Math.floor(recent.length / 2)] ?? 0);
}
