import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';
import { type DayRange, queryKeys } from './query-keys.ts';

/** What is used in some days, and how long it takes. */
export function usageQuery(range: DayRange) {
  return queryOptions({
    queryKey: queryKeys.usage(range),
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/analytics/llm/usage', { params: { query: { ...range } }, signal })),
    placeholderData: keepPreviousData,
  });
}
