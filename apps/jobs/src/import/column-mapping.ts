import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ImportFileError } from '../errors.ts';
import type { SourceRow } from './import-format.ts';
import { LISTINGS_COLUMNS } from './listings-format.ts';

const column = z.enum(LISTINGS_COLUMNS);
const mappingSchema = z.strictObject({
  /** Our column to the column of the file. */
  columns: z.partialRecord(column, z.string()).default({}),
  /** Our column to a value that holds for every row, such as a currency. */
  constants: z.partialRecord(column, z.string()).default({}),
});

/** How the columns of somebody else's file become those of the `listings` format. */
export type ColumnMapping = z.infer<typeof mappingSchema>;

/** Reads a mapping file. Throws an `ImportFileError` that names what is wrong in it. */
export function readColumnMapping(path: string): ColumnMapping {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ImportFileError('BAD_MAPPING', `${path} cannot be read as JSON: check the path and the text.`, {
      cause: error,
    });
  }
  const result = mappingSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new ImportFileError(
    'BAD_MAPPING',
    `${path} is no mapping at ${issue?.path.join('.') || 'its top'}: ${issue?.message}; it needs {"columns": {"price": "Preis"}, "constants": {"currency": "EUR"}} with the columns of the listings format.`,
  );
}

/** The columns of a file after the mapping. Throws where the mapping names a column that the file has not. */
export function mapColumns(
  columns: readonly string[],
  options: { readonly mapping: ColumnMapping; readonly path: string },
): readonly string[] {
  const { mapping, path } = options;
  for (const theirs of Object.values(mapping.columns)) {
    if (columns.includes(theirs)) continue;
    throw new ImportFileError(
      'MISSING_COLUMN',
      `${path} has no column "${theirs}", which the mapping names: mend one of the two.`,
    );
  }
  return [...new Set([...columns, ...Object.keys(mapping.columns), ...Object.keys(mapping.constants)])];
}

/** One row with the columns of the `listings` format. A mapped column wins over one that has our name by chance. */
export function mapRow(row: SourceRow, mapping: ColumnMapping): SourceRow {
  const mapped: Record<string, string> = { ...row };
  for (const [ours, theirs] of Object.entries(mapping.columns)) mapped[ours] = row[theirs] ?? '';
  for (const [ours, constant] of Object.entries(mapping.constants)) mapped[ours] = constant;
  return mapped;
}
