import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createStores } from '@pa/db';
import { dayOfInstant, type HeldPortfolio, type Holding, viewPortfolio } from '@pa/engines';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { withDatabase } from '../composition/with-database.ts';
import { CommandError } from '../errors.ts';
import { wrap } from '../output/render-daily-report.ts';
import { table } from '../output/table.ts';
import type { CommandContext } from './command-context.ts';
import { consentFrom } from './consent-from.ts';

export interface PortfolioOptions {
  readonly file: string;
  readonly accept?: string;
  readonly asOf?: string;
}

const word = z.string().trim().min(1).max(100);
const optionalWord = z.preprocess((text) => (text === '' ? undefined : text), word.optional());
const optionalNumber = z.preprocess((text) => (text === '' ? undefined : text), z.coerce.number().optional());
const holdingsSchema = z.array(
  z.strictObject({
    make: optionalWord,
    model: word,
    generation: optionalWord,
    trim: optionalWord,
    count: optionalNumber,
    amount: optionalNumber,
  }),
);

/** `pa portfolio`: what the cars of a file risk as a whole, for a reader who has agreed to the disclaimer. */
export async function portfolio({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: PortfolioOptions;
}): Promise<void> {
  const { terminal, settings, now, folder } = context;
  const consent = consentFrom(options.accept, dayOfInstant(now()));
  const holdings = await readHoldings(resolve(folder, options.file));
  const view = await withDatabase(settings, (database) =>
    viewPortfolio(
      { holdings, consent, ...(options.asOf === undefined ? {} : { asOf: options.asOf }) },
      { stores: createStores(database), now },
    ),
  );
  if (view.status === 'unknown-vehicle') throw new CommandError('UNKNOWN_VEHICLE', view.reason);
  if (view.status === 'not-enough-data') {
    throw new CommandError(
      'NOT_ENOUGH_DATA',
      `Not enough data: ${view.reason} (found ${view.found}, needed ${view.needed}).`,
    );
  }
  terminal.result(view, () => render(view));
}

async function readHoldings(file: string): Promise<readonly Holding[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new CommandError('NO_FILE', `The file ${file} cannot be read: give the path of a JSON or CSV file.`, {
      cause,
    });
  }
  const form = 'give one entry a kind of car with model, and if known make, generation, trim, count and amount';
  let rows: unknown;
  try {
    rows = file.toLowerCase().endsWith('.csv')
      ? parse(text, {
          columns: (head: string[]) => head.map((name) => name.trim().toLowerCase()),
          bom: true,
          trim: true,
        })
      : JSON.parse(text);
  } catch (cause) {
    throw new CommandError('BAD_HOLDINGS', `The file ${file} holds no list of cars: ${form}.`, { cause });
  }
  const holdings = holdingsSchema.safeParse(rows);
  if (holdings.success) return holdings.data.map(present);
  throw new CommandError('BAD_HOLDINGS', `The file ${file} holds ${faultOf(holdings.error)}: ${form}.`);
}

/** What is wrong with a list of holdings, by its first fault. */
function faultOf({ issues: [issue] }: z.ZodError): string {
  const [position, field] = issue?.path ?? [];
  if (issue === undefined || typeof position !== 'number') return 'no list of cars';
  const place = `in entry ${position + 1}`;
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.length === 1 ? 'a field' : 'fields'} that nothing reads ${place} (${issue.keys.join(', ')})`;
  }
  return field === undefined ? `no car ${place}` : `no ${String(field)} that can be read ${place}`;
}

/** Without the fields that are left open. */
function present(row: z.output<typeof holdingsSchema>[number]): Holding {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as unknown as Holding;
}

function render(view: HeldPortfolio): string {
  const money = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: view.market.currency,
    maximumFractionDigits: 0,
  });
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const rows = view.positions.map((position) => [
    position.name,
    String(position.count),
    money.format(position.amount),
    percent(position.heldWeight),
    percent(position.leastVarianceWeight),
    percent(position.monthlyDeviation),
    position.salesPerMonth.toFixed(1),
    position.monthsToSell === null ? 'none sell' : position.monthsToSell.toFixed(1),
  ]);
  const head = ['car', 'held', 'worth', 'share', 'least risk', 'risk a month', 'sales a month', 'months to sell'];
  return [
    `${view.synthetic ? '[Synthetic data] ' : ''}Portfolio of ${money.format(view.amount)} on ${view.asOf}`,
    table(rows, { head, right: head.slice(1) }),
    wrap(
      `Standard deviation of the monthly return: ${percent(view.heldDeviation)} as held, ${percent(view.leastVarianceDeviation)} with least variance within what sales allow, ${percent(view.equalWeightDeviation)} with equal shares. From ${view.monthCount} months of mix-adjusted indices, covariance shrunken by ${percent(view.shrinkage)}; a single car moves more than its index.`,
    ),
    wrap(view.disclaimer.text),
  ].join('\n\n');
}
