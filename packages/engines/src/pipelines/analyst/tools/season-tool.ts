import { z } from 'zod';
import { segmentName } from '../../../insights/segment-name.ts';
import { countFact, nameFact, shareFact, statementFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { defineTool, type ToolResult } from '../analyst-tool.ts';
import { segmentWords, segmentParameters } from '../vehicle-parameters.ts';

const MONTH_NAMES = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month, 15)),
);

/** Whether prices have a season, and the best months to buy and to sell with their odds. */
export const seasonTool = defineTool({
  name: 'seasonality',
  description: 'Whether prices of a segment have a season, with the best months to buy and to sell and their odds.',
  parameters: z.strictObject(segmentParameters),
  async run(words, context): Promise<ToolResult> {
    const answer = await context.engine.generateSeasonalAnalysis({
      ...segmentWords(words),
      market: context.market,
      asOf: context.asOf,
    });
    if (answer.status === 'unknown-vehicle') return { status: 'unknown', reason: answer.reason };
    if (answer.status !== 'ok') return answer;
    const [first] = answer.seasons;
    if (first === undefined) {
      return { status: 'not-enough-data', reason: 'no segment has an index', found: 0, needed: 1 };
    }
    const { season } = first;
    if (season.status !== 'ok') return season;
    const n = season.monthCount;
    const name = nameFact('season.segment', { value: segmentName(first.segment), n, formula: 'name of the segment' });
    const months = countFact('season.months', { value: n, noun: 'month of the index', n, formula: 'months looked at' });
    const base = {
      status: 'ok' as const,
      method: 'Two waves of the year in the growth of the mix-adjusted index, tested against a walk without a season.',
      n,
      period: { from: `${season.from}-01`, to: `${season.to}-28` },
      filter: segmentWords(words),
      rows: [],
    };
    if (!season.exists || season.bestToBuy === null || season.bestToSell === null) {
      const none = statementFact('season.none', {
        value: 'no season can be told from chance',
        n,
        formula: 'test of the waves of the year',
      });
      return {
        ...base,
        facts: [name, months, none],
        headline: ['none'],
        template: `${slot(name.id, 'text')}: ${slot(none.id, 'clause')}, looking at ${slot(months.id, 'noun')}.`,
      };
    }
    const advice = (['buy', 'sell'] as const).map((wish) => {
      const { month, odds } = (wish === 'buy' ? season.bestToBuy : season.bestToSell)!;
      const id = `season.${wish}`;
      return {
        facts: [
          statementFact(id, {
            value: `${MONTH_NAMES[month - 1] ?? ''} has the best odds for those who ${wish}`,
            n,
            formula: 'month with the best odds of the twelve',
          }),
          shareFact(`${id}.odds`, {
            value: odds,
            n,
            formula: 'chance that this month is the best of the twelve',
            with: [id],
          }),
        ],
        words: `${slot(id, 'clause')} (${slot(`${id}.odds`, 'whole')})`,
      };
    });
    return {
      ...base,
      facts: [name, months, ...advice.flatMap(({ facts }) => facts)],
      headline: [MONTH_NAMES[season.bestToBuy.month - 1] ?? '', MONTH_NAMES[season.bestToSell.month - 1] ?? ''],
      template: `${slot(name.id, 'text')}: ${advice.map(({ words: said }) => said).join('; ')}. Looked at were ${slot(months.id, 'noun')}.`,
    };
  },
});
