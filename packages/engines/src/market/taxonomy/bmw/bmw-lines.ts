import type { ModelLine } from '../model-line.ts';
import { bmw3Series } from './bmw-3-series.ts';
import { bmw5Series } from './bmw-5-series.ts';
import { bmwAlpina } from './bmw-alpina.ts';
import { bmwCompactLines } from './bmw-compact-lines.ts';
import { bmwEarlyLines } from './bmw-early-lines.ts';
import { bmwLargeLines } from './bmw-large-lines.ts';
import { bmwMCars } from './bmw-m-cars.ts';
import { bmwNewSix } from './bmw-new-six.ts';
import { bmwOtherLines } from './bmw-other-lines.ts';
import { bmwRoadsters } from './bmw-roadsters.ts';
import { bmwSuvs } from './bmw-suvs.ts';

/** Every BMW model line, in the order in which a picker shows them. */
export const bmwLines: readonly ModelLine[] = [
  ...bmwCompactLines,
  bmw3Series,
  bmw5Series,
  ...bmwLargeLines,
  ...bmwMCars,
  ...bmwRoadsters,
  ...bmwSuvs,
  ...bmwEarlyLines,
  ...bmwNewSix,
  ...bmwOtherLines,
  ...bmwAlpina,
];
