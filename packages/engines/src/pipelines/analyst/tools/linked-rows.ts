import type { MetricScope } from '../../../market/ports/market-metrics.ts';
import type { AnswerRow, ToolContext } from '../analyst-tool.ts';

const LINKED_ROWS = 5;

/** The newest rows behind an answer, for links; five at most. */
export async function linkedRows(scope: MetricScope, { stores }: ToolContext): Promise<readonly AnswerRow[]> {
  const rows = await stores.metrics.list({ ...scope, order: 'day', direction: 'descending', limit: LINKED_ROWS });
  return rows.map(({ id, title }) => ({ id, title }));
}
