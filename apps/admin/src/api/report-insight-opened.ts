import { api } from './client.ts';

/** Notes that a reader looked at what stands behind a text. A note that cannot be taken is nobody's trouble. */
export function reportInsightOpened(insightId: string): void {
  api
    .POST('/api/analytics/llm/events', { body: { name: 'insight_opened', properties: { insightId } } })
    .catch(() => {});
}
