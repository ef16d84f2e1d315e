import {
  dayOfInstant,
  type DailyRunReport,
  MarketInsightsGenerator,
  type PipelineDependencies,
  runDaily,
  scanNewListings,
  type ScanResult,
} from '@pa/engines';
import type { JobHandlers } from './job-queue.ts';

/** What the jobs of the queue do: the pipelines, with their results handed to whoever shows them. */
export function createJobHandlers(
  dependencies: PipelineDependencies,
  options: {
    readonly onScan?: (result: ScanResult) => void;
    readonly onDaily?: (report: DailyRunReport) => void;
  } = {},
): JobHandlers {
  return {
    async scan(signal) {
      options.onScan?.(await scanNewListings(dependencies, { signal }));
    },
    async daily(signal) {
      const asOf = dayOfInstant(dependencies.now());
      const report = await runDaily(dependencies, { asOf, signal });
      if (!signal.aborted) await new MarketInsightsGenerator(dependencies).generateDailyInsights({ asOf });
      options.onDaily?.(report);
    },
  };
}
