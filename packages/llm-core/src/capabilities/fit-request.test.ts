import { describe, expect, it } from 'vitest';
import type { GenerateRequest } from '../language-model.ts';
import { capabilitiesOf } from './capabilities-of.ts';
import { fitRequest } from './fit-request.ts';

const at = Date.parse('2026-11-20');
const tools = [
  { name: 'price', description: 'A price.', inputSchema: {} },
  { name: 'trend', description: 'A trend.', inputSchema: {} },
];
const user = { role: 'user', content: [{ type: 'text', text: 'How are prices?' }] } as const;
const prefill = { role: 'assistant', content: [{ type: 'text', text: 'Prices ' }] } as const;

function fit(model: readonly [string, string], request: GenerateRequest) {
  const [provider, modelId] = model;
  return fitRequest(request, { modelId, capabilities: capabilitiesOf({ provider, modelId }, { at }) });
}

describe('a request for a model that takes less', () => {
  it('loses temperature, forced tool and prefill for claude-opus-5-5, and says so three times', () => {
    const asked: GenerateRequest = {
      messages: [user, prefill],
      temperature: 0.2,
      tools,
      toolChoice: { toolName: 'price' },
    };
    const { request, warnings } = fit(['anthropic', 'claude-opus-5-5'], asked);
    expect(warnings.map((warning) => warning.parameter)).toEqual(['temperature', 'toolChoice', 'messages']);
    expect(request).toEqual({ messages: [user], tools: [tools[0]], toolChoice: 'auto' });
  });

  it('is left alone where it fits, and where nothing is known of the model', () => {
    const asked: GenerateRequest = { messages: [user], temperature: 0.2, toolChoice: 'required', tools };
    expect(fit(['vllm', 'qwen3'], asked)).toEqual({ request: asked, warnings: [] });
    expect(fit(['openai', 'gpt-6-lunatic'], asked).warnings).toEqual([]);
    const plain: GenerateRequest = { messages: [user] };
    expect(fit(['anthropic', 'claude-opus-5-5'], plain).request).toBe(plain);
  });

  it('keeps a temperature for GPT-6 only with the effort none', () => {
    const asked: GenerateRequest = { messages: [user], temperature: 0.2 };
    expect(fit(['openai', 'gpt-6-luna'], asked).request).not.toHaveProperty('temperature');
    expect(fit(['openai', 'gpt-6-luna'], { ...asked, reasoningEffort: 'none' }).warnings).toEqual([]);
    // The effort none is then raised where a model has none.
    const { warnings } = fit(['openai', 'gpt-6.1-sol-2026-09-29'], { ...asked, reasoningEffort: 'none' });
    expect(warnings.map((warning) => warning.parameter)).toEqual(['reasoningEffort', 'temperature']);
  });

  it('asks for the tokens that a model can write', () => {
    const { request } = fit(['openai', 'gpt-6-sol'], { messages: [user], maxOutputTokens: 500_000 });
    expect(request.maxOutputTokens).toBe(128_000);
  });

  it('writes a schema into the system prompt where a model cannot be bound to it', () => {
    const output = { name: 'answer', schema: { type: 'object' } };
    const fitted = fitRequest(
      { messages: [user], system: 'Be brief.', output },
      {
        modelId: 'small',
        capabilities: { jsonSchema: false },
      },
    );
    expect(fitted.request).not.toHaveProperty('output');
    expect(fitted.request.system).toMatch(/^Be brief\.\n\n.*\{"type":"object"\}$/);
  });
});

describe('the registry', () => {
  it('tells rows by their day, and snapshots by their model', () => {
    const opus = { provider: 'anthropic', modelId: 'claude-opus-5-5-20261015' };
    expect(capabilitiesOf(opus, { at }).forcedToolChoice).toBe(false);
    expect(capabilitiesOf(opus, { at: Date.parse('2026-10-20') })).toEqual({});
  });

  it('lets rows of the caller count last, and a model over its provider', () => {
    const row = { provider: 'vllm', since: '2026-01-01', source: 'own' };
    const rows = [
      { ...row, model: 'qwen3', jsonSchema: true },
      { ...row, model: '*', jsonSchema: false, forcedToolChoice: false },
    ];
    const qwen = capabilitiesOf({ provider: 'vllm', modelId: 'qwen3' }, { at, rows });
    expect(qwen).toEqual({ jsonSchema: true, forcedToolChoice: false });
  });
});
