import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replayAnswer, type Wire } from './__fixtures__/replay-answer.ts';

const folder = join(import.meta.dirname, '../../../../shared/llm-traffic');
const recordings = existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'README.md') : [];
/** A recording of several calls, cut where each of them ended. */
function streamsOf(name: string): object[][] {
  const streams: object[][] = [];
  let events: object[] = [];
  for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
    if (line === '') continue;
    const event = JSON.parse(line) as { type?: string };
    events.push(event);
    if (!['response.completed', 'response.failed', 'message_stop'].includes(event.type ?? '')) continue;
    streams.push(events);
    events = [];
  }
  return events.length === 0 ? streams : [...streams, events];
}

/** What of the provider's own body every answer must agree with, read without the code under test. */
interface Body {
  readonly content?: readonly { type: string; text?: string; name?: string; input?: unknown }[];
  readonly output?: readonly { type: string; name?: string; content?: readonly { text?: string }[] }[];
  readonly choices?: readonly { message: { content: string } }[];
  readonly usage: Readonly<Record<string, number>>;
  readonly model: string;
}

function textOf(body: Body): string {
  const parts =
    body.content ?? body.output?.flatMap((item) => (item.type === 'message' ? (item.content ?? []) : [])) ?? [];
  return body.choices?.[0]?.message.content ?? parts.map((part) => part.text ?? '').join('');
}

function toolNamesOf(body: Body): (string | undefined)[] {
  return [...(body.content ?? []), ...(body.output ?? [])]
    .filter((part) => ['tool_use', 'function_call', 'custom_tool_call'].includes(part.type))
    .map((part) => part.name);
}

function totalOf({ usage }: Body): number {
  return (
    usage['total_tokens'] ??
    (usage['input_tokens'] ?? 0) +
      (usage['cache_creation_input_tokens'] ?? 0) +
      (usage['cache_read_input_tokens'] ?? 0) +
      (usage['output_tokens'] ?? 0)
  );
}

describe.skipIf(recordings.length === 0)('recorded traffic (skipped where ../shared/llm-traffic is absent)', () => {
  const failures: Readonly<Record<string, string>> = {
    'anthropic--anthropic-refusal': 'refusal',
    'openai-responses--openai-error.1': 'billing',
    'openai-responses--reasoning-model-temperature-error': 'invalid-request',
  };
  const vendorOf = (name: string) => name.split('--')[0] as Wire;

  it.each(recordings.filter((name) => name.endsWith('.json')))('%s, whole', async (name) => {
    const body = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Body & { error?: unknown };
    const code = failures[name.replace('.json', '')];
    const statuses = (body.error ?? undefined) === undefined ? [200] : [200, 400, 429];
    for (const status of statuses) {
      const { result, error } = await replayAnswer(vendorOf(name), { kind: 'json', status, body });
      if (code !== undefined) {
        expect(error?.code).toBe(status === 429 && code === 'invalid-request' ? 'quota' : code);
        expect(error?.attempts).toMatchObject([{ errorCode: error?.code, requestedModel: 'asked' }]);
        continue;
      }
      expect(error).toBeUndefined();
      const tools = toolNamesOf(body);
      expect(result).toMatchObject({
        text: textOf(body),
        finishReason: tools.length > 0 ? 'tool-calls' : 'stop',
        requestedModel: 'asked',
        servedModel: body.model,
        usage: { total: totalOf(body), raw: body.usage },
        attempts: [{ servedModel: body.model, errorCode: undefined }],
      });
      expect(result?.toolCalls.map((call) => call.toolName)).toEqual(tools);
      for (const call of result?.toolCalls ?? []) expect(() => JSON.parse(call.argumentsJson) as unknown).not.toThrow();
    }
  });

  it.each(recordings.filter((name) => name.endsWith('.chunks.txt')))('%s, streamed', async (name) => {
    const code = failures[name.replace('.chunks.txt', '')];
    for (const events of streamsOf(name)) {
      const vendor = vendorOf(name);
      const outcome = await replayAnswer(vendor, { kind: 'events', events, doneMark: vendor === 'openai-chat' });
      expect(outcome.error?.code).toBe(code);
      if (code !== undefined) continue;
      // Whether the answer was told in pieces or at the end, it is the same.
      expect(outcome.said).toBe(outcome.result?.text);
      const final = (events.at(-1) as { response?: Body }).response;
      if (final !== undefined)
        expect(outcome.result).toMatchObject({ text: textOf(final), usage: { total: totalOf(final) } });
    }
  });

  it('reads the fine print of single recordings', async () => {
    const whole = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as unknown;
    const streamed = async (vendor: Wire, name: string, index = 0) =>
      replayAnswer(vendor, {
        kind: 'events',
        events: streamsOf(`${vendor}--${name}.chunks.txt`)[index] ?? [],
        doneMark: vendor === 'openai-chat',
      });
    const opus = await replayAnswer('anthropic', {
      kind: 'json',
      body: whole('anthropic--anthropic-claude-opus-5-reasoning-high.1'),
    });
    expect(opus.result?.usage).toMatchObject({
      input: { uncached: 51, cacheRead: 0, cacheWrite: {} },
      output: { text: 1560, reasoning: 139 },
    });
    const search = await replayAnswer('openai-responses', {
      kind: 'json',
      body: whole('openai-responses--openai-web-search-tool.1'),
    });
    expect(search.result?.usage).toMatchObject({
      input: { uncached: 15_969, cacheRead: 3712, cacheWrite: undefined },
      output: { text: 637, reasoning: 3136 },
    });
    const refusal = await streamed('anthropic', 'anthropic-refusal');
    expect(refusal.error).toMatchObject({ code: 'refusal', usage: { total: 23 } });
    expect(refusal.error?.message).toContain('restrictions on violative cyber content');
    const bare = await streamed('anthropic', 'anthropic-tool-no-args');
    expect(bare.result?.toolCalls).toMatchObject([{ toolName: 'updateIssueList', argumentsJson: '{}' }]);
    const first = await streamed('openai-responses', 'openai-reasoning-encrypted-content.1');
    expect(first.result?.toolCalls).toMatchObject([{ argumentsJson: '{"a":12,"b":7,"op":"add"}' }]);
    const custom = await streamed('openai-responses', 'openai-custom-tool.1');
    expect(custom.result?.toolCalls).toMatchObject([{ argumentsJson: '"SELECT * FROM users WHERE age > 25"' }]);
    const chat = await streamed('openai-chat', 'openai-text');
    expect(chat.result?.usage).toMatchObject({ input: { uncached: 16 }, output: { text: 300 }, total: 316 });
  });
});
