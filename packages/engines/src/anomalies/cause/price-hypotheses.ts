import { type RoundnessShares, roundnessDensity } from './round-price.ts';

/** What could have become of a price between the seller's head and the row. */
export interface PriceHypothesis {
  readonly cause: 'as_meant' | 'typo' | 'wrong_currency';
  /** The price that was meant; for a price as meant the amount itself. */
  readonly meant: number;
  readonly logLikelihood: number;
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

/**
 * Weighs, for a price that stands out, whether it is meant as it stands, lost or gained a digit, or is an amount of another
 * currency. A slip has to leave a price that fits the car, and a round one where prices are round; it competes with the
 * plain explanation. Likelihoods are densities on the log of the price; a slip of a digit counts the whole prices that it
 * makes of whole prices. Best first.
 */
export function weighPrice(
  price: { readonly amount: number; readonly currency: string },
  car: { readonly residual: number; readonly localSpread: number; readonly roundness: RoundnessShares },
): readonly PriceHypothesis[] {
  const { amount } = price;
  const { residual, localSpread, roundness } = car;
  const spread = Math.max(0.04, localSpread) / 0.7407;
  const fits = (left: number): number => {
    const t = left / spread;
    return (0.375 / spread) * (1 + (t * t) / 4) ** -2.5;
  };
  const meantDensity = Math.abs(residual) <= MOST_MEANT ? 0.5 : 0.5 * Math.exp(-7 * (Math.abs(residual) - MOST_MEANT));
  const hypotheses: PriceHypothesis[] = [
    {
      cause: 'as_meant',
      meant: amount,
      logLikelihood: Math.log(meantDensity * roundnessDensity(roundness, amount)),
      note: 'the price is meant as it stands',
    },
  ];
  const typos = typedWrong(amount);
  for (const { meant, ways, note } of typos) {
    const likelihood = (TYPO_PRIOR / ways) * fits(residual - Math.log(amount / meant));
    hypotheses.push({
      cause: 'typo',
      meant,
      logLikelihood: Math.log(likelihood * roundnessDensity(roundness, meant) * (amount / meant)),
      note,
    });
  }
  const units =
    UNITS_PER_DOLLAR.find(([currency]) => currency === price.currency)?.[1] ?? (price.currency === 'USD' ? 1 : 0);
  if (units > 0) {
    const others = UNITS_PER_DOLLAR.filter(([currency]) => currency !== price.currency);
    const met = others.reduce((sum, [, , weight]) => sum + weight, 0);
    for (const [currency, rate, weight] of others) {
      const meant = nearestRound((amount / rate) * units, 0.6 / rate);
      const likelihood = ((CURRENCY_PRIOR * weight) / met) * fits(residual - Math.log(rate / units));
      hypotheses.push({
        cause: 'wrong_currency',
        meant,
        logLikelihood: Math.log(likelihood * roundnessDensity(roundness, meant)),
        note: `the amount looks like ${currency}`,
      });
    }
  }
  return hypotheses.sort((left, right) => right.logLikelihood - left.logLikelihood);
}

/** The prices from which one slip of a finger makes the amount: a digit doubled or added, or one left out. */
function typedWrong(
  amount: number,
): readonly { readonly meant: number; readonly ways: number; readonly note: string }[] {
  const digits = String(Math.round(amount));
  const found = new Map<number, { meant: number; ways: number; note: string }>();
  for (let position = 0; position < digits.length; position++) {
    const shorter = Number(digits.slice(0, position) + digits.slice(position + 1));
    const isDoubled = digits[position] === digits[position + 1] || digits[position] === digits[position - 1];
    if (shorter > 0 && digits.length > 1) {
      const ways = 2 * digits.length * (isDoubled ? 1 : 40);
      const known = found.get(shorter);
      if (known === undefined || known.ways > ways)
        found.set(shorter, { meant: shorter, ways, note: 'a digit too many' });
    }
  }
  for (let position = 0; position <= digits.length; position++) {
    for (let digit = position === 0 ? 1 : 0; digit <= 9; digit++) {
      const meant = Number(digits.slice(0, position) + String(digit) + digits.slice(position));
      if (!found.has(meant)) found.set(meant, { meant, ways: 2 * (digits.length + 1), note: 'a digit too few' });
    }
  }
  return [...found.values()];
}

/** The roundest whole number within `tolerance`, else the nearest one. */
function nearestRound(value: number, tolerance: number): number {
  for (const step of [1000, 500, 100, 50, 5]) {
    const round = Math.round(value / step) * step;
    if (round > 0 && Math.abs(round - value) <= tolerance) return round;
  }
  return Math.max(1, Math.round(value));
}
