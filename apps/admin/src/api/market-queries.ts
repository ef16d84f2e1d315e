import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** Everything the cards of the first page show. */
export function overviewQuery() {
  return queryOptions({
    queryKey: queryKeys.overview,
    queryFn: async ({ signal }) => bodyOf(await api.GET('/api/analytics/llm/overview', { signal })),
  });
}

/** The segments of a market, such as `sold/USD`, that have enough sales for an index of their own. */
export function segmentsQuery(market: string) {
  return queryOptions({
    queryKey: queryKeys.segments(market),
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/analytics/llm/segments', { params: { query: { market } }, signal })),
  });
}

/** Index and forecast path of a segment. The last answer stays on show while the next one loads. */
export function marketIndexQuery({ market, segment }: { readonly market: string; readonly segment: string }) {
  return queryOptions({
    queryKey: queryKeys.marketIndex(market, segment),
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/analytics/llm/indices', { params: { query: { market, segment } }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** The newest stored predictions of exactly one segment, newest first. */
export function predictionsQuery({ market, segment }: { readonly market: string; readonly segment: string }) {
  return queryOptions({
    queryKey: queryKeys.predictions(market, segment),
    queryFn: async ({ signal }) =>
      bodyOf(
        await api.GET('/api/analytics/llm/predictions/ledger', {
          params: { query: { market, segment, limit: 8 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}
