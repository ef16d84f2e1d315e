import { CostError } from '../errors.ts';
import { anthropicCosts, anthropicUsage } from './anthropic-reports.ts';
import { openAiCosts, openAiUsage } from './openai-reports.ts';
import type { VendorReport } from './vendor-line.ts';

const REPORTS: readonly VendorReport[] = [openAiCosts, openAiUsage, anthropicCosts, anthropicUsage];

/** The kind of report that has these columns; `invalid-report` where none does. */
export function findReport(columns: readonly string[]): VendorReport {
  const found = REPORTS.find((report) => report.columns.every((column) => columns.includes(column)));
  if (found !== undefined) return found;
  const known = REPORTS.map(({ name, columns: wanted }) => `${name} (${wanted.join(', ')})`).join('; ');
  throw new CostError(
    'invalid-report',
    `The report has the columns "${columns.join(', ')}", which are none of: ${known}.`,
  );
}
