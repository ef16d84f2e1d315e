import { readFileSync } from 'node:fs';

/** A row of the auction file, known by its hash alone, with what two readings and the verdict on them say of it. */
export interface LabelledRow {
  /** First 16 hex digits of the SHA-256 of the line. */
  readonly row: string;
  /** Model and generation as `911/997.1`; `other/-` for what is no car. */
  readonly first: string;
  readonly second: string;
  readonly verdict: string;
  /** Why, where the readings differ; empty where they agree. */
  readonly reason: string;
}

/**
 * Labels that lie beside this file. The two readings of each row were made apart from each other and without sight of the
 * parser, by readers who were given the model year, the title, the gearbox and the mileage of the row and nothing else.
 */
export function readLabels(name: string): readonly LabelledRow[] {
  const [, ...lines] = readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [row = '', first = '', second = '', verdict = '', reason = ''] = line.split('\t');
    return { row, first, second, verdict, reason };
  });
}

/** Share of rows with the same label, and Cohen's kappa (Cohen 1960): agreement beyond what chance would give. */
export function agreementOf(labels: readonly LabelledRow[]): { readonly share: number; readonly kappa: number } {
  const count = labels.length;
  const share = labels.filter(({ first, second }) => first === second).length / count;
  const names = new Set(labels.flatMap(({ first, second }) => [first, second]));
  let chance = 0;
  for (const name of names) {
    const inFirst = labels.filter(({ first }) => first === name).length / count;
    chance += (inFirst * labels.filter(({ second }) => second === name).length) / count;
  }
  return { share, kappa: chance === 1 ? 1 : (share - chance) / (1 - chance) };
}
