import { type GenerateRequest, withRateLimit } from '@pa/llm-core';
import { scriptedModel } from '@pa/llm-core/testing';
import { createLimiters } from '../composition/shared-limits.ts';
import { readSettings } from '../settings/read-settings.ts';

// A process that asks a model ten times as the settings of its environment limit it, and prints how many calls passed.
const settings = readSettings({ environment: process.env, folder: process.cwd() });
const requestsPerMinute = settings.values.PA_LLM_REQUESTS_PER_MINUTE ?? 0;
const [, , modelId = ''] = process.argv;
const model = withRateLimit({ requestsPerMinute, createLimiter: createLimiters(settings) })(
  scriptedModel(['An answer.'], { modelId }),
);
const request: GenerateRequest = { messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello.' }] }] };
const calls = await Promise.allSettled(Array.from({ length: 10 }, () => model.generate(request)));
const codes = calls.map((call) => (call.status === 'fulfilled' ? 'answered' : (call.reason as { code: string }).code));
process.stdout.write(JSON.stringify(codes));
