import { createHash } from 'node:crypto';
import { createRandom } from '../src/statistics/random.ts';

/** Seed of the first sample of Porsche rows. */
export const FIRST_SAMPLE_SEED = 20261123;
/** Seed by which a second sample is drawn from what the first left. */
export const SECOND_SAMPLE_SEED = 20261124;
/** Rows of the first and the second sample. */
export const SAMPLE_SIZES = { first: 400, second: 200 } as const;

/** Names a line of the file without saying what is in it: the first 16 hex digits of its SHA-256. */
export function rowHash(line: string): string {
  return createHash('sha256').update(line).digest('hex').slice(0, 16);
}

/** Lines of Porsche rows, in the order of the file. */
export function porscheLinesOf(csv: string): readonly string[] {
  return csv
    .split('\n')
    .slice(1)
    .filter((line) => line.split(',')[1] === 'Porsche');
}

/** The lines that were drawn for labelling by hand. The second sample never repeats a row of the first. */
export function drawSample(csv: string, sample: keyof typeof SAMPLE_SIZES): readonly string[] {
  const shuffled = createRandom(FIRST_SAMPLE_SEED).shuffle([...porscheLinesOf(csv)]);
  if (sample === 'first') return shuffled.slice(0, SAMPLE_SIZES.first);
  const rest = shuffled.slice(SAMPLE_SIZES.first);
  return createRandom(SECOND_SAMPLE_SEED).shuffle(rest).slice(0, SAMPLE_SIZES.second);
}
