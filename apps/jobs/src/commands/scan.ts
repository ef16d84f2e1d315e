import { type AnomalyEvidence, AnomalyExplainer, type Anomaly, scanNewListings, type ScanResult } from '@pa/engines';
import { createPipelines } from '../composition/pipeline-dependencies.ts';
import { withDatabase } from '../composition/with-database.ts';
import { formatCount } from '../output/format-value.ts';
import { createProgress } from '../output/progress.ts';
import { renderAnomalies } from '../output/render-daily-report.ts';
import { renderEvidence } from '../output/render-evidence.ts';
import type { CommandContext } from './command-context.ts';

const SHOWN = 10;
const EXPLAINED = 3;

/** A scan with the evidence for its foremost findings. */
interface ExplainedScan extends ScanResult {
  readonly evidence: readonly { readonly anomaly: Anomaly; readonly evidence: AnomalyEvidence }[];
}

/** `pa scan`: judges what is new since the last scan with the stored models, and explains the foremost findings. */
export async function scan({ terminal, settings, now, signal }: CommandContext): Promise<void> {
  const progress = createProgress(terminal, { now });
  const result = await withDatabase(settings, async (database): Promise<ExplainedScan> => {
    const pipelines = createPipelines(database, { now, settings });
    try {
      const found = await progress.task('Scan new listings', (say) =>
        scanNewListings(pipelines.dependencies, {
          signal,
          onProgress: ({ scanned, anomalies }) =>
            say(`${formatCount(scanned)} scanned, ${formatCount(anomalies)} anomalies`),
        }),
      );
      const explainer = new AnomalyExplainer(pipelines.dependencies);
      const evidence: { readonly anomaly: Anomaly; readonly evidence: AnomalyEvidence }[] = [];
      for (const anomaly of foremost(found.anomalies).slice(0, EXPLAINED)) {
        const explained = await explainer.explain(anomaly);
        if (explained.status === 'ok') evidence.push({ anomaly, evidence: explained });
      }
      return { ...found, evidence };
    } finally {
      await pipelines.close();
    }
  });
  terminal.result(result, () => render(result));
}

function foremost(anomalies: readonly Anomaly[]): readonly Anomaly[] {
  return anomalies.toSorted(
    (left, right) => right.confirmationProbability - left.confirmationProbability || right.score - left.score,
  );
}

function render({ scanned, scored, newCount, anomalies, refused, evidence }: ExplainedScan): string {
  const highest = foremost(anomalies).slice(0, SHOWN);
  return [
    `${formatCount(scanned)} rows are new or changed, ${formatCount(scored)} of them judged: ${formatCount(anomalies.length)} anomalies, ${formatCount(newCount)} of them new.`,
    ...Object.entries(refused).map(([reason, count]) => `  ${formatCount(count)} x not judged: ${reason}`),
    ...(highest.length === 0 ? [] : ['', renderAnomalies(highest)]),
    ...evidence.flatMap((explained) => ['', renderEvidence(explained)]),
  ].join('\n');
}
