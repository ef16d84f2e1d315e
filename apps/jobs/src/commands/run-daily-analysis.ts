import { createStores } from '@pa/db';
import { dayOfInstant } from '@pa/engines';
import { eraseExpiredTexts } from '../composition/erase-audit-texts.ts';
import { createPipelines } from '../composition/pipeline-dependencies.ts';
import { withDatabase } from '../composition/with-database.ts';
import { createProgress } from '../output/progress.ts';
import { renderDailyReport } from '../output/render-daily-report.ts';
import type { CommandContext } from './command-context.ts';
import { runWithProgress } from './run-with-progress.ts';

export interface RunDailyOptions {
  readonly asOf?: string;
  readonly dryRun?: boolean;
}

/** `pa run daily`: the analysis of one day. */
export async function runDailyAnalysis({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: RunDailyOptions;
}): Promise<void> {
  const { terminal, settings, now, signal } = context;
  const report = await withDatabase(settings, async (database) => {
    const pipelines = createPipelines(database, { now, settings });
    try {
      const report = await runWithProgress(pipelines.dependencies, {
        asOf: options.asOf ?? dayOfInstant(now()),
        dryRun: options.dryRun ?? false,
        signal,
        progress: createProgress(terminal, { now }),
      });
      if (options.dryRun !== true) await eraseExpiredTexts(createStores(database), { settings, now });
      return report;
    } finally {
      await pipelines.close();
    }
  });
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  terminal.result({ ...report, peakMemoryMb }, () => renderDailyReport(report));
}
