import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';
import { readOutsideSeries } from './read-outside-series.ts';
import { askEngine, showRefusal } from './segment-options.ts';

export interface CorrelateOptions {
  readonly depth: number;
  readonly limit: number;
  /** Files of series from outside. */
  readonly outside?: readonly string[];
  /** Days from the end of a month to its figure, where a file does not say. */
  readonly outsideLag: number;
  readonly asOf?: string;
}

/** `pa correlate`: how the growth of segments goes together. */
export async function showCorrelations({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: CorrelateOptions;
}): Promise<void> {
  const { depth, limit, asOf } = options;
  const outside = (options.outside ?? []).map((path) => readOutsideSeries(path, { lagDays: options.outsideLag }));
  const answer = await askEngine(context, (engine) =>
    engine.correlateMarkets({ depth, limit, outside, ...(asOf === undefined ? {} : { asOf }) }),
  );
  if (showRefusal(context, answer)) return;
  context.terminal.result(answer, () => {
    const head = ['pair', 'months', 'correlation', '90 %', 'p', 'believed', 'lead'];
    const ordered = [...answer.pairs].sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
    const rows = ordered.map(
      ({ left, right, monthCount, correlation, lower90, upper90, pValue, significant, leadLag }) => [
        `${left} ~ ${right}`,
        String(monthCount),
        correlation.toFixed(2),
        `${lower90.toFixed(2)} to ${upper90.toFixed(2)}`,
        pValue.toFixed(3),
        significant ? 'yes' : 'no',
        leadLag === null ? '-' : `${leadLag.leader} by ${leadLag.lagMonths} (${leadLag.correlation.toFixed(2)})`,
      ],
    );
    const told = answer.drivers.flatMap(({ segment, drivers }) =>
      drivers
        .filter((driver) => driver.significant)
        .map(
          ({ name, lagMonths, elasticity, lower90, upper90 }) =>
            `${segment} follows ${name} by ${lagMonths} months: ${elasticity.toFixed(2)} % for 1 % (90 %: ${lower90.toFixed(2)} to ${upper90.toFixed(2)}).`,
        ),
    );
    const outsideWords =
      outside.length === 0
        ? []
        : told.length === 0
          ? ['No series from outside tells of a segment some months later, as far as it was known on the day.']
          : told;
    const words = outsideWords.map((line) => `${line}\n`).join('');
    return `${table(rows, { head, right: ['months', 'correlation', 'p'] })}\n\n${words}Of monthly growth, at a false-discovery rate of 10 %. What moves together need not cause each other.`;
  });
}
