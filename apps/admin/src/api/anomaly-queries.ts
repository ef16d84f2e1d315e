import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';
import { type AnomalyQuery, queryKeys } from './query-keys.ts';

/** As many as the API gives at once. Highest score first, so what is left out is the least odd. */
export const ANOMALY_LIMIT = 500;

/** Anomalies of one status, highest score first. */
export function anomaliesQuery(query: AnomalyQuery) {
  return queryOptions({
    queryKey: queryKeys.anomalies(query),
    queryFn: async ({ signal }) =>
      bodyOf(
        await api.GET('/api/analytics/llm/anomalies', {
          params: {
            query: {
              status: query.status,
              limit: ANOMALY_LIMIT,
              ...(query.severity ? { severity: query.severity } : {}),
              ...(query.type ? { type: query.type } : {}),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** One anomaly with its listing. */
export function anomalyQuery(id: string) {
  return queryOptions({
    queryKey: queryKeys.anomaly(id),
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/analytics/llm/anomalies/{id}', { params: { path: { id } }, signal })),
  });
}

/** Why one anomaly is one. A market without a fit is an answer and not asked again. */
export function anomalyEvidenceQuery(id: string) {
  return queryOptions({
    queryKey: queryKeys.anomalyEvidence(id),
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/analytics/llm/anomalies/{id}/evidence', { params: { path: { id } }, signal })),
    retry: false,
  });
}
