import { resolve } from 'node:path';
import { assessStoredRows, type MarketQuality } from '@pa/engines';
import { qualityHtml } from '@pa/engines/anomalies';
import { marketKey } from '@pa/engines/market';
import { createStores } from '@pa/db';
import { withDatabase } from '../composition/with-database.ts';
import { formatCount } from '../output/format-value.ts';
import { table } from '../output/table.ts';
import { writeTextFile } from '../output/write-file.ts';
import type { CommandContext } from './command-context.ts';

export interface QualityOptions {
  readonly asOf?: string;
  readonly html?: string;
}

/** `pa quality`: what is wrong with the stored rows of each market, as a table, JSON or a page. */
export async function quality({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: QualityOptions;
}): Promise<void> {
  const { terminal, settings, now, folder } = context;
  const { asOf, html } = options;
  const markets = await withDatabase(settings, async (database) =>
    assessStoredRows({ stores: createStores(database), now }, asOf === undefined ? {} : { asOf }),
  );
  if (html !== undefined) {
    for (const [place, market] of markets.entries()) {
      const path = place === 0 ? html : html.replace(/(\.html?)?$/i, `-${place + 1}$1`);
      writeTextFile(resolve(folder, path), qualityHtml(market));
      terminal.note(`${path} says what is wrong in ${marketKey(market.market)}`);
    }
  }
  terminal.result(markets, () =>
    markets.length === 0
      ? 'There are no rows to check: import some first (pa import --help).'
      : markets.map(render).join('\n\n'),
  );
}

function render({ market, asOf, rowCount, faultyRowCount, issues, drift }: MarketQuality): string {
  const head = `${marketKey(market)} on ${asOf}: ${formatCount(rowCount)} rows, ${formatCount(faultyRowCount)} of them with a fault, ${formatCount(issues.length)} kinds of issue.`;
  const issueTable = table(
    issues.map(({ dimension, code, field, count, message }) => [
      dimension,
      code,
      field ?? 'all',
      formatCount(count),
      message,
    ]),
    { head: ['dimension', 'issue', 'field', 'rows', 'what it means'], right: ['rows'] },
  );
  const driftTable = table(
    drift.map(({ field, stabilityIndex, kolmogorovSmirnov, wasserstein }) => [
      field,
      stabilityIndex.toFixed(3),
      kolmogorovSmirnov?.toFixed(3) ?? '-',
      wasserstein?.toPrecision(4) ?? '-',
    ]),
    { head: ['drift of', 'stability index', 'KS', 'Wasserstein'], right: ['stability index', 'KS', 'Wasserstein'] },
  );
  return [head, ...(issues.length === 0 ? [] : [issueTable]), ...(drift.length === 0 ? [] : ['', driftTable])].join(
    '\n',
  );
}
