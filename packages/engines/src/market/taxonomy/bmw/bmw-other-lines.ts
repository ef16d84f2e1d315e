import { STILL_MADE, type ModelLine, type ModelYears } from '../model-line.ts';
import { numberedLine } from './numbered-line.ts';

/** A line of one generation with few trims, the first of which a text need not name. */
function line(
  model: string,
  names: readonly string[],
  generation: string,
  years: ModelYears,
  trims: readonly string[] = ['base'],
): ModelLine {
  return numberedLine({
    model,
    names,
    generations: [{ name: generation, words: [], years }],
    trims: trims.map((trim, order) => ({
      words: order === 0 && trim === 'base' ? [trim, ''] : trim,
      made: { [generation]: true },
    })),
  });
}

/** The electric cars, and those of before 1960. */
export const bmwOtherLines: readonly ModelLine[] = [
  { ...line('i3', ['i3'], 'I01', [2014, 2021], ['base', 'rex', 's']), body: 'hatchback' },
  { ...line('i8', ['i8'], 'I12', [2014, 2020]), usualBody: 'coupe', drive: 'all-wheel' },
  { ...line('i4', ['i4'], 'G26', [2022, STILL_MADE], ['edrive40', 'm50']), body: 'sedan' },
  { ...line('i5', ['i5'], 'G60', [2024, STILL_MADE], ['edrive40', 'm60 xdrive']), body: 'sedan' },
  { ...line('503', ['503'], '503', [1956, 1960]) },
  { ...line('507', ['507'], '507', [1956, 1959]), body: 'roadster' },
  { ...line('3200 CS', ['3200 cs'], '3200 CS', [1961, 1965]), body: 'coupe' },
];
