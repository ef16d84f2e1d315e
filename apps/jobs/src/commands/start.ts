import { createStores, type DatabaseDriver, withTransaction } from '@pa/db';
import { CarValuer, dayOfInstant, type DailyRunReport, type IsoDate, type PipelineDependencies } from '@pa/engines';
import { keepErasingTexts } from '../composition/erase-audit-texts.ts';
import { openDatabase } from '../composition/open-database.ts';
import { createMarketAnalyst } from '../composition/market-analyst.ts';
import { createPipelines } from '../composition/pipeline-dependencies.ts';
import { createProductAccounts } from '../composition/product-accounts.ts';
import { createProductApi } from '../composition/product-api.ts';
import { loadSampleMarket } from '../composition/sample-market.ts';
import { predictFromSamplePast } from '../composition/sample-track-record.ts';
import { NO_KEY, runOptimisation } from '../composition/run-optimisation.ts';
import { untilAborted } from '../composition/until-aborted.ts';
import { keepWatch } from '../composition/keep-watch.ts';
import { formatCount } from '../output/format-value.ts';
import { createProgress, type Progress, seconds } from '../output/progress.ts';
import { renderDailyReport } from '../output/render-daily-report.ts';
import { createJobHandlers } from '../queue/job-handlers.ts';
import { openJobQueue } from '../queue/open-job-queue.ts';
import { listen } from '../server/listen.ts';
import { createProductHandler } from '../server/product-handler.ts';
import type { CommandContext } from './command-context.ts';
import { runWithProgress } from './run-with-progress.ts';

export interface StartOptions {
  readonly asOf?: string;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** `pa start`: the whole product in one process, until it is asked to stop. */
export async function start({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: StartOptions;
}): Promise<void> {
  const { terminal, settings, now, signal } = context;
  const { HOST, PORT } = settings.values;
  const startedAt = now();
  const asOf = options.asOf ?? dayOfInstant(now());
  const progress = createProgress(terminal, { now });
  // What was opened last is closed first.
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close();
  };
  try {
    const database = await progress.task('Open the database', () => openDatabase(settings));
    closers.push(() => database.close());
    const pipelines = createPipelines(database, {
      now,
      settings,
      follow: { note: (line) => terminal.note(line) },
    });
    closers.push(() => pipelines.close());
    // A fit that runs is given up at once: what it would find is computed again at the next start.
    signal.addEventListener('abort', () => void pipelines.close(), { once: true });
    const { dependencies } = pipelines;
    await fillIfEmpty(database, { dependencies, asOf, now, signal, progress });

    const analyse = () => runWithProgress(dependencies, { asOf, signal, progress });
    const analysedBefore = (await dependencies.stores.runs.lastCompleted({ run: 'daily', step: 'notify' })) !== null;
    let report: DailyRunReport | null = analysedBefore ? null : await analyse();
    if (report !== null && !terminal.json) terminal.result(report, () => renderDailyReport(report as DailyRunReport));

    const onError = (error: unknown) => terminal.note(`The queue reports: ${(error as Error).message}`);
    const queue = await openJobQueue(database, { settings, role: 'worker', onError });
    closers.push(() => queue.close());
    const stores = createStores(database);
    const watching = { settings, now, note: (line: string) => terminal.note(line) };
    const watch = keepWatch(stores, watching);
    const retention = keepErasingTexts(stores, watching);
    closers.push(
      () => watch.stop(),
      () => retention.stop(),
    );
    const { manager, experiments, protectedLabels } = pipelines.prompts;
    const carValuer = new CarValuer({ stores, now });
    // All sales are read once before the first car is valued: nobody has to wait for that.
    const readSales = () => void carValuer.listChoices().catch(() => undefined);
    const product = await createProductApi(dependencies, {
      carValuer,
      ...createProductAccounts(stores, { now, settings, cache: pipelines.cache }),
      prompts: {
        manager,
        experiments,
        protectedLabels,
        store: stores.prompts,
        tests: stores.promptTests,
        optimisations: stores.optimisations,
        optimiser: {
          unavailable: pipelines.prompts.runner === undefined ? NO_KEY : null,
          start: (order) => queue.enqueueOptimisation(order),
          newest: (type) => queue.newestOptimisation(type),
        },
      },
      analyst: createMarketAnalyst(stores, {
        now,
        settings,
        carValuer,
        ...(dependencies.writer === undefined ? {} : { writer: dependencies.writer }),
      }),
      // Another site's page may not reach a local server under a name of its own.
      allowedHosts: LOOPBACK.has(HOST) ? ['localhost', '127.0.0.1', '[::1]'] : null,
      enqueueScan: () => queue.enqueueScan(),
      onError: (line) => terminal.note(line),
    });
    const handler = createProductHandler({ api: product.api });
    const server = await listen(handler.fetch, { host: HOST, port: PORT });
    closers.push(() => server.close());
    readSales();
    await queue.work(
      createJobHandlers(dependencies, {
        optimise: (order, aborted) => runOptimisation(pipelines.prompts, { order, stores, now, signal: aborted }),
        onOptimised: ({ type }, { status }) => terminal.note(`Optimiser on ${type}: ${status.replaceAll('-', ' ')}`),
        onScan: ({ scanned, newCount }) => {
          void product.refresh();
          if (scanned > 0) terminal.note(`Scan: ${formatCount(scanned)} rows, ${formatCount(newCount)} new anomalies`);
        },
        onDaily: (daily) => {
          void product.refresh();
          readSales();
          terminal.note(`Daily run of ${daily.asOf}: done in ${seconds(daily.durationMs)}`);
        },
      }),
    );

    if (!handler.adminIsBuilt) terminal.note('The admin is not built, so only the API is served: run "pnpm build".');
    if (!LOOPBACK.has(HOST)) {
      terminal.note(
        `HOST is ${HOST}: whoever reaches this machine can read and write; put a proxy with sign-in before it.`,
      );
    }
    const readyMs = now() - startedAt;
    const ready = () => terminal.note(`ready ${server.url} after ${seconds(readyMs)}`);
    ready();
    // A later start serves what is stored at once and brings it up to date meanwhile.
    if (report === null) {
      report = await analyse().catch((error: unknown) => {
        if (!signal.aborted) terminal.note(`The analysis of ${asOf} failed: ${(error as Error).message}`);
        return null;
      });
      if (report !== null && !terminal.json) terminal.result(report, () => renderDailyReport(report as DailyRunReport));
    }
    if (terminal.json) terminal.result({ url: server.url, readyMs, report }, () => '');
    await untilAborted(signal);
    terminal.note('Stopping ...');
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await closeAll();
  }
}

async function fillIfEmpty(
  database: DatabaseDriver,
  options: {
    readonly dependencies: PipelineDependencies;
    readonly asOf: IsoDate;
    readonly now: () => number;
    readonly signal: AbortSignal;
    readonly progress: Progress;
  },
): Promise<void> {
  const { dependencies, asOf, now, signal, progress } = options;
  if ((await dependencies.stores.listings.count()) > 0) return;
  await progress.task('Load the synthetic sample market', () =>
    withTransaction(database, (transaction) => loadSampleMarket(transaction, { asOf, now })),
  );
  await progress.task('Predict from its past, so that predictions have come due', () =>
    predictFromSamplePast(dependencies, { asOf, signal }),
  );
}
