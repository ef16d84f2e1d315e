import { queryOptions } from '@tanstack/react-query';
import type { Insight } from './answers.ts';
import { api, bodyOf } from './client.ts';

const SHOWN = 60;

/** The newest texts, of one type where one is given. */
export function insightsQuery({ type }: { readonly type: Insight['type'] | null }) {
  return queryOptions({
    queryKey: ['insights', type],
    queryFn: async ({ signal }) =>
      bodyOf(
        await api.GET('/api/analytics/llm/insights', {
          params: { query: { limit: SHOWN, ...(type === null ? {} : { type }) } },
          signal,
        }),
      ),
  });
}

/** The rows behind one fact of a text. */
export function factRowsQuery({ id, factId }: { readonly id: string; readonly factId: string }) {
  return queryOptions({
    queryKey: ['insights', id, 'facts', factId],
    queryFn: async ({ signal }) =>
      bodyOf(
        await api.GET('/api/analytics/llm/insights/{id}/facts/{factId}/rows', {
          params: { path: { id, factId } },
          signal,
        }),
      ),
  });
}
