import type { MarketIndex } from '../market/market-index.ts';
import { countFact, nameFact, shareFact, statementFact } from '../narrate/fact-sheet.ts';
import { pathSource } from './row-source.ts';
import { slot } from '../narrate/slot.ts';
import { indexChange, spanPeriod } from './index-change.ts';
import type { Passage } from './passage.ts';

const MONTHS = 12;
const MOVER_COUNT = 3;

/** Sales a segment needs in the year to be named. */
const LEAST_SALES = 12;

/** Depth of a trim within make, model, generation and trim. */
const TRIM_DEPTH = 4;

/**
 * The trims that moved beyond the uncertainty of their indices, counted, with the largest moves of different model lines
 * by name. Where none did, it says so.
 */
export function moversPassage(
  indices: readonly MarketIndex[],
  options: { readonly nameOf: (segment: string) => string },
): Passage | null {
  const trims = indices.filter((index) => index.segment.split('/').length === TRIM_DEPTH);
  const judged = trims.flatMap((index) => {
    const found = indexChange(index, MONTHS);
    return found === null || found.saleCount < LEAST_SALES ? [] : [{ segment: index.segment, index, found }];
  });
  if (judged.length === 0) return null;
  const movers = onePerModel(
    judged
      .filter(({ found }) => found.isClear)
      .toSorted((a, b) => Math.abs(b.found.change) - Math.abs(a.found.change) || (a.segment < b.segment ? -1 : 1)),
  ).slice(0, MOVER_COUNT);
  const clearCount = judged.filter(({ found }) => found.isClear).length;
  const judgedFact = countFact('movers.judged', {
    value: judged.length,
    noun: 'trim',
    n: judged.length,
    formula: `trims with at least ${String(LEAST_SALES)} sales in ${String(MONTHS)} months and an index that reaches back that far`,
    role: 'whole',
    words: ['enough', 'judged', 'compared', 'measured', 'looked'],
  });
  if (movers.length === 0) {
    return {
      text: `${slot('movers.judged', 'noun')} had enough sales to be judged; ${slot('movers.none', 'clause')}.`,
      facts: [
        judgedFact,
        statementFact('movers.none', {
          value: 'none of them moved beyond the uncertainty of its index',
          n: judged.length,
          formula: 'no trim whose 90 % bands of the two months are apart',
        }),
      ],
    };
  }
  const clearFact = countFact('movers.clear', {
    value: clearCount,
    noun: 'trim',
    n: judged.length,
    formula: 'trims whose 90 % bands of the two months do not overlap',
    role: 'part',
    with: ['movers.judged', 'movers.span'],
    words: ['moved', 'move', 'moves', 'uncertainty', 'shifted', 'clear'],
  });
  const span = countFact('movers.span', {
    value: MONTHS,
    noun: 'month',
    n: judged.length,
    formula: 'months compared',
    role: 'span',
  });
  const parts = movers.map(({ segment, index, found }, place): Passage => {
    const id = `movers.${String(place + 1)}`;
    const period = spanPeriod(index, MONTHS);
    const source = pathSource(segment, { market: index.market, period });
    return {
      text: `${slot(`${id}.name`, 'text')}, which ${slot(`${id}.change`, 'change')} on ${slot(`${id}.sales`, 'noun')}`,
      facts: [
        nameFact(`${id}.name`, { value: options.nameOf(segment), formula: 'name of the segment' }),
        shareFact(`${id}.change`, {
          value: found.change,
          n: found.saleCount,
          formula: `change of the mix-adjusted index over ${String(MONTHS)} months, with bands that do not overlap`,
          role: 'past',
          with: [`${id}.name`, 'movers.span'],
          period,
          source,
        }),
        countFact(`${id}.sales`, {
          value: found.saleCount,
          noun: 'sale',
          n: found.saleCount,
          formula: 'sales in these months',
          with: [`${id}.name`],
          period,
          source,
        }),
      ],
    };
  });
  return {
    text: `Of the ${slot('movers.judged', 'noun')} with enough sales, ${slot('movers.clear', 'noun')} moved beyond the uncertainty of ${clearCount === 1 ? 'its index' : 'their indices'} in ${slot('movers.span', 'noun')}, among them ${parts.map((part) => part.text).join('; ')}.`,
    facts: [judgedFact, clearFact, span, ...parts.flatMap((part) => part.facts)],
  };
}

/** Keeps the foremost mover of each model line: trims of one line share most of their index. */
function onePerModel<Mover extends { readonly segment: string }>(movers: readonly Mover[]): readonly Mover[] {
  const lines = new Set<string>();
  return movers.filter(({ segment }) => {
    const line = segment.split('/').slice(0, 2).join('/');
    const isNew = !lines.has(line);
    lines.add(line);
    return isNew;
  });
}
