import Anthropic from '@anthropic-ai/sdk';
import type { LanguageModel } from '@pa/llm-core';
import { anthropicModel } from '@pa/llm-core/anthropic';
import { openAIChatModel, openAIModel } from '@pa/llm-core/openai';
import OpenAI from 'openai';
import { openAIApi, openAIProvider } from '../settings/openai-server.ts';
import type { Settings } from '../settings/read-settings.ts';

/** The models that the settings have a key for, the one to ask first in front. Empty without a key. */
export function configuredModels(settings: Settings): readonly LanguageModel[] {
  const { values } = settings;
  const models: LanguageModel[] = [];
  if (values.ANTHROPIC_API_KEY !== undefined) {
    const client = new Anthropic({
      apiKey: values.ANTHROPIC_API_KEY,
      maxRetries: 0,
      ...(values.ANTHROPIC_BASE_URL === undefined ? {} : { baseURL: values.ANTHROPIC_BASE_URL }),
    });
    models.push(anthropicModel(client, { modelId: values.ANTHROPIC_MODEL }));
  }
  if (values.OPENAI_API_KEY !== undefined || values.OPENAI_BASE_URL !== undefined) {
    const client = new OpenAI({
      // Servers of one's own often want none.
      apiKey: values.OPENAI_API_KEY ?? 'none',
      maxRetries: 0,
      ...(values.OPENAI_BASE_URL === undefined ? {} : { baseURL: values.OPENAI_BASE_URL }),
    });
    const options = { modelId: values.OPENAI_MODEL };
    models.push(
      openAIApi(settings) === 'chat'
        ? openAIChatModel(client, { ...options, provider: openAIProvider(settings) })
        : openAIModel(client, options),
    );
  }
  return models;
}
