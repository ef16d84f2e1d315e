import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';
import { type DayRange, queryKeys } from './query-keys.ts';

/** What language models cost in a period. The last answer stays on show while the next one loads. */
export function costsQuery(range: DayRange) {
  return queryOptions({
    queryKey: queryKeys.costs(range),
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/analytics/llm/costs', { params: { query: { ...range } }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Whether another model does the work of a feature as well for less. */
export function modelChoicesQuery() {
  return queryOptions({
    queryKey: queryKeys.modelChoices,
    queryFn: async ({ signal }) => bodyOf(await api.GET('/api/analytics/llm/costs/model-choices', { signal })),
  });
}

/** The budgets in force and their history. */
export function budgetsQuery() {
  return queryOptions({
    queryKey: queryKeys.budgets,
    queryFn: async ({ signal }) => bodyOf(await api.GET('/api/analytics/llm/budgets', { signal })),
  });
}

/** What the cache of answers did in a period. */
export function cacheQuery(range: DayRange) {
  return queryOptions({
    queryKey: queryKeys.cache(range),
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/analytics/llm/cache', { params: { query: { ...range } }, signal })),
    placeholderData: keepPreviousData,
  });
}
