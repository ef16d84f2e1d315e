import { createStores } from '@pa/db';
import { NO_SIGN_IN } from '@pa/api';
import {
  type AnalysisDepth,
  DEFAULT_PREFERENCES,
  type InsightType,
  type MarketInsight,
  MarketInsightsGenerator,
  type PreferenceStore,
  profileIdOf,
} from '@pa/engines';
import { insightDisclaimer, writtenBy } from '@pa/engines/insights';
import { createPipelines } from '../composition/pipeline-dependencies.ts';
import { withDatabase } from '../composition/with-database.ts';
import { CommandError } from '../errors.ts';
import { wrap } from '../output/render-daily-report.ts';
import type { CommandContext } from './command-context.ts';

export interface InsightsOptions {
  readonly type?: InsightType;
  readonly model?: string;
  readonly trim?: string;
  readonly make?: string;
  readonly generation?: string;
  readonly depth?: AnalysisDepth;
  readonly limit: number;
  readonly asOf?: string;
  readonly stored?: boolean;
}

/**
 * `pa insights`: what is worth telling today, or one text about a model; with `--stored`, texts that were written before.
 */
export async function insights({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: InsightsOptions;
}): Promise<void> {
  const { terminal, settings, now } = context;
  const found = await withDatabase(settings, async (database) => {
    const pipelines = createPipelines(database, { now, settings });
    try {
      return await textsOf(options, {
        generator: new MarketInsightsGenerator(pipelines.dependencies),
        list: createStores(database).insights.list,
        preferred: await preferredDepth(createStores(database).preferences),
      });
    } finally {
      await pipelines.close();
    }
  });
  terminal.result(found, () =>
    found.length === 0
      ? 'There is nothing to tell yet: run "pa run daily" first.'
      : [
          ...found.map((insight) => render(insight)),
          insightDisclaimer({ synthetic: found.some(({ synthetic }) => synthetic) }),
        ].join('\n\n'),
  );
}

/** What the page without a sign-in prefers: whoever runs the command line has no other profile. */
async function preferredDepth(preferences: PreferenceStore): Promise<AnalysisDepth> {
  return ((await preferences.get(profileIdOf(NO_SIGN_IN))) ?? DEFAULT_PREFERENCES).depth;
}

async function textsOf(
  options: InsightsOptions,
  given: {
    readonly generator: MarketInsightsGenerator;
    readonly list: ReturnType<typeof createStores>['insights']['list'];
    readonly preferred: AnalysisDepth;
  },
): Promise<readonly MarketInsight[]> {
  const { type, model, trim, make, generation, depth, limit, asOf, stored } = options;
  const day = asOf === undefined ? {} : { asOf };
  if (stored === true) {
    return given.list({
      limit,
      ...day,
      ...(type === undefined ? {} : { type }),
      ...(model === undefined ? {} : { model }),
      ...(trim === undefined ? {} : { trim }),
    });
  }
  if (model === undefined && type === undefined) {
    return (await given.generator.generateDailyInsights(day)).slice(0, limit);
  }
  const wanted = type ?? 'segment_report';
  if (wanted !== 'market_summary' && wanted !== 'segment_report' && wanted !== 'price_prediction') {
    throw new CommandError(
      'NOT_WRITTEN_ALONE',
      `Texts of the type ${wanted} come with the daily run: list them with --stored.`,
    );
  }
  const written = await given.generator.generateInsight({
    type: wanted,
    depth: depth ?? given.preferred,
    ...day,
    ...(model === undefined ? {} : { model }),
    ...(trim === undefined ? {} : { trim }),
    ...(make === undefined ? {} : { make }),
    ...(generation === undefined ? {} : { generation }),
  });
  if (!('status' in written)) return [written];
  if (written.status === 'unknown-vehicle') throw new CommandError('UNKNOWN_VEHICLE', written.reason);
  throw new CommandError(
    'NOT_ENOUGH_DATA',
    `Not enough data: ${written.reason} (found ${written.found}, needed ${written.needed}).`,
  );
}

function render(insight: MarketInsight): string {
  const rule = '-'.repeat(Math.min(80, insight.title.length));
  return `${insight.title}\n${rule}\n${wrap(insight.summary)}\n${writtenBy(insight)}; ${insight.facts.length} facts.`;
}
