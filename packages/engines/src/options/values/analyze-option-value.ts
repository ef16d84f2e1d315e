import { InvalidInputError } from '../../errors.ts';
import type { IsoDate } from '../../market/calendar.ts';
import type { Listing } from '../../market/listing.ts';
import { type NotEnoughData, notEnoughData } from '../../market/not-enough-data.ts';
import type { MarketScope } from '../../market/price.ts';
import { median } from '../../statistics/quantile.ts';
import { findOption, OPTION_CATALOGUE } from '../catalogue/option-catalogue.ts';
import { analyzeTrait, FEWEST_CARS, type TraitQuestion } from './analyze-trait.ts';
import type { OptionValue } from './option-value.ts';
import { type OptionValueSale, type OptionValueScope, readOptionValueSales } from './option-value-sale.ts';
import { gearboxTrait } from './gearbox-trait.ts';
import type { Trait } from './trait.ts';

/** Whose options are valued, and in which market. */
export interface OptionValueQuestion {
  /** Make, model and generation narrow the cars; the trim only says on which cars the value is wanted. */
  readonly scope: OptionValueScope;
  readonly market: MarketScope;
  readonly asOf: IsoDate;
}

/** Sales of a question, read once for many answers. */
export interface OptionValueMarket {
  readonly sales: readonly OptionValueSale[];
  readonly question: OptionValueQuestion;
}

/** Reads the sales that are known on `asOf` and lie in the scope; the trim does not narrow them. */
export function readOptionValueMarket(listings: Iterable<Listing>, question: OptionValueQuestion): OptionValueMarket {
  const { make, model, generation } = question.scope;
  const known = [...listings].filter((listing) => listing.knownOn <= question.asOf);
  const sales = readOptionValueSales(known, { market: question.market, scope: { make, model, generation } });
  return { sales, question };
}

/**
 * What an option adds to the price of a used car of the scope, in currency units and as a share of its list price, with a
 * 90 % interval; "too few cars" where the evidence does not carry a number. Pure: the same sales give the same answer.
 *
 * @example
 * const market = readOptionValueMarket(sales, { scope: { make: 'Porsche', model: '911' }, market: soldUsd, asOf });
 * const answer = analyzeOptionValue(market, 'pccb');
 */
export function analyzeOptionValue(market: OptionValueMarket, code: string): OptionValue | NotEnoughData {
  const known = findOption(code);
  const isSeen = market.sales.some((sale) => sale.optionCodes.has(code));
  if (known === null && !isSeen) {
    throw new InvalidInputError(`No option has the code "${code}": ask for one of the catalogue, such as "pccb".`);
  }
  if (!isSeen)
    return notEnoughData(`no sale of the scope names ${known?.name ?? code}`, { found: 0, needed: FEWEST_CARS });
  const trait: Trait = {
    code,
    name: known?.name ?? code,
    amountOf: (sale) => (sale.optionCodes.has(code) ? 1 : 0),
    listPrice: listPriceFor(code, market),
    ...gearboxTrait(code),
  };
  return analyzeTrait(market.sales, { trait, question: questionOf(market) });
}

/** List prices of another age say nothing about these cars. */
const LIST_PRICE_REACH_YEARS = 15;

function listPriceFor(code: string, { sales, question }: OptionValueMarket): number | null {
  const listPrice = findOption(code)?.listPrice ?? null;
  if (listPrice === null || listPrice.usd <= 0 || question.market.currency !== 'USD') return null;
  const years = sales.filter((sale) => sale.optionCodes.has(code)).map((sale) => sale.modelYear);
  const typical = median(Float64Array.from(years));
  return Math.abs(typical - listPrice.modelYear) <= LIST_PRICE_REACH_YEARS ? listPrice.usd : null;
}

/** List prices that were read of a market once, for every trait that is asked of it. */
const questions = new WeakMap<OptionValueMarket, TraitQuestion>();

/** What the market question asks of a trait. */
export function questionOf(market: OptionValueMarket): TraitQuestion {
  const known = questions.get(market) ?? readQuestion(market);
  questions.set(market, known);
  return known;
}

function readQuestion(market: OptionValueMarket): TraitQuestion {
  const listPrices = new Map(
    OPTION_CATALOGUE.flatMap(({ code }) => {
      const listPrice = listPriceFor(code, market);
      return listPrice === null ? [] : [[code, listPrice] as const];
    }),
  );
  return { ...market.question, listPrices };
}
