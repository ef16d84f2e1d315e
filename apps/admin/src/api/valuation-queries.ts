import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ValuationRequest } from './answers.ts';
import { api, bodyOf } from './client.ts';
import { queryKeys, type TaxonomyWords } from './query-keys.ts';

/** What sold cars are called: makes, the model lines of a make, and what the cars of a line come with. */
export function taxonomyQuery({ make, model }: TaxonomyWords) {
  return queryOptions({
    queryKey: queryKeys.taxonomy({ make, model }),
    queryFn: async ({ signal }) =>
      bodyOf(
        await api.GET('/api/analytics/llm/taxonomy', {
          params: { query: { ...(make === null ? {} : { make }), ...(model === null ? {} : { model }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** What a car is worth. Asked with POST, and as safe to repeat as a read. */
export function valuationQuery(car: ValuationRequest | null) {
  return queryOptions({
    queryKey: queryKeys.valuation(car),
    enabled: car !== null,
    queryFn: async ({ signal }) => {
      if (car === null) throw new TypeError('no car is given');
      return bodyOf(await api.POST('/api/analytics/llm/valuations', { body: car, signal }));
    },
    placeholderData: keepPreviousData,
  });
}
