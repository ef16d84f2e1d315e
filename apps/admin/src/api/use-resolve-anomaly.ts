'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { anomaliesWithout } from './anomalies-without.ts';
import type { Anomaly, AnomalyList, Overview } from './answers.ts';
import { api, bodyOf } from './client.ts';
import { queryKeys } from './query-keys.ts';

export interface Verdict {
  readonly anomaly: Anomaly;
  readonly status: 'resolved' | 'false_positive';
  readonly note: string;
}

/**
 * Sends a verdict. The lists and the counts change at once, before the server answers; they change back when it
 * refuses, and are read again in both cases.
 */
export function useResolveAnomaly(options: { readonly onRefused: (verdict: Verdict, problem: unknown) => void }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ anomaly, status, note }: Verdict) =>
      bodyOf(
        await api.POST('/api/analytics/llm/anomalies/resolve', {
          body: { id: anomaly.id, status, ...(note.trim() === '' ? {} : { note: note.trim() }) },
        }),
      ),
    onMutate: async ({ anomaly }) => {
      await client.cancelQueries({ queryKey: queryKeys.everyAnomalyList });
      const lists = client.getQueriesData<AnomalyList>({ queryKey: queryKeys.everyAnomalyList });
      const overview = client.getQueryData<Overview>(queryKeys.overview);
      for (const [key, list] of lists) if (list) client.setQueryData(key, anomaliesWithout(list, anomaly.id));
      if (overview && anomaly.status === 'active') {
        const open = overview.openAnomalies;
        client.setQueryData<Overview>(queryKeys.overview, {
          ...overview,
          openAnomalies: {
            ...open,
            total: open.total - 1,
            [anomaly.severity]: open[anomaly.severity] - 1,
          },
        });
      }
      return { lists, overview };
    },
    onError: (problem, verdict, before) => {
      for (const [key, list] of before?.lists ?? []) client.setQueryData(key, list);
      if (before?.overview) client.setQueryData(queryKeys.overview, before.overview);
      options.onRefused(verdict, problem);
    },
    onSettled: (_answer, _problem, { anomaly }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.everyAnomalyList }),
        client.invalidateQueries({ queryKey: queryKeys.overview }),
        client.invalidateQueries({ queryKey: queryKeys.anomaly(anomaly.id) }),
      ]),
  });
}
