import { NOVELTY_DAYS } from '../insights/select-insights.ts';
import { segmentName } from '../insights/segment-name.ts';
import { addDays } from '../market/calendar.ts';
import type { InsightType, MarketInsight } from '../market/insight.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import type { StoredAnalysis } from './stored-analysis.ts';
import { writeCostOfWords } from './weekly/write-cost-of-words.ts';
import { crossMarketFindings } from './weekly/cross-market-findings.ts';
import { optionFindings } from './weekly/option-findings.ts';
import { seasonFindings } from './weekly/season-findings.ts';
import type { SegmentNames, WeeklyFinding } from './weekly/weekly-finding.ts';
import { writeMany } from './write-many.ts';
import { writeOnce } from './write-once.ts';

/** Texts of one kind that a week has room for. */
const MOST_OF_A_KIND = 3;
const KNOWN_TEXTS = 1000;

/**
 * What the engines found beside prices and oddities, as texts: seasons of model lines, indices that move together, what
 * options are worth, and what the words cost. Of each kind at most three, each believed with false discoveries held at a
 * tenth over everything that was looked at, and none told within the novelty window. Empty where nothing is found.
 */
export async function writeWeeklyFindings(
  analysis: StoredAnalysis,
  dependencies: PipelineDependencies,
): Promise<readonly MarketInsight[]> {
  const names = segmentNames(analysis, dependencies);
  const kinds: readonly (readonly WeeklyFinding[])[] = [
    await crossMarketFindings(analysis, { dependencies, names }),
    await seasonFindings(analysis, { dependencies, names }),
    await optionFindings(analysis, { dependencies, names }),
  ];
  const tasks: ((given: PipelineDependencies) => Promise<MarketInsight>)[] = [];
  for (const findings of kinds) {
    const told = await toldSubjects(findings[0]?.type, { analysis, dependencies });
    let count = 0;
    for (const finding of findings) {
      if (count >= MOST_OF_A_KIND) break;
      const toldOn = told.get(finding.subject);
      // The text of this very day is handed out again, so that a second run of the day answers the same.
      if (toldOn !== undefined && toldOn !== analysis.asOf) continue;
      const identity = identityOf(finding, analysis);
      tasks.push(async (given) => (await writeOnce(given, { identity, write: finding.write })).insight);
      count += 1;
    }
  }
  const written = await writeMany(dependencies, tasks);
  const cost = await writeCostOfWords(analysis, dependencies);
  return cost === null ? written : [...written, cost];
}

function identityOf(finding: WeeklyFinding, { market, asOf, dataHash }: StoredAnalysis): readonly string[] {
  return [finding.type, marketKey(market), finding.subject, asOf, dataHash];
}

/** What texts of the type within the novelty window were about, as the subject that stands in their first fact. */
async function toldSubjects(
  type: InsightType | undefined,
  options: { readonly analysis: StoredAnalysis; readonly dependencies: PipelineDependencies },
): Promise<ReadonlyMap<string, string>> {
  if (type === undefined) return new Map();
  const { analysis, dependencies } = options;
  const since = addDays(analysis.asOf, -NOVELTY_DAYS);
  const texts = await dependencies.stores.insights.list({ type, asOf: analysis.asOf, limit: KNOWN_TEXTS });
  return new Map(
    texts
      .filter(({ analysisDate }) => analysisDate > since)
      // Oldest last, so that the day on which it was first told within the window stands.
      .map((text) => [subjectOf(text), text.analysisDate] as const),
  );
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
