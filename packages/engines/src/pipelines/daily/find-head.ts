import type { ScanCursor } from '../../market/ports/listing-store.ts';
import { OPTION_READER_VERSION, storeListingOptions, storeOptionCatalogue } from '../read-listing-options.ts';
import { DAILY_RUN, type DailyContext } from './daily-context.ts';

const HEAD_STEP = 'head';
const PAGE_SIZE = 5000;

/**
 * The cursor after the last change of any listing, and how many changes came since the last run. It tells a rerun that
 * nothing is new without reading the market again; a first run walks through all rows once, and so does the first after
 * the reader of options has changed: what the rows name is kept on the way. `null` for an empty store.
 */
export async function findHead(
  context: DailyContext,
): Promise<{ readonly head: ScanCursor | null; readonly changes: number }> {
  const { listings, options, runs } = context.dependencies.stores;
  const lastDay = await runs.lastCompleted({ run: DAILY_RUN, step: HEAD_STEP });
  const last = lastDay === null ? null : await runs.completedStep({ run: DAILY_RUN, asOf: lastDay, step: HEAD_STEP });
  const isRead = last?.summary['optionReader'] === OPTION_READER_VERSION;
  let cursor = isRead && typeof last?.summary['cursor'] === 'string' ? last.summary['cursor'] : undefined;
  const reads = !context.dryRun;
  if (!isRead && reads) await storeOptionCatalogue(options);
  let changes = 0;
  for (;;) {
    context.signal?.throwIfAborted();
    const page = await listings.changedSince({ ...(cursor === undefined ? {} : { cursor }), limit: PAGE_SIZE });
    if (page.listings.length === 0) break;
    changes += page.listings.length;
    if (reads) await storeListingOptions(options, page.listings);
    cursor = page.next;
  }
  if (changes > 0 && cursor !== undefined && !context.dryRun) {
    // Kept under the newest day, so that a run of an earlier day does not walk through the same rows again.
    const asOf = lastDay !== null && lastDay > context.asOf ? lastDay : context.asOf;
    const record = {
      step: HEAD_STEP,
      inputHash: cursor,
      summary: { cursor, optionReader: OPTION_READER_VERSION },
      durationMs: 0,
    };
    await runs.completeStep({ run: DAILY_RUN, asOf, ...record });
  }
  return { head: cursor ?? null, changes };
}
