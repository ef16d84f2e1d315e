import { MixedMarketError } from '../errors.ts';
import type { IsoDate } from '../market/calendar.ts';
import { isIsoDate } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import { isSale } from '../market/listing.ts';
import type { MarketScope } from '../market/price.ts';
import { marketKey } from '../market/price.ts';

/** Below this amount a price is a placeholder and no price, in whole currency units. */
export const LOWEST_PRICE = 100;

export interface ScreenedSales {
  readonly sales: readonly Sale[];
  /** `null` where no sale was readable and no market was asked for. */
  readonly market: MarketScope | null;
  readonly exclusions: Readonly<Record<string, number>>;
}

/**
 * Keeps the sales that a fit may read: finished, of one market, known and ended on or before `asOf`. Later rows are not
 * even counted. Rows that are unusable are counted by reason. Sales come back ordered by day, then by id, so that the
 * order of the input does not matter. Two markets in one input are a `MixedMarketError`.
 */
export function screenSales(
  input: Iterable<Sale>,
  options: { readonly asOf: IsoDate; readonly market?: MarketScope },
): ScreenedSales {
  const exclusions: Record<string, number> = {};
  const exclude = (reason: string): void => {
    exclusions[reason] = (exclusions[reason] ?? 0) + 1;
  };
  const lastYear = Number(options.asOf.slice(0, 4)) + 1;
  const seen = new Set<string>();
  const days = new Map<string, boolean>();
  const isDay = (text: string): boolean => {
    const known = days.get(text);
    if (known !== undefined) return known;
    const answer = isIsoDate(text);
    days.set(text, answer);
    return answer;
  };
  const sales: Sale[] = [];
  let market = options.market ?? null;

  for (const sale of input) {
    if (sale.knownOn > options.asOf || (sale.endedOn ?? '') > options.asOf) continue;
    if (!isSale(sale)) {
      exclude('not a finished sale with a price');
      continue;
    }
    const { price } = sale;
    market ??= { priceKind: price.kind, currency: price.currency };
    if (price.kind !== market.priceKind || price.currency !== market.currency) {
      throw new MixedMarketError(
        `Sale ${sale.id} is priced in ${price.kind}/${price.currency} among sales in ${marketKey(market)}: fit each market on its own.`,
      );
    }
    if (!Number.isFinite(price.amount)) exclude('price is not a number');
    else if (price.amount < LOWEST_PRICE) exclude(`price below ${LOWEST_PRICE}`);
    else if (!isDay(sale.endedOn)) exclude('day of sale is not a date');
    else if (sale.vehicle.make.trim() === '') exclude('make unknown');
    else if (sale.modelYear !== null && !Number.isFinite(sale.modelYear)) exclude('model year is not a number');
    else if (sale.modelYear !== null && sale.modelYear > Math.min(lastYear, Number(sale.endedOn.slice(0, 4)) + 2))
      exclude('model year in the future');
    else if (seen.has(sale.id)) exclude('duplicate of another row');
    else {
      seen.add(sale.id);
      sales.push(sale);
    }
  }
  sales.sort((a, b) =>
    a.endedOn < b.endedOn ? -1 : a.endedOn > b.endedOn ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
  );
  return { sales, market, exclusions };
}
