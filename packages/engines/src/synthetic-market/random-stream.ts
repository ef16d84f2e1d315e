import { hash } from 'node:crypto';
import { createRandom, type Random } from '../statistics/random.ts';

/**
 * A random stream of its own for one purpose, such as `index` or `sale/17`. Streams do not share draws, so a change in
 * one part of the generator leaves the numbers of every other part as they were.
 */
export function randomStream(seed: number, purpose: string): Random {
  return createRandom(Number.parseInt(hash('sha256', `${seed}/${purpose}`, 'hex').slice(0, 13), 16));
}
