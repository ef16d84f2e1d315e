import { resolve } from 'node:path';
import { fitListingJudge } from '@pa/engines';
import { isSale, type Listing } from '@pa/engines/market';
import type { BacktestFormat } from '../../backtest/mend-row.ts';
import { readBacktestSales } from '../../backtest/read-backtest-sales.ts';
import { CommandError } from '../../errors.ts';
import { formatCount } from '../../output/format-value.ts';
import { seconds } from '../../output/progress.ts';
import { table } from '../../output/table.ts';
import { writeTextFile } from '../../output/write-file.ts';
import { readPricedRows } from '../../score/read-priced-rows.ts';
import { scoresCsv } from '../../score/scores-csv.ts';
import type { CommandContext } from '../command-context.ts';

export interface ScoreListingsOptions {
  readonly format: BacktestFormat;
  readonly train: string;
  readonly listings: string;
  readonly out: string;
}

/** `pa score`: says of every row of one file how odd its price is, by what the sales of another say. */
export async function scoreListingFile({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: ScoreListingsOptions;
}): Promise<void> {
  const { terminal, now, folder } = context;
  const { format } = options;
  const startedAt = now();
  const train = await readBacktestSales(resolve(folder, options.train), { format });
  const rows = await readPricedRows(resolve(folder, options.listings), { format });
  // A sale that stands in both files is judged, and therefore not learnt from.
  const judgedKeys = new Set(rows.map((row) => row?.sourceKey));
  const sales = train.sales
    .map(({ listing }): Listing => listing)
    .filter(isSale)
    .filter((sale) => !judgedKeys.has(sale.sourceKey));
  const asOf = sales.reduce((last, { endedOn }) => (endedOn > last ? endedOn : last), '');
  terminal.note(`${formatCount(sales.length)} sales to learn from, ${formatCount(rows.length)} listings to score`);
  const judge = fitListingJudge(sales, { asOf });
  if ('status' in judge) {
    throw new CommandError(
      'TOO_FEW_SALES',
      `${options.train} has too few usable sales to learn from (${judge.found} of the ${judge.needed} that are needed): give a file with more.`,
    );
  }
  terminal.note(`Learnt what cars are worth and how prices scatter (${seconds(now() - startedAt)})`);
  const listings = rows.filter((row) => row !== null);
  const judged = new Map(judge.score(listings).map((scored) => [scored.listingId, scored]));
  const scores = rows.map((row) => (row === null ? null : (judged.get(row.id) ?? null)));
  writeTextFile(resolve(folder, options.out), scoresCsv(scores));
  terminal.note(`${options.out} has ${formatCount(scores.length)} scores (${seconds(now() - startedAt)})`);
  const counts = new Map<string, number>();
  for (const scored of scores) {
    if (scored === null || scored.severity === null) continue;
    const key = `${scored.severity}\t${scored.type}\t${scored.cause}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const summary = [...counts]
    .map(([key, count]) => {
      const [severity = '', type = '', cause = ''] = key.split('\t');
      return { severity, type, cause, count };
    })
    .sort((left, right) => right.count - left.count);
  terminal.result({ out: options.out, listings: scores.length, findings: summary }, () =>
    table(
      summary.map(({ severity, type, cause, count }) => [severity, type, cause, formatCount(count)]),
      { head: ['severity', 'type', 'cause', 'listings'], right: ['listings'] },
    ),
  );
}
