import type { Listing } from '@pa/engines/market';
import {
  BACKTEST_FORMATS,
  type BacktestFormat,
  END_OF_TIME,
  isStated,
  mendRow,
  NO_DAY,
  orNull,
} from '../backtest/mend-row.ts';
import { priceCell } from '../import/cell-values.ts';
import { detectFormat } from '../import/detect-format.ts';
import type { SourceRow } from '../import/import-format.ts';
import { openRows } from '../import/row-stream.ts';

/** Stands in for a price that cannot be read while the rest of its row is; the caller takes it out again. */
const NO_PRICE = '1000';

/**
 * Reads every row of a file as a listing, one for each row in their order: also those without a sale, a readable price or
 * anything else. What cannot be read is empty. A row that is no row at all is `null`.
 */
export async function readPricedRows(
  path: string,
  options: { readonly format: BacktestFormat },
): Promise<readonly (Listing | null)[]> {
  const { format } = options;
  const stream = await openRows(path);
  try {
    const reader = detectFormat(stream.columns, { path, format, choices: BACKTEST_FORMATS });
    const listings: (Listing | null)[] = [];
    for await (const { number, row } of stream.rows) {
      listings.push(
        row === null ? null : listingOf(row, { format, reader, id: `${path}#${String(number).padStart(9, '0')}` }),
      );
    }
    return listings;
  } finally {
    stream.close();
  }
}

function listingOf(
  row: SourceRow,
  options: {
    readonly format: BacktestFormat;
    readonly reader: ReturnType<typeof detectFormat>;
    readonly id: string;
  },
): Listing | null {
  const { format, reader, id } = options;
  const column = format === 'wholesale' ? 'sellingprice' : 'sold_price';
  const amounts = format === 'wholesale' ? [column] : [column, 'bid_amount'];
  const amount = amounts.map((name) => amountOf(row[name])).find((value) => value !== null) ?? null;
  const priced: Record<string, string> = {
    ...row,
    [column]: amount === null || amount <= 0 ? NO_PRICE : String(amount),
  };
  if (format === 'collector') priced['status'] = 'sold';
  const mended = orNull(() => priceCell(priced, column)) === null ? null : mendRow(priced, { format });
  if (mended === null) return null;
  const { draft, identity, source } = reader.read(mended, { today: END_OF_TIME });
  return {
    ...draft,
    id,
    source,
    sourceKey: JSON.stringify(identity),
    price: amount === null || draft.price === null ? null : { ...draft.price, amount },
    vin: isStated(draft.vin) ? draft.vin : null,
    endedOn: draft.endedOn === NO_DAY ? null : draft.endedOn,
  };
}

function amountOf(cell: string | undefined): number | null {
  const text = cell?.trim().replaceAll(/[$,]/g, '') ?? '';
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? null : value;
}
