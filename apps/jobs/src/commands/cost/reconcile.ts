import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createPriceBook, findReport, type Reconciliation, type ReportRow, reconcile as compare } from '@pa/cost';
import { createStores } from '@pa/db';
import { parse } from 'csv-parse/sync';
import { withDatabase } from '../../composition/with-database.ts';
import { CommandError } from '../../errors.ts';
import { formatCost, formatCount, formatShare } from '../../output/format-value.ts';
import { table } from '../../output/table.ts';
import type { CommandContext } from '../command-context.ts';

/** `pa cost reconcile`: lays a vendor's export beside the ledger and says why they differ. */
export async function reconcile({
  context,
  file,
}: {
  readonly context: CommandContext;
  readonly file: string;
}): Promise<void> {
  const { terminal, settings, folder } = context;
  const path = resolve(folder, file);
  const rows = readRows(path);
  const report = findReport(Object.keys(rows[0] ?? {}));
  const lines = rows.flatMap((row) => {
    const line = report.read(row);
    return line === null ? [] : [line];
  });
  if (lines.length === 0)
    throw new CommandError('EMPTY_REPORT', `${path} has no day with calls: export another period.`);
  await withDatabase(settings, async (database) => {
    const ledger = createStores(database).calls;
    const result = await compare(lines, { ledger, priceBook: createPriceBook() });
    terminal.result({ report: report.name, ...result }, () => render(report.name, result));
  });
}

function readRows(path: string): readonly ReportRow[] {
  try {
    return parse(readFileSync(path, 'utf8'), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      delimiter: [',', '\t'],
    });
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === 'ENOENT') throw new CommandError('FILE_NOT_FOUND', `${path} does not exist: check the path.`);
    throw new CommandError('BAD_REPORT', `${path} cannot be read as CSV: export it again.`, { cause: error });
  }
}

function render(name: string, result: Reconciliation): string {
  const { basis, vendorNanoUsd, ledgerNanoUsd, driftShare, lines } = result;
  const theirs = basis === 'billed' ? 'The vendor billed' : "The vendor's tokens come to";
  const drift = driftShare === null ? '' : `, ${formatShare(driftShare)}`;
  return [
    `${name}: ${theirs} ${formatCost(vendorNanoUsd)}, the ledger has ${formatCost(ledgerNanoUsd)}${drift}.`,
    table(
      lines.map((line) => [
        line.day,
        line.model ?? 'all models',
        line.vendorNanoUsd === null ? 'no price' : formatCost(line.vendorNanoUsd),
        formatCost(line.ledgerNanoUsd),
        line.vendorTokens === null ? '-' : formatCount(line.vendorTokens),
        formatCount(line.ledgerTokens),
        line.discrepancies.length === 0 ? 'the same' : line.discrepancies.join(', ').replaceAll('-', ' '),
      ]),
      {
        head: ['day', 'model', 'vendor', 'ledger', 'vendor tokens', 'our tokens', 'difference'],
        right: ['vendor', 'ledger', 'vendor tokens', 'our tokens'],
      },
    ),
  ].join('\n\n');
}
