'use client';

import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreateExperimentRequest } from './answers.ts';
import { api, bodyOf } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** Every prompt and what its labels name. */
export function promptsQuery() {
  return queryOptions({
    queryKey: queryKeys.prompts,
    queryFn: async ({ signal }) => bodyOf(await api.GET('/api/analytics/llm/prompts', { signal })),
  });
}

/** Versions, labels and deployments of a prompt. */
export function promptQuery(type: string) {
  return queryOptions({
    queryKey: queryKeys.prompt(type),
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/analytics/llm/prompts/{type}', { params: { path: { type } }, signal })),
  });
}

/** Test runs of a prompt, newest first. */
export function promptTestsQuery(type: string) {
  return queryOptions({
    queryKey: queryKeys.promptTests(type),
    queryFn: async ({ signal }) =>
      bodyOf(
        await api.GET('/api/analytics/llm/prompts/{type}/tests', {
          params: { path: { type }, query: { limit: 10 } },
          signal,
        }),
      ),
  });
}

/** What the optimiser tried on a prompt, newest first. */
export function optimisationsQuery(type: string) {
  return queryOptions({
    queryKey: queryKeys.optimisations(type),
    queryFn: async ({ signal }) =>
      bodyOf(
        await api.GET('/api/analytics/llm/prompts/{type}/optimisations', {
          params: { path: { type }, query: { limit: 5 } },
          signal,
        }),
      ),
  });
}

/** Asks for a run of the optimiser, within a budget and with a reason. */
export function useStartOptimisation(type: string) {
  return useMutation({
    mutationFn: async (order: { readonly budgetNanoUsd: string; readonly reason: string }) =>
      bodyOf(
        await api.POST('/api/analytics/llm/prompts/{type}/optimisations', { params: { path: { type } }, body: order }),
      ),
  });
}

/** How two versions differ. */
export function promptDiffQuery(type: string, { from, to }: { readonly from: number; readonly to: number }) {
  return queryOptions({
    queryKey: queryKeys.promptDiff(type, from, to),
    queryFn: async ({ signal }) =>
      bodyOf(
        await api.GET('/api/analytics/llm/prompts/{type}/diff', {
          params: { path: { type }, query: { from, to } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Every experiment with what can be said of it now. */
export function experimentsQuery() {
  return queryOptions({
    queryKey: queryKeys.experiments,
    queryFn: async ({ signal }) => bodyOf(await api.GET('/api/analytics/llm/experiments', { signal })),
  });
}

/** A move of a label, with its reason. */
export type LabelChange =
  | {
      readonly kind: 'deploy';
      readonly type: string;
      readonly promptId: string;
      readonly label: string;
      /** What the page shows the label to name; the server refuses where it is something else by now. */
      readonly expectedPromptId: string | null;
      readonly reason: string;
    }
  | { readonly kind: 'rollback'; readonly type: string; readonly label: string; readonly reason: string };

/** A move whose reason is still to be asked for. */
export type AskedChange = LabelChange extends infer Change
  ? Change extends unknown
    ? Omit<Change, 'reason'>
    : never
  : never;

/** Moves a label; afterwards everything about prompts is read again. */
export function useChangeLabel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: LabelChange) => {
      if (change.kind === 'rollback') {
        const { type, label, reason } = change;
        return bodyOf(await api.POST('/api/analytics/llm/prompts/rollback', { body: { type, label, reason } }));
      }
      const { promptId, label, expectedPromptId, reason } = change;
      return bodyOf(
        await api.POST('/api/analytics/llm/prompts/deploy', { body: { promptId, label, expectedPromptId, reason } }),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.prompts }),
  });
}

/** Describes an experiment and lets the first units take part, with a reason. */
export function useStartExperiment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (start: {
      readonly experiment: CreateExperimentRequest;
      readonly exposureShare: number;
      readonly reason: string;
    }) => {
      const { experiment, exposureShare, reason } = start;
      const { key } = experiment;
      bodyOf(await api.POST('/api/analytics/llm/experiments', { body: experiment }));
      return bodyOf(
        await api.POST('/api/analytics/llm/experiments/change', {
          body: { key, action: 'ramp', exposureShare, reason },
        }),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.experiments }),
  });
}

/** Ramps or stops an experiment, with a reason. */
export function useChangeExperiment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: {
      readonly key: string;
      readonly action: 'ramp' | 'stop';
      readonly exposureShare?: number;
      readonly reason: string;
    }) => bodyOf(await api.POST('/api/analytics/llm/experiments/change', { body: change })),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.experiments }),
  });
}
