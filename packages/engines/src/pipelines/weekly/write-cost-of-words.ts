import { writeCostText } from '../../insights/write-cost-text.ts';
import { addDays } from '../../market/calendar.ts';
import type { MarketInsight } from '../../market/insight.ts';
import type { PipelineDependencies } from '../pipeline-dependencies.ts';
import type { StoredAnalysis } from '../stored-analysis.ts';
import { writeOnce } from '../write-once.ts';

const DAYS = 7;
const DAY_MS = 86_400_000;
const ALL = 100_000;

/**
 * Writes what the language models of the week up to the analysis cost, once a day and state of the ledger; `null` where
 * no ledger is given. The days are those of the texts; calls count from midnight to midnight, UTC.
 */
export async function writeCostOfWords(
  { asOf }: Pick<StoredAnalysis, 'asOf'>,
  dependencies: PipelineDependencies,
): Promise<MarketInsight | null> {
  const { calls, stores } = dependencies;
  if (calls === undefined) return null;
  const from = addDays(asOf, 1 - DAYS);
  const end = Date.parse(`${asOf}T00:00:00Z`) + DAY_MS;
  const groups = await calls.costs({ from: end - DAYS * DAY_MS, to: end, by: 'provider' });
  const callCount = groups.reduce((sum, group) => sum + group.callCount, 0);
  const costNanoUsd = groups.reduce((sum, group) => sum + group.costNanoUsd, 0n);
  const texts = (await stores.insights.list({ asOf, limit: ALL })).filter(
    ({ analysisDate, type }) => analysisDate >= from && type !== 'cost',
  );
  const identity = ['cost', from, asOf, String(callCount), String(costNanoUsd), String(texts.length)];
  const { insight } = await writeOnce(dependencies, {
    identity,
    write: (writing) =>
      writeCostText(
        {
          from,
          to: asOf,
          costNanoUsd,
          callCount,
          textCount: texts.length,
          refusedTextCount: null,
          cachedTextCount: null,
          synthetic: texts.length > 0 && texts.every(({ synthetic }) => synthetic),
        },
        writing,
      ),
  });
  return insight;
}
