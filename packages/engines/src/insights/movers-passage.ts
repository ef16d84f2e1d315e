import type { MarketIndex } from '../market/market-index.ts';
import { countFact, nameFact, shareFact } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import { indexChange } from './index-change.ts';
import type { Passage } from './passage.ts';

const MONTHS = 12;
const MOVER_COUNT = 3;

/** Sales a segment needs in the year to be named. */
const LEAST_SALES = 12;

/** Depth of a trim within make, model, generation and trim. */
const TRIM_DEPTH = 4;

/**
 * The trims that moved beyond the uncertainty of their indices, the largest moves before the smaller ones. Where none
 * did, it says so.
 */
export function moversPassage(
  indices: readonly MarketIndex[],
  options: { readonly nameOf: (segment: string) => string },
): Passage | null {
  const trims = indices.filter((index) => index.segment.split('/').length === TRIM_DEPTH);
  const judged = trims.flatMap((index) => {
    const found = indexChange(index, MONTHS);
    return found === null || found.saleCount < LEAST_SALES ? [] : [{ segment: index.segment, found }];
  });
  if (judged.length === 0) return null;
  const movers = judged
    .filter(({ found }) => found.isClear)
    .toSorted((a, b) => Math.abs(b.found.change) - Math.abs(a.found.change) || (a.segment < b.segment ? -1 : 1))
    .slice(0, MOVER_COUNT);
  const judgedFact = countFact('movers.judged', {
    value: judged.length,
    noun: 'trim',
    n: judged.length,
    formula: `trims with at least ${String(LEAST_SALES)} sales in ${String(MONTHS)} months and an index that reaches back that far`,
  });
  if (movers.length === 0) {
    return {
      text: `None of the ${slot('movers.judged', 'noun')} with enough sales moved beyond the uncertainty of its index.`,
      facts: [judgedFact],
    };
  }
  const span = countFact('movers.span', { value: MONTHS, noun: 'month', n: judged.length, formula: 'months compared' });
  const parts = movers.map(({ segment, found }, index): Passage => {
    const id = `movers.${String(index + 1)}`;
    return {
      text: `${slot(`${id}.name`, 'text')} ${slot(`${id}.change`, 'change')} on ${slot(`${id}.sales`, 'noun')}`,
      facts: [
        nameFact(`${id}.name`, { value: options.nameOf(segment), formula: 'name of the segment' }),
        shareFact(`${id}.change`, {
          value: found.change,
          n: found.saleCount,
          formula: `change of the mix-adjusted index over ${String(MONTHS)} months, with bands that do not overlap`,
        }),
        countFact(`${id}.sales`, {
          value: found.saleCount,
          noun: 'sale',
          n: found.saleCount,
          formula: 'sales in these months',
        }),
      ],
    };
  });
  return {
    text: `Of the ${slot('movers.judged', 'noun')} with enough sales, these moved beyond the uncertainty of their indices in ${slot('movers.span', 'noun')}: ${parts.map((part) => part.text).join('; ')}.`,
    facts: [judgedFact, span, ...parts.flatMap((part) => part.facts)],
  };
}
