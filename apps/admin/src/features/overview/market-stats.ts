import type { Overview } from '../../api/answers.ts';
import type { Stat } from '../../components/stat-card.tsx';
import { nanoDollars } from '../../format/nano-dollars.ts';
import { percent } from '../../format/percent.ts';
import { count, countOf } from '../../format/quantity.ts';
import { SEVERITIES } from './anomaly-words.ts';

/** Below this many outcomes a median says little: no colour praises or blames it. */
const OUTCOMES_FOR_A_VERDICT = 20;

/** How far settled predictions were from what was paid; no figure before the first one is settled. */
export function accuracyStat({ accuracy }: Pick<Overview, 'accuracy'>): Stat {
  const error = accuracy.medianAbsolutePercentageError;
  if (error === null || accuracy.settledCount === 0) {
    return { label: 'Prediction error', value: null, note: 'No prediction has come due' };
  }
  const naive = accuracy.naiveMedianAbsolutePercentageError;
  const settled = `${count(accuracy.settledCount)} settled`;
  if (naive === null) return { label: 'Prediction error', value: percent(error), note: settled };
  return {
    label: 'Prediction error',
    value: percent(error),
    note: `${percent(naive)} for no change · ${settled}`,
    tone:
      accuracy.settledCount < OUTCOMES_FOR_A_VERDICT || error === naive ? 'neutral' : error < naive ? 'gain' : 'loss',
  };
}

/** Open anomalies with the worst two severities there are. */
export function anomaliesStat({ openAnomalies }: Pick<Overview, 'openAnomalies'>): Stat {
  const worst = SEVERITIES.filter((severity) => openAnomalies[severity] > 0).slice(0, 2);
  return {
    label: 'Open anomalies',
    value: count(openAnomalies.total),
    note:
      worst.length === 0
        ? 'Nothing to triage'
        : worst.map((severity) => `${count(openAnomalies[severity])} ${severity}`).join(' · '),
    tone: openAnomalies.critical > 0 ? 'loss' : 'neutral',
  };
}

/** What language models cost today. */
export function spendStat({ llmCostTodayNanoUsd }: Pick<Overview, 'llmCostTodayNanoUsd'>): Stat {
  return {
    label: 'LLM spend today',
    value: nanoDollars(llmCostTodayNanoUsd),
    note: llmCostTodayNanoUsd === '0' ? 'No model was called' : 'All providers',
  };
}

/** How much of the market is on record. */
export function coverageStat(overview: Pick<Overview, 'saleCount' | 'activeListingCount' | 'segmentCount'>): Stat {
  const { saleCount, activeListingCount, segmentCount } = overview;
  if (saleCount === 0) return { label: 'Sales on record', value: null, note: 'Import sales to begin' };
  const offers = activeListingCount > 0 ? ` · ${countOf(activeListingCount, 'running offer')}` : '';
  return { label: 'Sales on record', value: count(saleCount), note: `${countOf(segmentCount, 'segment')}${offers}` };
}
