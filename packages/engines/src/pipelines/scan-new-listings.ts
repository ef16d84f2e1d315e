import { learnFromVerdicts } from '../anomalies/severity/learn-verdicts.ts';
import type { Anomaly } from '../market/anomaly.ts';
import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import type { ScanCursor } from '../market/ports/listing-store.ts';
import { judgeListings } from './judge-listings.ts';
import { loadScorers } from './load-scorers.ts';
import { readVerdicts } from './read-verdicts.ts';
import { readOffersBeside } from './offers-beside.ts';
import { alarmNotices } from './anomaly-notices.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';

const SCAN_RUN = 'scan';
const CURSOR_STEP = 'cursor';

export interface ScanOptions {
  /** The day on which offers are judged. Default: today by the clock. */
  readonly asOf?: IsoDate;
  /** Rows read at a time. Default 500. */
  readonly pageSize?: number;
  readonly onProgress?: (progress: { readonly scanned: number; readonly anomalies: number }) => void;
  readonly signal?: AbortSignal;
}

export interface ScanResult {
  /** Where the next scan begins; `null` while the store is empty. */
  readonly cursor: ScanCursor | null;
  /** Rows that were new or changed. */
  readonly scanned: number;
  readonly scored: number;
  /** Rows that were not scored, by reason. */
  readonly refused: Readonly<Record<string, number>>;
  /** What was found, in the order of the scan. */
  readonly anomalies: readonly Anomaly[];
  /** How many of them nobody had found before. */
  readonly newCount: number;
}

/**
 * Scores what was added or changed since the last scan against the stored models, without a fit, oldest change first
 * and once. The place is kept in the run ledger, after the findings: a scan that breaks off repeats its last page, which
 * finds the same anomalies under the same ids. Offers and the sales of the last 30 days are scored; other rows are
 * counted with their reason.
 *
 * @example
 * const { anomalies } = await scanNewListings({ stores, now: Date.now });
 */
export async function scanNewListings(
  dependencies: PipelineDependencies,
  options: ScanOptions = {},
): Promise<ScanResult> {
  const { stores, now } = dependencies;
  const { asOf = dayOfInstant(now()), pageSize = 500, signal } = options;
  const scorerOf = loadScorers(stores.fittedModels, { asOf });
  const offersOf = readOffersBeside(stores.marketData, { asOf });
  const scale = learnFromVerdicts(await readVerdicts(stores.anomalies));
  const refused: Record<string, number> = {};
  const anomalies: Anomaly[] = [];
  let { cursor, day } = await readCursor(dependencies);
  let scanned = 0;
  let scored = 0;
  let newCount = 0;

  for (;;) {
    signal?.throwIfAborted();
    const page = await stores.listings.changedSince({ ...(cursor === null ? {} : { cursor }), limit: pageSize });
    if (page.listings.length === 0 || page.next === undefined) break;
    const found = await judgeListings(page.listings, {
      asOf,
      scorerOf,
      offersOf,
      scale,
      recentSalesOnly: true,
    });
    for (const [reason, count] of Object.entries(found.refused)) refused[reason] = (refused[reason] ?? 0) + count;
    newCount += await stores.anomalies.save(found.anomalies);
    await stores.notifier.notify(await alarmNotices(dependencies, { asOf, found: found.anomalies }));
    anomalies.push(...found.anomalies);
    scored += found.scored;
    scanned += page.listings.length;
    cursor = page.next;
    day = day !== null && day > asOf ? day : asOf;
    const record = { step: CURSOR_STEP, inputHash: cursor, summary: { cursor }, durationMs: 0 };
    await stores.runs.completeStep({ run: SCAN_RUN, asOf: day, ...record });
    options.onProgress?.({ scanned, anomalies: anomalies.length });
  }
  return { cursor, scanned, scored, refused, anomalies, newCount };
}

async function readCursor({
  stores,
}: PipelineDependencies): Promise<{ readonly cursor: ScanCursor | null; readonly day: IsoDate | null }> {
  const day = await stores.runs.lastCompleted({ run: SCAN_RUN, step: CURSOR_STEP });
  if (day === null) return { cursor: null, day };
  const record = await stores.runs.completedStep({ run: SCAN_RUN, asOf: day, step: CURSOR_STEP });
  const cursor = record?.summary['cursor'];
  return { cursor: typeof cursor === 'string' ? cursor : null, day };
}
