import type { MarketIndex } from '../market/market-index.ts';
import { countFact, nameFact, shareFact, statementFact } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import { type IndexChange, indexChange, spanPeriod } from './index-change.ts';
import type { Passage } from './passage.ts';
import { pathSource } from './row-source.ts';

const LONG_MONTHS = 12;
const SHORT_MONTHS = 3;

/** What the index of one segment says about the past. `null` where it does not reach back far enough. */
export function indexPassage(
  index: MarketIndex,
  options: {
    /** Before the ids of the facts. */
    readonly prefix: string;
    readonly name: string;
  },
): Passage | null {
  const { prefix, name } = options;
  const long = indexChange(index, LONG_MONTHS);
  const short = indexChange(index, SHORT_MONTHS);
  const main = long ?? short;
  if (main === null) return null;
  const spans = [
    { months: LONG_MONTHS, found: long },
    { months: SHORT_MONTHS, found: short },
  ].flatMap(({ months, found }) => (found === null ? [] : [spanOf(found, { months, prefix, index })]));
  return {
    text: `With the mix of cars taken out, ${slot(`${prefix}.name`, 'text')} prices ${spans.map((span) => span.text).join(' and ')}. ${slot(`${prefix}.certainty`, 'sentence')}.`,
    facts: [
      nameFact(`${prefix}.name`, { value: name, formula: 'name of the segment' }),
      ...spans.flatMap((span) => span.facts),
      statementFact(`${prefix}.certainty`, {
        value: main.isClear
          ? 'the move is clear of the uncertainty of the index'
          : 'the move lies within the uncertainty of the index',
        n: main.saleCount,
        formula: 'whether the 90 % bands of the two months compared overlap',
        with: [`${prefix}.name`],
      }),
    ],
  };
}

function spanOf(
  found: IndexChange,
  options: { readonly months: number; readonly prefix: string; readonly index: MarketIndex },
): Passage {
  const { months, prefix, index } = options;
  const id = `${prefix}.index_change.${String(months)}m`;
  const period = spanPeriod(index, months);
  return {
    text: `${slot(id, 'change')} in ${slot(`${id}.span`, 'noun')}`,
    facts: [
      shareFact(id, {
        value: found.change,
        n: found.saleCount,
        formula: `level of the mix-adjusted index in its last month over its level ${String(months)} months before, less 1`,
        role: 'past',
        with: [`${prefix}.name`, `${id}.span`],
        period,
        source: pathSource(index.segment, { market: index.market, period }),
      }),
      countFact(`${id}.span`, {
        value: months,
        noun: 'month',
        n: found.saleCount,
        formula: 'months compared',
        role: 'span',
      }),
    ],
  };
}
