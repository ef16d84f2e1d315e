import { greatestDensity, type RoundnessShares, roundnessDensity } from './round-price.ts';

/** What could have become of a price between the seller's head and the row. */
export interface PriceHypothesis {
  readonly cause: 'as_meant' | 'typo' | 'wrong_currency';
  /** The price that was meant; for a price as meant the amount itself. */
  readonly meant: number;
  /** A density on the log of the price, to within a factor that all explanations of one price share. */
  readonly likelihood: number;
  readonly note: string;
}

/** Units of each currency for one US dollar, to within some per cent, and how often it is met: enough to recognise one. */
const UNITS_PER_DOLLAR = [
  ['GBP', 0.79, 4],
  ['EUR', 0.92, 4],
  ['CHF', 0.88, 1],
  ['CAD', 1.36, 4],
  ['AUD', 1.52, 1],
  ['AED', 3.67, 3],
  ['CNY', 7.2, 1],
  ['SEK', 10.4, 2],
  ['MXN', 17.5, 1],
  ['JPY', 150, 3],
] as const;

const TYPO_PRIOR = 0.12;
const CURRENCY_PRIOR = 0.07;
/** A price that its seller means deviates by less than this on the log scale, or hardly ever. */
const MOST_MEANT = 0.8;
/** One digit more or less changes a price by at least this factor. */
const LEAST_SLIP = 2;
/** Beyond this the digits of a number are not all told apart. */
const MOST_TYPED = 1e12;

/**
 * Weighs, for a price that stands out, whether it is meant as it stands, lost or gained a digit, or is an amount of another
 * currency. A slip has to leave a price that fits the car, and a round one where prices are round; it competes with the
 * plain explanation. Likelihoods are densities on the log of the price; a slip of a digit counts the whole prices that it
 * makes of whole prices. Answers the likeliest, of equals the plainest.
 */
export function likeliestPrice(
  price: { readonly amount: number; readonly currency: string },
  car: { readonly residual: number; readonly localSpread: number; readonly roundness: RoundnessShares },
): PriceHypothesis {
  const { amount } = price;
  const { residual, localSpread, roundness } = car;
  const spread = Math.max(0.04, localSpread) / 0.7407;
  const fits = (left: number): number => {
    const t = left / spread;
    return (0.375 / spread) * (1 + (t * t) / 4) ** -2.5;
  };
  const meantDensity = Math.abs(residual) <= MOST_MEANT ? 0.5 : 0.5 * Math.exp(-7 * (Math.abs(residual) - MOST_MEANT));
  let best: PriceHypothesis = {
    cause: 'as_meant',
    meant: amount,
    likelihood: meantDensity * roundnessDensity(roundness, amount),
    note: 'the price is meant as it stands',
  };
  const consider = (other: PriceHypothesis): void => {
    if (other.likelihood > best.likelihood) best = other;
  };

  // No price is rounder than the roundest and no slip smaller than the least: what is too unlikely even so is passed over.
  const roundest = greatestDensity(roundness);
  const fitsLess = fits(Math.min(0, residual - Math.log(LEAST_SLIP)));
  const fitsMore = fits(Math.max(0, residual + Math.log(LEAST_SLIP)));
  const typed = Math.round(amount);
  eachSlip(typed, ({ meant, ways, isShorter }) => {
    const prior = (TYPO_PRIOR / ways) * (amount / meant);
    if (prior * (isShorter ? fitsLess : fitsMore) * roundest <= best.likelihood) return;
    consider({
      cause: 'typo',
      meant,
      likelihood: prior * fits(residual - Math.log(amount / meant)) * roundnessDensity(roundness, meant),
      note: isShorter ? 'a digit too many' : 'a digit too few',
    });
  });

  const units =
    UNITS_PER_DOLLAR.find(([currency]) => currency === price.currency)?.[1] ?? (price.currency === 'USD' ? 1 : 0);
  if (units > 0) {
    let met = 0;
    for (const [currency, , weight] of UNITS_PER_DOLLAR) if (currency !== price.currency) met += weight;
    for (const [currency, rate, weight] of UNITS_PER_DOLLAR) {
      if (currency === price.currency) continue;
      const likelihood = ((CURRENCY_PRIOR * weight) / met) * fits(residual - Math.log(rate / units));
      if (likelihood * roundest <= best.likelihood) continue;
      const meant = nearestRound((amount / rate) * units, 0.6 / rate);
      consider({
        cause: 'wrong_currency',
        meant,
        likelihood: likelihood * roundnessDensity(roundness, meant),
        note: `the amount looks like ${currency}`,
      });
    }
  }
  return best;
}

/** Calls back with each price from which one slip of a finger makes a whole amount: a digit doubled or added, or one left out. */
function eachSlip(
  amount: number,
  visit: (slip: { readonly meant: number; readonly ways: number; readonly isShorter: boolean }) => void,
): void {
  if (!(amount >= 1 && amount < MOST_TYPED)) return;
  const length = String(amount).length;
  // `unit` is the value of a digit at the place, counted from the right.
  for (let unit = 1; unit <= amount && length > 1; unit *= 10) {
    const meant = Math.floor(amount / (unit * 10)) * unit + (amount % unit);
    const digit = digitAt(amount, unit);
    const isDoubled = (unit > 1 && digit === digitAt(amount, unit / 10)) || digit === digitAt(amount, unit * 10, -1);
    if (meant > 0) visit({ meant, ways: 2 * length * (isDoubled ? 1 : 40), isShorter: true });
  }
  for (let unit = 1; unit <= amount * 10; unit *= 10) {
    const before = Math.floor(amount / unit);
    for (let digit = before === 0 ? 1 : 0; digit <= 9; digit++) {
      const meant = (before * 10 + digit) * unit + (amount % unit);
      visit({ meant, ways: 2 * (length + 1), isShorter: false });
    }
  }
}

/** The digit of a whole number at a place; `beyond` where the number does not reach it. */
function digitAt(amount: number, unit: number, beyond = 0): number {
  return unit > amount ? beyond : Math.floor(amount / unit) % 10;
}

/** The roundest whole number within `tolerance`, else the nearest one. */
function nearestRound(value: number, tolerance: number): number {
  for (const step of [1000, 500, 100, 50, 5]) {
    const round = Math.round(value / step) * step;
    if (round > 0 && Math.abs(round - value) <= tolerance) return round;
  }
  return Math.max(1, Math.round(value));
}
