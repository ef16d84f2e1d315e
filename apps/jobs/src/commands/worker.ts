import { createStores } from '@pa/db';
import { keepErasingTexts } from '../composition/erase-audit-texts.ts';
import { createPipelines } from '../composition/pipeline-dependencies.ts';
import { runOptimisation } from '../composition/run-optimisation.ts';
import { untilAborted } from '../composition/until-aborted.ts';
import { keepWatch } from '../composition/keep-watch.ts';
import { withDatabase } from '../composition/with-database.ts';
import { createJobHandlers } from '../queue/job-handlers.ts';
import { openJobQueue } from '../queue/open-job-queue.ts';
import type { CommandContext } from './command-context.ts';

/** `pa worker`: takes jobs until it is stopped, or with `--once` only those that wait now. */
export async function worker({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: { readonly once?: boolean };
}): Promise<void> {
  const { terminal, settings, now, signal } = context;
  await withDatabase(settings, async (database) => {
    const pipelines = createPipelines(database, {
      now,
      settings,
      ...(options.once === true ? {} : { follow: { note: (line: string) => terminal.note(line) } }),
    });
    const queue = await openJobQueue(database, {
      settings,
      role: 'worker',
      onError: (error) => terminal.note(`The queue reports: ${(error as Error).message}`),
    });
    const done = { scans: 0, dailyRuns: 0, optimisations: 0, rowsScanned: 0, anomaliesFound: 0 };
    const handlers = createJobHandlers(pipelines.dependencies, {
      optimise: (order, aborted) =>
        runOptimisation(pipelines.prompts, { order, stores: createStores(database), now, signal: aborted }),
      onOptimised({ type }, { status }) {
        done.optimisations += 1;
        terminal.note(`Optimiser on ${type}: ${status.replaceAll('-', ' ')}`);
      },
      onScan({ scanned, newCount }) {
        done.scans += 1;
        done.rowsScanned += scanned;
        done.anomaliesFound += newCount;
        terminal.note(`Scan: ${scanned} rows, ${newCount} new anomalies`);
      },
      onDaily({ asOf, durationMs }) {
        done.dailyRuns += 1;
        terminal.note(`Daily run of ${asOf}: ${durationMs} ms`);
      },
    });
    try {
      if (options.once === true) {
        await queue.drain(handlers);
      } else {
        const watching = { settings, now, note: (line: string) => terminal.note(line) };
        const watch = keepWatch(createStores(database), watching);
        const retention = keepErasingTexts(createStores(database), watching);
        try {
          await queue.work(handlers);
          terminal.note('ready: waiting for jobs');
          await untilAborted(signal);
        } finally {
          await Promise.all([watch.stop(), retention.stop()]);
        }
      }
    } finally {
      await queue.close();
      await pipelines.close();
    }
    terminal.result(
      done,
      () => `${done.scans} scans, ${done.dailyRuns} daily runs and ${done.optimisations} runs of the optimiser done.`,
    );
  });
}
