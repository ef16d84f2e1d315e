import type { Anomaly, ContributingFactor } from '../market/anomaly.ts';
import type { DataFault } from './data-fault.ts';
import type { PriceSlip } from './price-slip.ts';

const SLIP_WORDS: Readonly<Record<PriceSlip['name'], string>> = {
  'missing digit': 'a missing digit',
  'extra digit': 'an extra digit',
};

/** What is known about the cause of a deviation. */
export interface SuspectedCause {
  readonly slip: PriceSlip | null;
  readonly faults: readonly DataFault[];
}

/**
 * Splits a log deviation into what a cause explains, what cars of the kind differ by anyway, and the rest. The factors
 * sum to the deviation; one without an effect on the price (such as a strange odometer) stands in the list with 0.
 */
export function contributingFactors(
  logDeviation: number,
  options: { readonly logSpread: number; readonly cause: SuspectedCause },
): readonly ContributingFactor[] {
  const factors: ContributingFactor[] = [];
  let left = logDeviation;
  const { slip, faults } = options.cause;
  if (slip !== null) {
    factors.push({
      name: slip.name,
      description: `The price looks as if it had ${SLIP_WORDS[slip.name]}.`,
      logEffect: slip.logEffect,
    });
    left -= slip.logEffect;
  }
  for (const fault of faults)
    factors.push({ name: fault.code.replaceAll('_', ' '), description: fault.message, logEffect: 0 });
  const usual = Math.sign(left) * Math.min(Math.abs(left), options.logSpread);
  factors.push({
    name: 'usual scatter',
    description: 'Half of all cars of this kind lie within this distance of their expected price.',
    logEffect: usual,
  });
  factors.push({
    name: 'unexplained',
    description: 'What neither the facts of the car nor the usual scatter explain.',
    logEffect: left - usual,
  });
  return factors;
}

/** One sentence that says what is odd, with figures of the finding itself. */
export function explainAnomaly(
  finding: Pick<Anomaly, 'price' | 'expectedPrice' | 'expectedLow' | 'expectedHigh' | 'deviation' | 'score'>,
  cause: SuspectedCause,
): string {
  const money = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: finding.price.currency,
    maximumFractionDigits: 0,
  });
  const verb = finding.price.kind === 'ask' ? 'Offered at' : finding.price.kind === 'bid' ? 'Bid to' : 'Sold for';
  const share = Math.abs(finding.deviation).toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 0 });
  const side = finding.deviation < 0 ? 'below' : 'above';
  const sentence =
    `${verb} ${money.format(finding.price.amount)}, ${share} ${side} the ${money.format(finding.expectedPrice)} expected ` +
    `of such a car (90% range ${money.format(finding.expectedLow)} to ${money.format(finding.expectedHigh)}), ` +
    `${finding.score.toFixed(1)} times the usual difference`;
  if (cause.slip !== null) return `${sentence}; the price looks as if it had ${SLIP_WORDS[cause.slip.name]}.`;
  const [fault] = cause.faults;
  if (fault !== undefined)
    return `${sentence}; the row may be wrong: ${fault.message.charAt(0).toLowerCase()}${fault.message.slice(1)}`;
  return `${sentence}.`;
}
