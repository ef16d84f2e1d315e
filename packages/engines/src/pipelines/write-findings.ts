import { NOVELTY_DAYS } from '../insights/select-insights.ts';
import { segmentName } from '../insights/segment-name.ts';
import { addDays } from '../market/calendar.ts';
import type { InsightType, MarketInsight } from '../market/insight.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { crossMarketFindings } from './findings/cross-market-findings.ts';
import type { Finding, SegmentNames } from './findings/finding.ts';
import { optionFindings } from './findings/option-findings.ts';
import { seasonFindings } from './findings/season-findings.ts';
import { writeCostOfWords, writeCostOnceAWeek } from './findings/write-cost-of-words.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import type { StoredAnalysis } from './stored-analysis.ts';
import { writeMany } from './write-many.ts';
import { writeOnce } from './write-once.ts';

/** New texts of one kind that a day has room for, and texts of one kind that a week has room for. */
const MOST_A_DAY = 1;
const MOST_A_WEEK = 3;
const WEEK_DAYS = 7;
const KNOWN_TEXTS = 1000;

/** What may be found beside prices and oddities, in the order of telling. */
const KINDS = [
  { type: 'cross_market', find: crossMarketFindings },
  { type: 'season', find: seasonFindings },
  { type: 'option_value', find: optionFindings },
] as const;

/**
 * What the engines found beside prices and oddities, as texts: indices that move together, seasons of model lines, what
 * options are worth, and what the words cost. Each is believed with false discoveries held at a tenth over everything that
 * was looked at, and told once within the novelty window: of each kind at most one a day and three a week, and of the cost
 * one a week, where language models were called at all. Empty where there is nothing to tell.
 */
export async function writeDailyFindings(
  analysis: StoredAnalysis,
  dependencies: PipelineDependencies,
): Promise<readonly MarketInsight[]> {
  const tasks: WritingTask[] = [];
  for (const kind of KINDS) {
    const told = await toldTexts(kind.type, { analysis, dependencies });
    const room = Math.min(MOST_A_DAY, MOST_A_WEEK - told.ofWeek.length);
    if (room > 0) tasks.push(...(await newTexts(kind, { analysis, dependencies, told, room })));
  }
  const written = await writeMany(dependencies, tasks);
  const cost = await writeCostOnceAWeek(analysis, dependencies);
  return cost === null ? written : [...written, cost];
}

/** The same for a week: what its days told, filled up to three of each kind, and what the words cost. */
export async function writeWeeklyFindings(
  analysis: StoredAnalysis,
  dependencies: PipelineDependencies,
): Promise<readonly MarketInsight[]> {
  const tasks: WritingTask[] = [];
  for (const kind of KINDS) {
    const told = await toldTexts(kind.type, { analysis, dependencies });
    const ofWeek = told.ofWeek.slice(0, MOST_A_WEEK);
    tasks.push(...ofWeek.map((text) => async () => text));
    const room = MOST_A_WEEK - ofWeek.length;
    if (room > 0) tasks.push(...(await newTexts(kind, { analysis, dependencies, told, room })));
  }
  const written = await writeMany(dependencies, tasks);
  const cost = await writeCostOfWords(analysis, dependencies);
  return cost === null ? written : [...written, cost];
}

type WritingTask = (dependencies: PipelineDependencies) => Promise<MarketInsight>;

/** Texts of one kind that were told before. */
interface ToldTexts {
  /** Subject to the day on which it was first told within the novelty window. */
  readonly days: ReadonlyMap<string, string>;
  /** Those of the seven days up to the analysis, without the day itself, newest first. */
  readonly ofWeek: readonly MarketInsight[];
}

async function newTexts(
  kind: (typeof KINDS)[number],
  options: {
    readonly analysis: StoredAnalysis;
    readonly dependencies: PipelineDependencies;
    readonly told: ToldTexts;
    readonly room: number;
  },
): Promise<readonly WritingTask[]> {
  const { analysis, dependencies, told, room } = options;
  const names = segmentNames(analysis, dependencies);
  const findings = await kind.find(analysis, { dependencies, names });
  return (
    findings
      // The text of this very day is handed out again, so that a second run of the day answers the same.
      .filter(({ subject }) => (told.days.get(subject) ?? analysis.asOf) === analysis.asOf)
      .slice(0, room)
      .map(
        (finding): WritingTask =>
          async (given) =>
            (await writeOnce(given, { identity: identityOf(finding, analysis), write: finding.write })).insight,
      )
  );
}

function identityOf(finding: Finding, { market, asOf, dataHash }: StoredAnalysis): readonly string[] {
  return [finding.type, marketKey(market), finding.subject, asOf, dataHash];
}

async function toldTexts(
  type: InsightType,
  options: { readonly analysis: StoredAnalysis; readonly dependencies: PipelineDependencies },
): Promise<ToldTexts> {
  const { analysis, dependencies } = options;
  const { asOf } = analysis;
  const since = addDays(asOf, -NOVELTY_DAYS);
  const weekSince = addDays(asOf, -WEEK_DAYS);
  const texts = (await dependencies.stores.insights.list({ type, asOf, limit: KNOWN_TEXTS })).filter(
    ({ analysisDate }) => analysisDate > since,
  );
  return {
    // Oldest last, so that the day on which it was first told within the window stands.
    days: new Map(texts.map((text) => [subjectOf(text), text.analysisDate] as const)),
    ofWeek: texts.filter(({ analysisDate }) => analysisDate > weekSince && analysisDate < asOf),
  };
}

/** The names that a text is about, joined: they are on its sheet and nowhere else. */
export function subjectOf({ facts }: Pick<MarketInsight, 'facts'>): string {
  const subjects = ['option', 'car', 'leader', 'follower'];
  return subjects.flatMap((id) => facts.filter((fact) => fact.id === id).map(({ value }) => String(value))).join(' / ');
}

/** Names of segments in the spelling of their predictions where there are some. */
function segmentNames(
  { market, asOf }: { readonly market: MarketScope; readonly asOf: string },
  { stores }: Pick<PipelineDependencies, 'stores'>,
): SegmentNames {
  return async (segment) => {
    const [entry] = await stores.predictions.list({ market: marketKey(market), segment, asOf, limit: 1 });
    if (entry !== undefined) return entry.prediction;
    return { make: '', model: segmentName(segment), generation: null, trim: null };
  };
}
