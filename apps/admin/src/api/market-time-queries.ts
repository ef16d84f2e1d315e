import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Segment } from './answers.ts';
import { api, bodyOf } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** The season of exactly one segment. The last answer stays on show while the next one loads. */
export function seasonalityQuery({ market, segment }: { readonly market: string; readonly segment: Segment }) {
  const { make, model, generation, trim } = segment;
  return queryOptions({
    queryKey: queryKeys.seasonality(market, segment.segment),
    queryFn: async ({ signal }) =>
      bodyOf(
        await api.GET('/api/analytics/llm/seasonality', {
          params: {
            query: {
              market,
              make,
              model: model ?? make,
              ...(generation === null ? {} : { generation }),
              ...(trim === null ? {} : { trim }),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** How the segments of one depth move together. */
export function correlationsQuery({ market, depth }: { readonly market: string; readonly depth: number }) {
  return queryOptions({
    queryKey: queryKeys.correlations(market, depth),
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/analytics/llm/correlations', { params: { query: { market, depth } }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** What moved in a market. */
export function movementsQuery({ market }: { readonly market: string }) {
  return queryOptions({
    queryKey: queryKeys.movements(market),
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/analytics/llm/movements', { params: { query: { market } }, signal })),
  });
}

/** The accuracy of everything that came due. */
export function accuracyQuery() {
  return queryOptions({
    queryKey: queryKeys.accuracy,
    queryFn: async ({ signal }) => bodyOf(await api.GET('/api/analytics/llm/accuracy', { signal })),
  });
}

/** What is wrong with the stored rows of every market. */
export function qualityQuery() {
  return queryOptions({
    queryKey: queryKeys.quality,
    queryFn: async ({ signal }) => bodyOf(await api.GET('/api/analytics/llm/quality', { signal })),
  });
}

/** What severities are worth, by the verdicts on them. */
export function severityRecordQuery() {
  return queryOptions({
    queryKey: queryKeys.severityRecord,
    queryFn: async ({ signal }) => bodyOf(await api.GET('/api/analytics/llm/anomalies/verdicts', { signal })),
  });
}
