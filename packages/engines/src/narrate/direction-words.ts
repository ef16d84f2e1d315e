import { words } from './words.ts';

/** 1 for words that say more, -1 for less, 0 for no change. */
export type Direction = 1 | -1 | 0;

const UP = words(`
  rose rise rises risen rising gain gains gained gaining climb climbs climbed climbing increase increases
  increased increasing grew grow grows grown growing growth up upward upwards higher above more greater over
  exceed exceeds exceeded dearer appreciate appreciated appreciation advance advanced jumped surged soared
  rallied premium overvalued overpriced firmed firmer hardened rebounded inched ticked stronger strengthened recovered expensive outperformed improved
`);

const DOWN = words(`
  fell fall falls fallen falling drop drops dropped dropping decline declines declined declining decrease
  decreases decreased decreasing lose loses lost losing loss down downward downwards lower below less under
  beneath fewer cheaper slid slipped depreciate depreciated depreciation shrank sank tumbled plunged crashed
  discount undervalued underpriced shed sheds shedding surrendered surrenders dipped dips ebbed subsided contracted cooled weaker weakened softened eased retreated underperformed worsened
`);

const STEADY = ['steady', 'unchanged', 'flat', 'stable', 'level', 'stagnant', 'constant', 'sideways'];

/** Every word that states a direction. */
export const DIRECTION_WORDS: ReadonlyMap<string, Direction> = new Map([
  ...UP.map((word): [string, Direction] => [word, 1]),
  ...DOWN.map((word): [string, Direction] => [word, -1]),
  ...STEADY.map((word): [string, Direction] => [word, 0]),
]);
