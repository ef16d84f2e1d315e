import {
  type DailyRunReport,
  type IsoDate,
  MarketInsightsGenerator,
  type PipelineDependencies,
  runDaily,
} from '@pa/engines';
import { formatCount } from '../output/format-value.ts';
import type { Progress } from '../output/progress.ts';

/** Runs the analysis of a day as one task of the display, which shows the step it is at. */
export async function runWithProgress(
  dependencies: PipelineDependencies,
  options: {
    readonly asOf: IsoDate;
    readonly dryRun?: boolean;
    readonly signal: AbortSignal;
    readonly progress: Progress;
  },
): Promise<DailyRunReport> {
  const { asOf, dryRun = false, signal, progress } = options;
  const report = await progress.task(`Analyse ${asOf}`, (say) =>
    runDaily(dependencies, {
      asOf,
      dryRun,
      signal,
      onProgress: (event) => {
        const place = [event.step.replaceAll('_', ' '), event.market].filter((part) => part !== null).join(' ');
        if (event.type === 'step_started') say(place);
        if (event.type === 'step_advanced') {
          const end = event.total === null ? '' : ` of ${formatCount(event.total)}`;
          say(`${place}: ${formatCount(event.done)}${end} ${event.unit}`);
        }
      },
    }),
  );
  // What else is worth telling beside the summary; texts that are there cost nothing.
  if (!dryRun && !signal.aborted) await new MarketInsightsGenerator(dependencies).generateDailyInsights({ asOf });
  return report;
}
