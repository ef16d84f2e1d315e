import { createStores } from '@pa/db';
import { type AnalysisDepth, type InsightType, type MarketInsight, MarketInsightsGenerator } from '@pa/engines';
import { insightDisclaimer, writtenBy } from '@pa/engines/insights';
import { createPipelines } from '../composition/pipeline-dependencies.ts';
import { withDatabase } from '../composition/with-database.ts';
import { CommandError } from '../errors.ts';
import { wrap } from '../output/render-daily-report.ts';
import type { CommandContext } from './command-context.ts';
import { preferredDepth } from './preferred-depth.ts';

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
 * `pa insights`: what is worth telling today, or one text about a model; with `--stored`, and for the types that come with
 * the daily run alone, texts that were written before.
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
      ? nothingTold(options)
      : [
          ...found.map((insight) => render(insight)),
          insightDisclaimer({ synthetic: found.some(({ synthetic }) => synthetic) }),
        ].join('\n\n'),
  );
}

function nothingTold({ type, asOf }: InsightsOptions): string {
  const day = asOf === undefined ? '' : ` up to ${asOf}`;
  return type === undefined || isWrittenAlone(type)
    ? `There is nothing to tell${day} yet: run "pa run daily${asOf === undefined ? '' : ` --as-of ${asOf}`}" first.`
    : `No text of the type ${type} has been written${day}: the daily run writes one where there is news.`;
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
  if (type === 'recommendation') {
    const message = 'Calls are written for a reader who agrees to the disclaimer: ask "pa report weekly --invest 6m".';
    throw new CommandError('NEEDS_CONSENT', message);
  }
  if (stored === true || (type !== undefined && !isWrittenAlone(type))) {
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
  if (!isWrittenAlone(wanted)) return [];
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

/** Texts that are written when they are asked for; all others come with the daily run, where there is news. */
const WRITTEN_ALONE = ['market_summary', 'segment_report', 'price_prediction'] as const;

function isWrittenAlone(type: InsightType): type is (typeof WRITTEN_ALONE)[number] {
  return WRITTEN_ALONE.some((alone) => alone === type);
}

function render(insight: MarketInsight): string {
  const rule = '-'.repeat(Math.min(80, insight.title.length));
  return `${insight.title}\n${rule}\n${wrap(insight.summary)}\n${writtenBy(insight)}; ${insight.facts.length} facts.`;
}
