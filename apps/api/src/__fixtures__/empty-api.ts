import { createMemoryStores, notEnoughData } from '@pa/engines';
import type { ApiDependencies } from '../api-dependencies.ts';
import { createApi } from '../create-api.ts';

/** The day of the fixed clock. */
export const FIXTURE_DAY = '2026-03-31';

/** 12:00 UTC of the fixture day. */
export const FIXTURE_NOW = Date.parse(`${FIXTURE_DAY}T12:00:00Z`);

/** An API over empty stores, as it is before the first import: every question about the market is refused. */
export function emptyApi(overrides: Partial<ApiDependencies> = {}) {
  const nothing = notEnoughData('nothing is stored', { found: 0, needed: 1 });
  const reported: unknown[] = [];
  const dependencies: ApiDependencies = {
    stores: createMemoryStores(),
    predictor: { predictPrices: async () => nothing, validatePrediction: async () => null },
    insightWriter: { generateInsight: async () => nothing, generateRecommendation: async () => nothing },
    dataset: { name: 'Nothing yet', synthetic: false },
    now: () => FIXTURE_NOW,
    onError: (error) => reported.push(error),
    ...overrides,
  };
  return { api: createApi(dependencies), dependencies, reported };
}

/** A POST of a JSON body. */
export function jsonPost(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
