import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';
import { askEngine, showRefusal } from './segment-options.ts';

export interface CorrelateOptions {
  readonly depth: number;
  readonly limit: number;
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
  const answer = await askEngine(context, (engine) =>
    engine.correlateMarkets({ depth, limit, ...(asOf === undefined ? {} : { asOf }) }),
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
    return `${table(rows, { head, right: ['months', 'correlation', 'p'] })}\n\nOf monthly growth, at a false-discovery rate of 10 %. What moves together need not cause each other.`;
  });
}
