import type { ChaosOutcome, ChaosReport } from './run-chaos.ts';

/** What a chaos run comes to. Every count but the first two ought to be 0. */
export interface ChaosVerdict {
  readonly requests: number;
  readonly answered: number;
  readonly callsByFault: Readonly<Record<string, number>>;
  /** Failed although time was left in which a provider could have answered. */
  readonly gaveUpEarly: number;
  readonly hanging: number;
  readonly wrongText: number;
  /** Called again at a provider before its `Retry-After` was over. */
  readonly impatient: number;
  readonly leaked: number;
  readonly unhandledRejections: number;
}

/** Judges a run of which every fault strikes before the first content. */
export function judgeChaos(report: ChaosReport, options: { readonly deadlineMs: number }): ChaosVerdict {
  const { outcomes } = report;
  const count = (test: (outcome: ChaosOutcome) => boolean) => outcomes.filter(test).length;
  return {
    requests: outcomes.length,
    answered: count((outcome) => outcome.isAnswered),
    callsByFault: callsByFault(report),
    // The last attempt may end a little before the deadline, when there is no time left for another.
    gaveUpEarly: count((outcome) => outcome.errors.length > 0 && outcome.durationMs < options.deadlineMs - 1000),
    hanging: count((outcome) => outcome.isHanging),
    wrongText: count((outcome) => outcome.errors.length === 0 && !outcome.isAnswered),
    impatient: count(isImpatient),
    leaked: report.leaked.length + report.leakedListeners,
    unhandledRejections: report.unhandledRejections,
  };
}

/** How many calls met which fate. */
export function callsByFault({ outcomes }: ChaosReport): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { fault = 'none' } of outcomes.flatMap((outcome) => outcome.calls))
    counts[fault] = (counts[fault] ?? 0) + 1;
  return counts;
}

function isImpatient({ calls }: ChaosOutcome): boolean {
  return calls.some((call, index) => {
    if (call.fault !== 'rate-limited') return false;
    const again = calls.slice(index + 1).find((later) => later.provider === call.provider);
    // Timers of Node may be a millisecond early against another clock.
    return again !== undefined && again.at - call.at < 999;
  });
}

/**
 * Judges a run of streams that break after their first content: each ends with one error that has what was said, once, or
 * with the whole text.
 */
export function judgeLateChaos({ outcomes }: ChaosReport, text: string) {
  const broken = outcomes.filter(({ said, errors }) => errors.length > 0 && said !== '');
  const isRight = ({ errors, said }: ChaosOutcome) =>
    errors.length === 1 && errors[0]?.partialText === said && text.startsWith(said);
  const answered = outcomes.filter((outcome) => outcome.isAnswered).length;
  return {
    streams: outcomes.length,
    answered,
    broken: broken.length,
    brokenWrongly: broken.filter((outcome) => !isRight(outcome)).length,
    others: outcomes.length - answered - broken.length,
  };
}
