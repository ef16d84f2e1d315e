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
