import type { DatabaseStores } from '@pa/db';
import { priceUsage, worstCaseHolds } from '@pa/cost';
import type { GenerateRequest, LanguageModel } from '@pa/llm-core';
import { PromptError } from '@pa/prompts/errors';
import type { PromptRunner, RunRequest } from '@pa/prompts';
import type { Settings } from '../settings/read-settings.ts';
import { createGuardedModels, type GuardedModels } from './guarded-models.ts';

/** As long as an attempt may take: a first that fails at once leaves time for another, one that times out does not. */
const CALL_MS = 120_000;

/**
 * Runs prompts on any model of the providers that the settings have a key for, guarded, metered and within the budgets as
 * every other call. `undefined` without a key.
 */
export function createPromptRunner(
  stores: DatabaseStores,
  options: { readonly now: () => number; readonly settings: Settings },
): PromptRunner | undefined {
  const { now, settings } = options;
  const guarded = createGuardedModels(stores, options);
  if (guarded.model === undefined) return undefined;
  const { priceBook } = guarded.costs;
  const holds = worstCaseHolds();
  const known = new Map<string, LanguageModel>();
  const modelOf = ({ modelProvider, modelName }: RunRequest): LanguageModel => {
    const key = `${modelProvider}/${modelName}`;
    const model = known.get(key) ?? modelNamed(stores, { ...options, provider: modelProvider, modelName });
    if (model === undefined) {
      const providers = guarded.each.map(({ provider }) => provider).join(' and ');
      throw new PromptError(
        'not-configured',
        `There is no key for ${modelProvider}, only for ${providers}: set one, or use another model.`,
      );
    }
    known.set(key, model);
    return model;
  };
  return {
    async run(request, { signal } = {}) {
      const startedAt = now();
      const result = await modelOf(request).generate({
        ...toGenerateRequest(request),
        // What times out may have been charged. It is not tried again, so that a call never costs its worst case twice.
        deadlineAt: startedAt + CALL_MS,
        ...(signal === undefined ? {} : { signal }),
      });
      const row = priceBook({ provider: result.provider, model: result.servedModel, at: startedAt });
      const { input, output, total } = result.usage;
      return {
        text: result.text,
        servedModel: result.servedModel,
        inputTokens: total === undefined ? null : (input.uncached ?? 0) + (input.cacheRead ?? 0),
        outputTokens: total === undefined ? null : (output.text ?? 0) + (output.reasoning ?? 0),
        costNanoUsd: row === null ? null : (priceUsage(result.usage, row)?.nanoUsd ?? null),
        latencyMs: now() - startedAt,
      };
    },
    worstCaseNanoUsd(request) {
      const row = priceBook({ provider: request.modelProvider, model: request.modelName, at: now() });
      return row === null ? null : holds.estimate({ request: toGenerateRequest(request), row });
    },
  };

  function toGenerateRequest(request: RunRequest): GenerateRequest {
    const { promptName, promptVersion, temperature, maxOutputTokens, effort } = request;
    return {
      system: request.systemPrompt,
      messages: [{ role: 'user', content: [{ type: 'text', text: request.userPrompt }] }],
      ...(temperature === undefined ? {} : { temperature }),
      ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
      ...(effort === undefined ? {} : { reasoningEffort: effort }),
      context: {
        feature: request.purpose,
        ...(promptName === null ? {} : { promptName }),
        ...(promptVersion === null ? {} : { promptVersion }),
      },
    };
  }

  function modelNamed(
    from: DatabaseStores,
    wanted: {
      readonly settings: Settings;
      readonly now: () => number;
      readonly provider: string;
      readonly modelName: string;
    },
  ): LanguageModel | undefined {
    const { provider, modelName } = wanted;
    const values = { ...settings.values, ANTHROPIC_MODEL: modelName, OPENAI_MODEL: modelName };
    const named: GuardedModels = createGuardedModels(from, { now, settings: { ...settings, values } });
    return named.each.find((model) => model.provider === provider);
  }
}
