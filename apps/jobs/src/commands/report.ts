import { resolve } from 'node:path';
import {
  dayOfInstant,
  type IsoDate,
  type MarketInsight,
  MarketInsightsGenerator,
  type TimeHorizon,
  type WeeklyScope,
} from '@pa/engines';
import { documentMarks, renderHtmlReport, renderMarkdownReport, type ReportDocument } from '@pa/engines/insights';
import { createPipelines, type Pipelines } from '../composition/pipeline-dependencies.ts';
import { withDatabase } from '../composition/with-database.ts';
import { CommandError } from '../errors.ts';
import { writeTextFile } from '../output/write-file.ts';
import type { CommandContext } from './command-context.ts';
import { consentFrom } from './consent-from.ts';

export interface ReportOptions {
  readonly html?: boolean;
  readonly md?: boolean;
  readonly out?: string;
  readonly asOf?: string;
  /** For a week: calls on every model line, over this horizon. */
  readonly invest?: TimeHorizon;
  /** Version of the disclaimer that was read. */
  readonly accept?: string;
}

/** `pa report daily|weekly`: the texts of a day, or a report of every model line, as one document. */
export async function report(
  period: 'daily' | 'weekly',
  { context, options }: { readonly context: CommandContext; readonly options: ReportOptions },
): Promise<void> {
  const { terminal, settings, now, folder } = context;
  if (options.html === true && options.md === true) {
    throw new CommandError('TWO_FORMATS', 'A report is HTML or Markdown: give --html or --md, not both.');
  }
  const document = await withDatabase(settings, async (database) => {
    const pipelines = createPipelines(database, { now, settings });
    try {
      const asOf = options.asOf ?? dayOfInstant(now());
      return await documentOf(period, { pipelines, asOf, investment: investmentOf(options, asOf) });
    } finally {
      await pipelines.close();
    }
  });
  if (document.insights.length === 0) {
    throw new CommandError('NOTHING_ANALYSED', 'No market has been analysed up to that day: run "pa run daily" first.');
  }
  const text = options.html === true ? renderHtmlReport(document) : renderMarkdownReport(document);
  if (options.out !== undefined) {
    const file = resolve(folder, options.out);
    writeTextFile(file, text);
    terminal.result({ file, ...documentMarks(document), texts: document.insights.length }, () => `Written to ${file}.`);
    return;
  }
  terminal.result({ ...document, ...documentMarks(document) }, () => text.trimEnd());
}

/** What calls are wanted; `undefined` without a horizon. Whoever wants some has read the disclaimer in force. */
function investmentOf({ invest, accept }: ReportOptions, givenOn: IsoDate): WeeklyScope['investment'] {
  if (invest === undefined) return undefined;
  return { horizon: invest, consent: consentFrom(accept, givenOn) };
}

async function documentOf(
  period: 'daily' | 'weekly',
  {
    pipelines,
    asOf,
    investment,
  }: {
    readonly pipelines: Pipelines;
    readonly asOf: IsoDate;
    readonly investment: WeeklyScope['investment'];
  },
): Promise<ReportDocument> {
  const { dependencies } = pipelines;
  const generator = new MarketInsightsGenerator(dependencies);
  const daily = await generator.generateDailyInsights({ asOf });
  const insights: MarketInsight[] = [...daily];
  if (period === 'weekly') {
    for (const market of await dependencies.stores.marketData.markets({ asOf })) {
      const reports = await generator.generateWeeklyReports({
        market,
        asOf,
        ...(investment === undefined ? {} : { investment }),
      });
      if (!('status' in reports))
        insights.push(...reports.filter(({ id }) => !insights.some((known) => known.id === id)));
    }
  }
  const analysed = insights[0]?.analysisDate ?? asOf;
  return {
    title: `${insights.some(({ synthetic }) => synthetic) ? '[Synthetic data] ' : ''}${period === 'daily' ? 'Daily' : 'Weekly'} market report`,
    asOf: analysed,
    dataRange: await rangeOf(dependencies.stores.marketData, analysed),
    insights,
  };
}

/** First and last day of the sales behind the analysis. */
async function rangeOf(
  marketData: Pipelines['dependencies']['stores']['marketData'],
  asOf: IsoDate,
): Promise<ReportDocument['dataRange']> {
  let from: IsoDate | null = null;
  let to: IsoDate | null = null;
  for (const market of await marketData.markets({ asOf })) {
    for await (const sale of marketData.sales({ market, asOf, to: asOf })) {
      if (from === null || sale.endedOn < from) from = sale.endedOn;
      if (to === null || sale.endedOn > to) to = sale.endedOn;
    }
  }
  return from === null || to === null ? null : { from, to };
}
