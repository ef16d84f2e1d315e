import type { BacktestSale } from '@pa/engines/valuation';
import { CommandError } from '../errors.ts';
import { numberCell } from '../import/cell-values.ts';
import { detectFormat } from '../import/detect-format.ts';
import { openRows } from '../import/row-stream.ts';
import { BACKTEST_FORMATS, type BacktestFormat, END_OF_TIME, isStated, mendRow, NO_DAY, orNull } from './mend-row.ts';

/** The sold rows of one file. */
export interface BacktestFile {
  readonly sales: readonly BacktestSale[];
  /** All rows after the header. */
  readonly rowCount: number;
  /** Rows that are no sale with a price: unsold, or without a readable price. */
  readonly withoutPrice: number;
}

/** Columns that are known only once the sale is over, or are the price itself: no guide can be taken from them. */
const OUTCOMES = ['sellingprice', 'sold_price', 'bid_amount', 'bidders', 'watchers', 'comments', 'status', 'views'];

/**
 * Reads every sold row of a file, also those that an import would reject, because a backtest answers all of them. What
 * is known only when a sale ends stays behind, but for its price.
 */
export async function readBacktestSales(
  path: string,
  options: { readonly format: BacktestFormat; readonly guideColumn?: string | undefined },
): Promise<BacktestFile> {
  const { format, guideColumn } = options;
  if (guideColumn !== undefined && OUTCOMES.includes(guideColumn)) {
    throw new CommandError(
      'NO_GUIDE',
      `${guideColumn} is known only when a sale is over and is no guide price: name a column that is known before, such as mmr.`,
    );
  }
  const stream = await openRows(path);
  try {
    const reader = detectFormat(stream.columns, { path, format, choices: BACKTEST_FORMATS });
    if (guideColumn !== undefined && !stream.columns.includes(guideColumn)) {
      throw new CommandError(
        'NO_GUIDE',
        `${path} has no column "${guideColumn}" with a guide price: leave the option out or name another column.`,
      );
    }
    const sales: BacktestSale[] = [];
    let rowCount = 0;
    for await (const { number, row } of stream.rows) {
      rowCount = number;
      const mended = row === null ? null : mendRow(row, { format });
      if (mended === null) continue;
      const { draft, identity, source } = reader.read(mended, { today: END_OF_TIME });
      const { price } = draft;
      if (price === null || (price.kind !== 'sold' && price.kind !== 'wholesale')) continue;
      const guidePrice = guideColumn === undefined ? null : orNull(() => numberCell(mended, guideColumn));
      sales.push({
        row: number - 1,
        guidePrice: guidePrice !== null && guidePrice > 0 ? guidePrice : null,
        listing: {
          ...draft,
          id: `${path}#${String(number).padStart(9, '0')}`,
          source,
          sourceKey: JSON.stringify(identity),
          status: 'sold',
          price: { ...price, kind: price.kind },
          vin: isStated(draft.vin) ? draft.vin : null,
          endedOn: draft.endedOn === NO_DAY ? null : draft.endedOn,
          attributes: {},
        },
      });
    }
    return { sales, rowCount, withoutPrice: rowCount - sales.length };
  } finally {
    stream.close();
  }
}
