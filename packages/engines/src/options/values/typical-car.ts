import { normalQuantile } from '../../statistics/normal-distribution.ts';
import { median } from '../../statistics/quantile.ts';
import { addDays } from '../../market/calendar.ts';
import type { Effect } from './estimate-effects.ts';
import type { ValueAtAge, ValueEstimate, ValueInteraction } from './option-value.ts';
import type { OptionValueSale } from './option-value-sale.ts';
import type { Trait } from './trait.ts';

/** Of every interval of an option's value. */
export const VALUE_CONFIDENCE_LEVEL = 0.9;
const Z = normalQuantile(0.5 + VALUE_CONFIDENCE_LEVEL / 2);
const RECENT_DAYS = 365;
const FEWEST_RECENT = 25;
const FEWEST_AT_AGE = 8;
const AGE_REACH = 1.5;
const MOST_AGES = 6;

/** An effect on the log of a price as an amount on a car of this price, with its interval. */
export function toEstimate({ effect, standardError }: Effect, price: number): ValueEstimate {
  const amount = (log: number): number => price * Math.expm1(log);
  return {
    logValue: effect,
    standardError,
    amount: Math.round(amount(effect)),
    interval: {
      confidenceLevel: VALUE_CONFIDENCE_LEVEL,
      lower: Math.round(amount(effect - Z * standardError)),
      upper: Math.round(amount(effect + Z * standardError)),
    },
  };
}

/** The median price of the last year's sales, or of all where they are few, as that of a car without the thing. */
export function typicalCar(
  sales: readonly OptionValueSale[],
  { main, trait }: { readonly main: Effect; readonly trait: Trait },
): { readonly price: number } {
  const last = sales.at(-1)?.endedOn ?? '1970-01-01';
  const recent = sales.filter((sale) => sale.endedOn > addDays(last, -RECENT_DAYS));
  const used = recent.length >= FEWEST_RECENT ? recent : sales;
  return { price: priceWithout(used, { effect: main.effect, trait }) };
}

/** The value at up to six ages at which enough cars were sold, youngest first. */
export function valuesByAge(
  sales: readonly OptionValueSale[],
  question: {
    readonly trait: Trait;
    readonly main: Effect;
    /** Where the value truly changes with age beyond the price of the car. */
    readonly age: ValueInteraction | null;
    readonly meanAge: number;
  },
): readonly ValueAtAge[] {
  const { trait, main, age, meanAge } = question;
  const ages = sales.map((sale) => sale.age).sort((left, right) => left - right);
  const first = Math.ceil(ages[Math.floor(0.04 * ages.length)] ?? 0);
  const last = Math.floor(ages[Math.floor(0.96 * ages.length)] ?? 0);
  const step = Math.max(1, Math.ceil((last - first + 1) / MOST_AGES));
  const values: ValueAtAge[] = [];
  for (let ageYears = first; ageYears <= last; ageYears += step) {
    const near = sales.filter((sale) => Math.abs(sale.age - ageYears) <= AGE_REACH);
    if (near.length < FEWEST_AT_AGE) continue;
    const shift = age === null ? 0 : ageYears - meanAge;
    const effect = {
      effect: main.effect + shift * (age?.logChange ?? 0),
      standardError: Math.hypot(main.standardError, shift * (age?.standardError ?? 0)),
    };
    const price = priceWithout(near, { effect: effect.effect, trait });
    const { amount, interval } = toEstimate(effect, price);
    const { listPrice } = trait;
    values.push({
      ageYears,
      typicalPrice: Math.round(price),
      amount,
      interval,
      retainedShare: listPrice === null || listPrice <= 0 ? null : amount / listPrice,
    });
  }
  return values;
}

function priceWithout(
  sales: readonly OptionValueSale[],
  { effect, trait }: { readonly effect: number; readonly trait: Trait },
): number {
  return median(Float64Array.from(sales, (sale) => sale.price * Math.exp(-effect * trait.amountOf(sale))));
}
