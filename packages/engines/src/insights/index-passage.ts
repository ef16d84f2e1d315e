import type { MarketIndex } from '../market/market-index.ts';
import { countFact, nameFact, shareFact } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import { type IndexChange, indexChange } from './index-change.ts';
import type { Passage } from './passage.ts';

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
  if (long === null && short === null) return null;
  const spans = [
    { months: LONG_MONTHS, found: long },
    { months: SHORT_MONTHS, found: short },
  ].flatMap(({ months, found }) => (found === null ? [] : [spanOf(found, { months, prefix })]));
  const main = long ?? short;
  const certainty =
    main?.isClear === true
      ? 'The move is clear of the uncertainty of the index.'
      : 'The move lies within the uncertainty of the index.';
  return {
    text: `With the mix of cars taken out, ${slot(`${prefix}.name`, 'text')} prices ${spans.map((span) => span.text).join(' and ')}. ${certainty}`,
    facts: [
      nameFact(`${prefix}.name`, { value: name, formula: 'name of the segment' }),
      ...spans.flatMap((span) => span.facts),
    ],
  };
}

function spanOf(found: IndexChange, options: { readonly months: number; readonly prefix: string }): Passage {
  const { months, prefix } = options;
  const id = `${prefix}.index_change.${String(months)}m`;
  return {
    text: `${slot(id, 'change')} in ${slot(`${id}.span`, 'noun')}`,
    facts: [
      shareFact(id, {
        value: found.change,
        n: found.saleCount,
        formula: `level of the mix-adjusted index in its last month over its level ${String(months)} months before, less 1`,
      }),
      countFact(`${id}.span`, { value: months, noun: 'month', n: found.saleCount, formula: 'months compared' }),
    ],
  };
}
