import {
  dayOfInstant,
  type DailyRunReport,
  MarketInsightsGenerator,
  type PipelineDependencies,
  runDaily,
  scanNewListings,
  type ScanResult,
} from '@pa/engines';
import type { NotConfigured, PromptOptimization } from '@pa/prompts';
import type { OptimisationOrder } from '@pa/api';
import type { JobHandlers } from './job-queue.ts';

/** What the jobs of the queue do: the pipelines, with their results handed to whoever shows them. */
export function createJobHandlers(
  dependencies: PipelineDependencies,
  options: {
    readonly optimise: (order: OptimisationOrder, signal: AbortSignal) => Promise<PromptOptimization | NotConfigured>;
    readonly onOptimised?: (order: OptimisationOrder, found: PromptOptimization | NotConfigured) => void;
    readonly onScan?: (result: ScanResult) => void;
    readonly onDaily?: (report: DailyRunReport) => void;
  },
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
    async optimise(signal, order) {
      options.onOptimised?.(order, await options.optimise(order, signal));
    },
  };
}
