import type { Anomaly, ContributingFactor } from '../market/anomaly.ts';
import type { FoundCause } from './cause/find-cause.ts';

/**
 * Splits a log deviation into what a slip of the price explains, what cars of the kind differ by anyway, and the rest. The
 * factors sum to the deviation; a cause without an effect on the price (such as a repeat) stands in the list with 0.
 */
export function contributingFactors(
  logDeviation: number,
  options: { readonly localSpread: number; readonly amount: number; readonly cause: FoundCause },
): readonly ContributingFactor[] {
  const { localSpread, amount, cause } = options;
  const slip = cause.meantAmount === null || !(amount > 0) ? 0 : Math.log(amount / cause.meantAmount);
  const left = logDeviation - slip;
  const usual = Math.sign(left) * Math.min(Math.abs(left), localSpread);
  return [
    { name: cause.cause.replaceAll('_', ' '), description: sentence(cause.note), logEffect: slip },
    {
      name: 'usual scatter',
      description: 'Half of all cars like this one lie within this distance of their expected price.',
      logEffect: usual,
    },
    {
      name: 'unexplained',
      description: 'What neither the facts of the car nor the usual scatter explain.',
      logEffect: left - usual,
    },
  ];
}

/** Making a format costs more than using it a hundred times. */
const PERCENT = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 0 });
const MONEY = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string): Intl.NumberFormat {
  const known =
    MONEY.get(currency) ?? new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 });
  MONEY.set(currency, known);
  return known;
}

/** One sentence that says what is odd, with figures of the finding itself. */
export function explainAnomaly(
  finding: Pick<Anomaly, 'price' | 'expectedPrice' | 'expectedLow' | 'expectedHigh' | 'deviation'>,
  found: { readonly residual: number; readonly localSpread: number; readonly cause: FoundCause },
): string {
  const money = moneyFormat(finding.price.currency);
  const verb = finding.price.kind === 'ask' ? 'Offered at' : finding.price.kind === 'bid' ? 'Bid to' : 'Sold for';
  const share = PERCENT.format(Math.abs(finding.deviation));
  const side = finding.deviation < 0 ? 'below' : 'above';
  const times = Math.abs(found.residual) / found.localSpread;
  const range = `(90% range ${money.format(finding.expectedLow)} to ${money.format(finding.expectedHigh)})`;
  return (
    `${verb} ${money.format(finding.price.amount)}, ${share} ${side} the ${money.format(finding.expectedPrice)} expected of ` +
    `such a car ${range}, ${times.toFixed(1)} times the usual difference: ${withoutStop(found.cause.note)}.`
  );
}

function sentence(note: string): string {
  return `${note.charAt(0).toUpperCase()}${withoutStop(note).slice(1)}.`;
}

function withoutStop(note: string): string {
  return note.replace(/\.$/, '');
}
