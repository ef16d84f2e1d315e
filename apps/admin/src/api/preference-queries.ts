'use client';

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Preferences } from './answers.ts';
import { api, bodyOf } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** What the reader prefers; the defaults where they have said nothing. */
export function preferencesQuery() {
  return queryOptions({
    queryKey: queryKeys.preferences,
    queryFn: async ({ signal }) => bodyOf(await api.GET('/api/analytics/llm/preferences', { signal })),
  });
}

/** Notices for the reader, or for whoever runs the service, newest first. */
export function noticesQuery(whom: 'me' | 'service') {
  return queryOptions({
    queryKey: queryKeys.notices(whom),
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/analytics/llm/notices', { params: { query: { for: whom } }, signal })),
  });
}

/** A car as it is put on the list. */
export interface WatchedCar {
  readonly make?: string;
  readonly model: string;
  readonly generation?: string;
  readonly trim?: string;
}

/** Puts a car on the list of the reader. */
export function useWatchCar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: WatchedCar) => bodyOf(await api.POST('/api/analytics/llm/preferences/watch', { body })),
    onSuccess(saved) {
      client.setQueryData(queryKeys.preferences, saved);
    },
  });
}

/** Keeps what the reader prefers. */
export function useSavePreferences(options: { readonly onSaved: () => void }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Preferences) => bodyOf(await api.PUT('/api/analytics/llm/preferences', { body })),
    onSuccess(saved) {
      client.setQueryData(queryKeys.preferences, saved);
      options.onSaved();
    },
  });
}
