import { queryOptions, useMutation } from '@tanstack/react-query';
import type { OptionChoiceRequest } from './answers.ts';
import { api, bodyOf } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** What the options and colours of a Porsche line are worth. */
export function optionValuesQuery({ market, model }: { readonly market: string; readonly model: string }) {
  return queryOptions({
    queryKey: queryKeys.optionValues(market, model),
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/analytics/llm/options/value', { params: { query: { market, model } }, signal })),
    retry: false,
  });
}

/** Which options to order within a budget. */
export function useOptionChoice() {
  return useMutation({
    mutationFn: async (body: OptionChoiceRequest) =>
      bodyOf(await api.POST('/api/analytics/llm/options/optimize', { body })),
  });
}
