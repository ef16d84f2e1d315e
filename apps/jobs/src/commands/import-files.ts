import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { createStores, type DatabaseDriver } from '@pa/db';
import { dayOfInstant, type ListingStore, readingOptions } from '@pa/engines';
import { removeSampleMarket } from '../composition/remove-sample-market.ts';
import { findSampleMarket } from '../composition/sample-market.ts';
import { withDatabase } from '../composition/with-database.ts';
import { readColumnMapping } from '../import/column-mapping.ts';
import { checkFile, importFile, type ImportReport } from '../import/import-file.ts';
import type { ImportFormat } from '../import/import-format.ts';
import { formatCount } from '../output/format-value.ts';
import { createProgress, seconds } from '../output/progress.ts';
import { openJobQueue } from '../queue/open-job-queue.ts';
import type { CommandContext } from './command-context.ts';

export interface ImportOptions {
  readonly format?: ImportFormat;
  readonly mapping?: string;
  readonly rejected?: string;
}

type TimedReport = ImportReport & { readonly durationMs: number };

/** `pa import`: reads files into the listings, all of them or nothing, and asks for a scan of what is new. */
export async function importFiles(
  files: readonly string[],
  { context, options }: { readonly context: CommandContext; readonly options: ImportOptions },
): Promise<void> {
  const { terminal, settings, now, folder } = context;
  const startedAt = now();
  const mapping = options.mapping === undefined ? undefined : readColumnMapping(resolve(folder, options.mapping));
  const rejectedFolder = resolve(folder, options.rejected ?? '.');
  for (const file of files) await checkFile(resolve(folder, file), { mapping, format: options.format });
  const progress = createProgress(terminal, { now });

  const importAll = async (listings: ListingStore): Promise<readonly TimedReport[]> => {
    const reports: TimedReport[] = [];
    try {
      for (const file of files) {
        const fileStartedAt = now();
        const report = await progress.task(`Import ${file}`, (say) =>
          importFile(resolve(folder, file), {
            listings,
            mapping,
            rejectedFolder,
            today: dayOfInstant(now()),
            format: options.format,
            onProgress: ({ read, rejected }) => {
              context.signal.throwIfAborted();
              say(`${formatCount(read)} rows read, ${formatCount(rejected)} rejected`);
            },
          }),
        );
        reports.push({ ...report, file, durationMs: now() - fileStartedAt });
      }
    } catch (error) {
      // The transaction takes back the rows of the files before; their rejected rows belong to no import either.
      for (const { rejectedFile } of reports) if (rejectedFile !== null) rmSync(rejectedFile, { force: true });
      throw error;
    }
    return reports;
  };

  const outcome = await withDatabase(settings, async (database) => {
    const imported = await database.kysely.transaction().execute(async (trx) => {
      const stores = createStores({ kysely: trx });
      const sample = await findSampleMarket(stores);
      const sampleRowsRemoved = sample === null ? 0 : await removeSampleMarket({ kysely: trx });
      const reports = await importAll(readingOptions(stores));
      return { reports, sampleRowsRemoved };
    });
    const changed = imported.reports.some((report) => report.inserted + report.updated > 0);
    if (changed) await requestScan(database, context);
    return { ...imported, scanRequested: changed };
  });

  const durationMs = now() - startedAt;
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  terminal.result({ ...outcome, durationMs, peakMemoryMb }, () =>
    [
      ...(outcome.sampleRowsRemoved > 0
        ? [
            `The made-up sample market (${formatCount(outcome.sampleRowsRemoved)} rows) was taken out: real and made-up sales do not mix.`,
          ]
        : []),
      ...outcome.reports.flatMap(describeReport),
      `Done in ${seconds(durationMs)}. ${outcome.scanRequested ? 'A scan of what is new waits in the queue; "pa run daily" analyses the market.' : 'Nothing new.'}`,
    ].join('\n'),
  );
}

async function requestScan(database: DatabaseDriver, { settings, terminal }: CommandContext): Promise<void> {
  const queue = await openJobQueue(database, {
    settings,
    role: 'sender',
    onError: (error) => terminal.note(`The queue reports: ${(error as Error).message}`),
  });
  try {
    await queue.enqueueScan();
  } finally {
    await queue.close();
  }
}

function describeReport(report: ImportReport): readonly string[] {
  const { file, format, read, inserted, updated, unchanged, repeated, rejected } = report;
  const parts = [
    `${formatCount(inserted)} new`,
    `${formatCount(updated)} updated`,
    `${formatCount(unchanged)} unchanged`,
  ];
  if (repeated > 0) parts.push(`${formatCount(repeated)} replaced by a later row of the same id`);
  parts.push(`${formatCount(rejected)} rejected`);
  return [
    `${file} (${format}): ${formatCount(read)} rows read: ${parts.join(', ')}`,
    ...Object.entries(report.rejectedByReason).map(([reason, count]) => `  ${formatCount(count)} x ${reason}`),
    ...(report.rejectedFile === null ? [] : [`  rejected rows: ${report.rejectedFile}`]),
  ];
}
