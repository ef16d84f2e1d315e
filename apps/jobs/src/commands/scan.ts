import { scanNewListings, type ScanResult } from '@pa/engines';
import { createPipelines } from '../composition/pipeline-dependencies.ts';
import { withDatabase } from '../composition/with-database.ts';
import { formatCount } from '../output/format-value.ts';
import { createProgress } from '../output/progress.ts';
import { renderAnomalies } from '../output/render-daily-report.ts';
import type { CommandContext } from './command-context.ts';

const SHOWN = 10;

/** `pa scan`: judges what is new since the last scan with the stored models. */
export async function scan({ terminal, settings, now, signal }: CommandContext): Promise<void> {
  const progress = createProgress(terminal, { now });
  const result = await withDatabase(settings, async (database) => {
    const pipelines = createPipelines(database, { now, settings });
    try {
      return await progress.task('Scan new listings', (say) =>
        scanNewListings(pipelines.dependencies, {
          signal,
          onProgress: ({ scanned, anomalies }) =>
            say(`${formatCount(scanned)} scanned, ${formatCount(anomalies)} anomalies`),
        }),
      );
    } finally {
      await pipelines.close();
    }
  });
  terminal.result(result, () => render(result));
}

function render({ scanned, scored, newCount, anomalies, refused }: ScanResult): string {
  const highest = [...anomalies].sort((left, right) => right.score - left.score).slice(0, SHOWN);
  return [
    `${formatCount(scanned)} rows are new or changed, ${formatCount(scored)} of them judged: ${formatCount(anomalies.length)} anomalies, ${formatCount(newCount)} of them new.`,
    ...Object.entries(refused).map(([reason, count]) => `  ${formatCount(count)} x not judged: ${reason}`),
    ...(highest.length === 0 ? [] : ['', renderAnomalies(highest)]),
  ].join('\n');
}
