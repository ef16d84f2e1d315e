import type { DatabaseStores } from '@pa/db';
import { priceUsage } from '@pa/cost';
import { type GuardOptions, guardModel, type LanguageModel, withAudit, withRateLimit } from '@pa/llm-core';
import { withRedaction } from '@pa/llm-core/redaction';
import { withTelemetry } from '@pa/llm-core/telemetry';
import type { Settings } from '../settings/read-settings.ts';
import { auditHeadPath, withKeptHead } from './audit-head-file.ts';
import { readAuditKey } from './audit-key.ts';
import { configuredModels } from './language-models.ts';
import { createLimiters } from './shared-limits.ts';
import { createModelCosts, type ModelCosts } from './model-costs.ts';

/** The configured models behind everything that guards a call: the only way in which the apps ask a model. */
export interface GuardedModels {
  /** All of them, the first before the others; `undefined` without a key. */
  readonly model: LanguageModel | undefined;
  /** Each of them alone, for those who ask after one. */
  readonly each: readonly LanguageModel[];
  readonly costs: ModelCosts;
}

/**
 * Puts redaction, budgets, telemetry, audit, metering and rate limits of the settings around the configured models, over the
 * stores of one database.
 */
export function createGuardedModels(
  stores: DatabaseStores,
  options: { readonly now: () => number; readonly settings: Settings },
): GuardedModels {
  const { settings } = options;
  const costs = createModelCosts(stores, options);
  const models = configuredModels(settings);
  const [first, ...others] = models;
  const guard: GuardOptions = {
    retry: { random: Math.random },
    redaction: withRedaction(),
    telemetry: withTelemetry(),
    ...costs.wrappers,
    ...auditOf(stores, { ...options, costs }),
    ...limitsOf(settings),
  };
  return {
    model: first === undefined ? undefined : guardModel([first, ...others], guard),
    each: models.map((model) => guardModel([model], guard)),
    costs,
  };
}

function auditOf(
  { audit }: DatabaseStores,
  options: { readonly now: () => number; readonly settings: Settings; readonly costs: ModelCosts },
): Pick<GuardOptions, 'audit'> {
  const { now, settings, costs } = options;
  // Without a model nothing is asked, and no key is made.
  if (configuredModels(settings).length === 0) return {};
  const key = readAuditKey(settings);
  if (key === undefined) return {};
  return {
    audit: withAudit({
      log: withKeptHead(audit, { path: auditHeadPath(settings) }),
      key,
      keepTexts: settings.values.PA_AUDIT_TEXT_DAYS > 0,
      now,
      costOf({ provider, servedModel, usage, startedAt }) {
        const row = costs.priceBook({ provider, model: servedModel, at: startedAt });
        return row === null ? null : (priceUsage(usage, row)?.nanoUsd ?? null);
      },
    }),
  };
}

function limitsOf(settings: Settings): Pick<GuardOptions, 'rateLimit'> {
  const { PA_LLM_REQUESTS_PER_MINUTE: requests, PA_LLM_TOKENS_PER_MINUTE: tokens } = settings.values;
  if (requests === undefined && tokens === undefined) return {};
  return {
    rateLimit: withRateLimit({
      ...(requests === undefined ? {} : { requestsPerMinute: requests }),
      ...(tokens === undefined ? {} : { tokensPerMinute: tokens }),
      createLimiter: createLimiters(settings),
      maximumWaitMs: LONGEST_WAIT_MS,
    }),
  };
}

/** A text that waits a minute for its turn is better than the template. */
const LONGEST_WAIT_MS = 60_000;
