import { deterministicUuid } from '../../market/deterministic-uuid.ts';
import { marketKey } from '../../market/price.ts';
import { contentHash } from '../content-hash.ts';
import type { MarketReport } from '../daily-run-report.ts';
import { movementNotices } from '../movement-notices.ts';
import { alarmNotices } from '../anomaly-notices.ts';
import { personalAnomalyNotices, personalDayNotices } from '../personal-notices.ts';
import { analysisCheckpoint } from './analysis-checkpoint.ts';
import { type DailyContext, PIPELINE_VERSION } from './daily-context.ts';
import { runStep } from './run-step.ts';

interface FinishedMarkets {
  readonly reports: readonly MarketReport[];
  /** Data hashes of the markets, in their order. */
  readonly dataHashes: readonly string[];
}

/** Makes kept answers fresh: whoever keeps them is told what changed. The run's own working copies are dropped. */
export async function refreshCache(context: DailyContext, { reports, dataHashes }: FinishedMarkets): Promise<void> {
  const { asOf } = context;
  const markets = reports.map((report) => marketKey(report.market));
  await runStep(context, {
    step: 'refresh_cache',
    market: null,
    inputHash: contentHash({ version: PIPELINE_VERSION, markets, dataHashes }),
    work: async () => {
      if (context.dryRun) return { counts: { refreshed: 0 }, details: {} };
      const { refreshCache: refresh, stores } = context.dependencies;
      for (const [index, { market }] of reports.entries()) {
        await analysisCheckpoint(stores.fittedModels, { market, asOf, dataHash: dataHashes[index] ?? '' }).empty();
      }
      return { counts: { refreshed: (await refresh?.({ asOf, markets })) ?? 0 }, details: {} };
    },
  });
}

/** Hands on the notice of the day and one for every anomaly that is worth an alarm, to the service and to people, each once. */
export async function notifyOfRun(context: DailyContext, { reports, dataHashes }: FinishedMarkets): Promise<void> {
  const { asOf, dependencies } = context;
  await runStep(context, {
    step: 'notify',
    market: null,
    inputHash: contentHash({ version: PIPELINE_VERSION, dataHashes }),
    work: async () => {
      if (context.dryRun || reports.length === 0) return { counts: { notices: 0 }, details: {} };
      const notice = {
        id: deterministicUuid(`notification daily_run ${asOf}`),
        topic: 'daily_run' as const,
        title: `${reports.some((report) => report.synthetic) ? '[synthetic] ' : ''}Market analysis of ${asOf}`,
        body: reports.map(bodyOf).join('\n'),
        createdAt: dependencies.now(),
      };
      const notices = [
        notice,
        ...(await alarmNotices(dependencies, { asOf, found: reports.flatMap((report) => report.topAnomalies) })),
        ...(await movementNotices(dependencies, { asOf, markets: reports })),
      ];
      const readers = await dependencies.stores.preferences.all();
      const predictions = reports.flatMap((report) => report.topPredictions);
      const personal = [
        ...personalDayNotices(dependencies, readers, { asOf, title: notice.title, body: notice.body, predictions }),
        ...personalAnomalyNotices(
          dependencies,
          readers,
          reports.flatMap((report) => report.topAnomalies),
        ),
      ];
      await dependencies.stores.notifier.notify([...notices, ...personal]);
      return { counts: { notices: notices.length + personal.length }, details: {} };
    },
  });
}

function bodyOf(report: MarketReport): string {
  const market = marketKey(report.market);
  if (report.status !== 'ok') return `${market}: not enough data: ${report.reason ?? 'unknown'}.`;
  return `${market}: ${report.predictionCount} predictions, ${report.anomalyCount} anomalies, ${report.settledCount} predictions settled.`;
}
