import { InvalidInputError } from '../errors.ts';
import { type IsoDate, isIsoDate } from '../market/calendar.ts';
import type { DailyRunReport, MarketReport } from './daily-run-report.ts';
import { analyseMarket } from './daily/analyse-market.ts';
import { collectMarket } from './daily/collect-market.ts';
import type { DailyContext } from './daily/daily-context.ts';
import { findHead } from './daily/find-head.ts';
import { notifyOfRun, refreshCache } from './daily/finish-run.ts';
import { reportMarket } from './daily/report-market.ts';
import { storeMarket } from './daily/store-market.ts';
import { valueOptions } from './daily/value-options.ts';
import { validateMarket } from './daily/validate-market.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import type { RunProgress } from './run-progress.ts';

export interface RunDailyOptions {
  /** The day of the analysis; nothing known later is read. */
  readonly asOf: IsoDate;
  /** Computes everything and writes nothing; texts come from templates, so that it costs nothing. Default false. */
  readonly dryRun?: boolean;
  readonly onProgress?: (event: RunProgress) => void;
  /** Stops the run between two steps; what is done stays done. */
  readonly signal?: AbortSignal;
}

/**
 * The analysis of a day, in seven steps: collect, analyse, validate, store and value options for every market in turn, then
 * refresh the cache and notify. Every finished step is in the run ledger under the hash of its input: a second run of the day skips
 * all of them, changes no store and costs nothing; a run that broke off goes on where it stopped.
 *
 * @example
 * const stores = createMemoryStores();
 * await stores.listings.upsert(listings);
 * const report = await runDaily({ stores, now: Date.now }, { asOf: '2024-09-30' });
 */
export async function runDaily(dependencies: PipelineDependencies, options: RunDailyOptions): Promise<DailyRunReport> {
  const { asOf, dryRun = false, signal, onProgress = () => undefined } = options;
  if (!isIsoDate(asOf)) {
    throw new InvalidInputError(`The day of the run is "${asOf}": give a day that exists, as YYYY-MM-DD.`);
  }
  const startedAt = dependencies.now();
  const context: DailyContext = { dependencies, asOf, dryRun, signal, onProgress, steps: [] };
  const { head } = await findHead(context);

  const reports: MarketReport[] = [];
  const dataHashes: string[] = [];
  let llmCostNanoUsd = 0n;
  for (const market of await dependencies.stores.marketData.markets({ asOf })) {
    const { collected, rows } = await collectMarket(context, {
      market,
      head,
      // The first market bears the time of the search for changes, so that the steps account for the whole run.
      ...(reports.length === 0 ? { startedAt } : {}),
    });
    const { dataHash } = collected;
    const analysed = await analyseMarket(context, { market, collected, rows });
    const { verdict, analysis, summary } = analysed;
    const validation = await validateMarket(context, { market, dataHash, analysis });
    const stored = await storeMarket(context, { market, dataHash, analysis, rows });
    await valueOptions(context, { market, dataHash, rows });
    reports.push(await reportMarket(context, { market, collected, verdict, validation, stored, analysis, summary }));
    dataHashes.push(dataHash);
    llmCostNanoUsd += analysed.costNanoUsd;
  }
  await refreshCache(context, { reports, dataHashes });
  await notifyOfRun(context, { reports, dataHashes });

  const durationMs = dependencies.now() - startedAt;
  return { asOf, dryRun, steps: context.steps, markets: reports, llmCostNanoUsd, durationMs };
}
