import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createStreamDetector } from '@pa/engines/anomalies';
import { CommandError } from '../../errors.ts';
import { formatCount } from '../../output/format-value.ts';
import { writeTextFile } from '../../output/write-file.ts';
import { readStreamRows } from '../../score/read-stream-rows.ts';
import type { CommandContext } from '../command-context.ts';

export interface ScoreStreamOptions {
  readonly csv: string;
  readonly out: string;
}

const HIGH_SCORE = 0.5;

/** `pa score stream`: adds to every row of a series how odd its value is, given the rows before it. */
export async function scoreStreamFile({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: ScoreStreamOptions;
}): Promise<void> {
  const { terminal, folder } = context;
  const path = resolve(folder, options.csv);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandError('FILE_NOT_READABLE', `${options.csv} cannot be read: check its name and its rights.`, {
      cause: error,
    });
  }
  const { header, rows } = readStreamRows(text, { path: options.csv });
  const detector = createStreamDetector();
  const scores = rows.map(({ timestamp, value }) => detector.next({ timestamp, value }));
  const lines = rows.map(({ line }, row) => `${line},${scores[row]!.toFixed(9)}`);
  writeTextFile(resolve(folder, options.out), `${[`${header},score`, ...lines].join('\n')}\n`);
  const highest = rows
    .map(({ line }, row) => ({ line, score: scores[row]! }))
    .filter(({ score }) => score >= HIGH_SCORE);
  terminal.result({ out: options.out, rows: rows.length, odd: highest.length }, () =>
    [
      `${options.out} has ${formatCount(rows.length)} rows, ${formatCount(highest.length)} of them with a score of ${HIGH_SCORE} or more.`,
      ...highest.slice(0, 10).map(({ line, score }) => `  ${line}  ${score.toFixed(3)}`),
    ].join('\n'),
  );
}
