import type { Usage } from '../../api/answers.ts';
import type { Stat } from '../../components/stat-card.tsx';
import { day } from '../../format/calendar.ts';
import { count } from '../../format/quantity.ts';
import { duration } from './duration.ts';

/** The figures at the top of the page. */
export function usageStats({ use, requests, models, dailyRun }: Usage): readonly Stat[] {
  const used = use.reduce((sum, { count: times }) => sum + times, 0);
  const usedBefore = use.reduce((sum, { countBefore }) => sum + countBefore, 0);
  const answers = requests.routes.reduce((sum, { count: times }) => sum + times, 0);
  const failed = requests.routes.reduce((sum, { failedCount }) => sum + failedCount, 0);
  const calls = models?.reduce((sum, { count: times }) => sum + times, 0) ?? 0;
  const failedCalls = models?.reduce((sum, { failedCount }) => sum + failedCount, 0) ?? 0;
  const runMs = dailyRun?.steps.reduce((sum, { durationMs }) => sum + durationMs, 0) ?? null;
  return [
    { label: 'Uses', value: count(used), note: `${count(usedBefore)} in as many days before` },
    {
      label: 'Answers of this process',
      value: count(answers),
      note: failed === 0 ? 'None of them failed' : `${count(failed)} failed`,
      tone: failed === 0 ? 'neutral' : 'loss',
    },
    {
      label: 'Calls of language models',
      value: models === null ? null : count(calls),
      note:
        models === null
          ? 'No ledger of calls'
          : failedCalls === 0
            ? 'None of them failed'
            : `${count(failedCalls)} failed`,
      tone: failedCalls === 0 ? 'neutral' : 'loss',
    },
    {
      label: 'Daily run',
      value: runMs === null ? null : duration(runMs),
      note: dailyRun === null ? 'Nothing has been analysed yet' : `Of ${day(dailyRun.day)}, all steps together`,
    },
  ];
}
