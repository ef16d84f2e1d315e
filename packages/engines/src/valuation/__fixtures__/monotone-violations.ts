import { addDays } from '../../market/calendar.ts';
import type { Sale } from '../../market/listing.ts';
import { createRandom } from '../../statistics/random.ts';
import type { FittedValuation } from '../valuation.ts';

/** The odometer counts as read from 10 to 499,999 miles; beyond lie the codes for "not known". */
const MILES = { least: 10, most: 499_999 } as const;
const LONGEST_DAYS = 4_000;

/** What a search for rising values has found. */
export interface MonotoneSearch {
  readonly perturbations: number;
  /** Perturbations that raised a value, with the value before and after. */
  readonly violations: readonly { readonly saleId: string; readonly what: string; readonly by: number }[];
}

/**
 * Draws cars of the fit, changes a fact that no effect of its own depends on (condition) now and then, and makes each
 * older or drives it further: half of the steps are small, where curves have their kinks. No value may rise.
 */
export function searchMonotoneViolations(
  valuation: FittedValuation,
  options: { readonly sales: readonly Sale[]; readonly count: number; readonly seed: number },
): MonotoneSearch {
  const random = createRandom(options.seed);
  const violations: { saleId: string; what: string; by: number }[] = [];
  const amountOf = (sale: Sale, valuedOn: string): number => {
    const value = valuation.value(sale, { valuedOn, evenIfThin: true });
    if (value.status !== 'ok') throw new TypeError(value.reason);
    return value.amount;
  };
  for (let index = 0; index < options.count; index++) {
    const drawn = random.choice(options.sales);
    const condition = random.uniform() < 0.5 ? drawn.condition : 1 + 4 * random.uniform();
    const mileage = Math.round(MILES.least * (MILES.most / MILES.least) ** random.uniform());
    const sale = {
      ...drawn,
      condition: drawn.condition === null ? null : condition,
      mileage,
      mileageUnit: 'mi',
    } as const;
    const day = addDays(valuation.asOf, random.integer(400));
    const isMiles = index % 2 === 0;
    const share = random.uniform() < 0.5 ? random.uniform() : 0.01 * random.uniform();
    const further = isMiles
      ? { sale: { ...sale, mileage: Math.ceil(mileage + share * (MILES.most - mileage)) }, day }
      : { sale, day: addDays(day, 1 + Math.floor(share * LONGEST_DAYS)) };
    const rise = amountOf(further.sale, further.day) - amountOf(sale, day);
    if (rise > 0) {
      violations.push({
        saleId: drawn.id,
        what: isMiles ? `${mileage} to ${further.sale.mileage} mi` : `${day} to ${further.day}`,
        by: rise,
      });
    }
  }
  return { perturbations: options.count, violations };
}
