'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangeBudgetRequest } from './answers.ts';
import { api, bodyOf } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** Puts a budget in force; the pages that show budgets are read again. */
export function useChangeBudget(options: { readonly onChanged: () => void }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: ChangeBudgetRequest) =>
      bodyOf(await api.POST('/api/analytics/llm/budgets/change', { body })),
    onSuccess: options.onChanged,
    onSettled: () => readMoneyAgain(client),
  });
}

/** Takes a budget out of force. */
export function useRemoveBudget(options: { readonly onChanged: () => void }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { readonly id: string; readonly reason: string }) =>
      bodyOf(await api.POST('/api/analytics/llm/budgets/remove', { body })),
    onSuccess: options.onChanged,
    onSettled: () => readMoneyAgain(client),
  });
}

/** Throws answers out of the cache. */
export function useInvalidateCache(options: { readonly onDone: (pattern: string) => void }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { readonly pattern: string; readonly reason: string }) =>
      bodyOf(await api.POST('/api/analytics/llm/cache/invalidate', { body })),
    onSuccess: ({ pattern }) => options.onDone(pattern),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.everyCache }),
  });
}

function readMoneyAgain(client: ReturnType<typeof useQueryClient>) {
  return Promise.all([
    client.invalidateQueries({ queryKey: queryKeys.everyCosts }),
    client.invalidateQueries({ queryKey: queryKeys.budgets }),
  ]);
}
