import type { ModelLine } from '../model-line.ts';
import { ferrariEarly } from './ferrari-early.ts';
import { ferrariFlatTwelve } from './ferrari-flat-twelve.ts';
import { ferrariV12Front } from './ferrari-v12-front.ts';
import { ferrariV8 } from './ferrari-v8.ts';

/** Every Ferrari model line, in the order in which a picker shows them. */
export const ferrariLines: readonly ModelLine[] = [
  ...ferrariV8,
  ...ferrariV12Front,
  ...ferrariFlatTwelve,
  ...ferrariEarly,
];
