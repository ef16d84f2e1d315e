import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { CommandError } from '../errors.ts';

const NumbersSchema = z.array(z.number());

/** What a series file must have; every other key is ignored, and a key that is no outcome of numbers counts as absent. */
const SeriesSchema = z.array(
  z.object({
    id: z.union([z.string(), z.number()]),
    train: NumbersSchema,
    test: NumbersSchema.optional().catch(undefined),
    published: z.record(z.string(), z.unknown()).optional().catch(undefined),
  }),
);

/** One series of a backtest. What came later is for judging alone. */
export interface BacktestSeries {
  readonly id: string | number;
  readonly train: readonly number[];
  readonly actual?: readonly number[];
  readonly naive2?: readonly number[];
}

/** Reads a JSON file of series, packed or not. Throws a `CommandError` for anything else. */
export function readSeries(path: string): readonly BacktestSeries[] {
  const parsed = SeriesSchema.safeParse(readJson(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.join('.');
    throw new CommandError(
      'BAD_SERIES',
      `${path} is no list of series (${where}: ${issue?.message ?? 'unreadable'}): give [{"id": ..., "train": [numbers], "test": [numbers]}, ...].`,
    );
  }
  return parsed.data.map(({ id, train, test, published }) => {
    const reference = NumbersSchema.safeParse(published?.['NAIVE2']);
    return {
      id,
      train,
      ...(test === undefined ? {} : { actual: test }),
      ...(reference.success ? { naive2: reference.data } : {}),
    };
  });
}

function readJson(path: string): unknown {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new CommandError('FILE_NOT_FOUND', `${path} cannot be read: check the path and its rights.`, {
      cause: error,
    });
  }
  try {
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return JSON.parse((isPacked ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch (error) {
    throw new CommandError('BAD_SERIES', `${path} is no JSON: give a list of series, as .json or .json.gz.`, {
      cause: error,
    });
  }
}
