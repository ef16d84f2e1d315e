import { writeFileSync } from 'node:fs';
import type { BacktestPrediction } from '@pa/engines/valuation';
import { CommandError } from '../errors.ts';

const COLUMNS = [
  'row',
  'actual',
  'predicted',
  'lower50',
  'upper50',
  'lower80',
  'upper80',
  'lower90',
  'upper90',
  'refused',
] as const;

/** One line a test row; the numbers of a refused row are empty and its last column is 1. */
export function predictionsCsv(predictions: readonly BacktestPrediction[]): string {
  const lines = predictions.map(({ row, actual, answer }) => {
    const bounds = [0, 1, 2].flatMap((level): readonly (number | '')[] => {
      const interval = answer?.intervals[level];
      return interval === undefined ? ['', ''] : [interval.lower, interval.upper];
    });
    return [row, actual, answer?.amount ?? '', ...bounds, answer === null ? 1 : 0].join(',');
  });
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}

/** Writes the predictions. Throws a `CommandError` where the file cannot be written. */
export function writePredictions(path: string, predictions: readonly BacktestPrediction[]): void {
  try {
    writeFileSync(path, predictionsCsv(predictions));
  } catch (error) {
    throw new CommandError('FILE_NOT_WRITABLE', `${path} cannot be written: check the folder and its rights.`, {
      cause: error,
    });
  }
}
