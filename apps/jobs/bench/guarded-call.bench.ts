/**
 * What a fully guarded call costs beside the bare client: redaction, budget, telemetry, audit, metering, rate limit, breaker,
 * timeout, retry and fallback, all stores in memory, a prompt of 1 kB with personal data in it, the same in every call or a new
 * one in each, an answer of 60 words from a server in another process. Beside it the same call through Vercel's `ai` and through LangChain. Every contender runs in
 * rounds, in an order that rotates; the figures are those of the best round of each: what else runs on the machine only adds.
 *
 *   node --conditions=@pa/source apps/jobs/bench/guarded-call.bench.ts [rounds] [calls a round]
 */
import { randomUUID } from 'node:crypto';
import { createOpenAI } from '@ai-sdk/openai';
import { ChatOpenAI } from '@langchain/openai';
import { createPriceBook, memoryBudgetStore, memoryCallLedger, withBudget, withMetering } from '@pa/cost';
import { type GenerateRequest, guardModel, memoryAuditLog, withAudit, withRateLimit } from '@pa/llm-core';
import { openAIModel } from '@pa/llm-core/openai';
import { withRedaction } from '@pa/llm-core/redaction';
import { withTelemetry } from '@pa/llm-core/telemetry';
import { startLoopbackProcess } from '@pa/llm-core/testing';
import { generateText } from 'ai';
import OpenAI from 'openai';

const CONCURRENCY = 8;
const modelId = 'gpt-6-luna';
const rounds = Number(process.argv[2] ?? 9);
const callsPerRound = Number(process.argv[3] ?? 1000);
/** Calls at the beginning of each round that do not count: others have had the caches and the compiler since. */
const WARM_UP_CALLS = 300;
const only = process.argv[4];

const system = 'You write about cars, in plain words.';
const prompt = `Summarise this listing in two sentences. ${listing()}`.slice(0, 1024);
const request: GenerateRequest = {
  system,
  messages: [{ role: 'user', content: [{ type: 'text', text: prompt }] }],
  context: { feature: 'market_summary', userId: 'user-1', promptName: 'summary', promptVersion: '3' },
};

await using server = await startLoopbackProcess({
  answer: { text: Array.from({ length: 60 }, (_, word) => `word${word}`).join(' ') },
});
const baseURL = `${server.url}/v1`;
const client = new OpenAI({ apiKey: 'test', baseURL, maxRetries: 0 });
const adapter = openAIModel(client, { modelId });
const now = Date.now;
const newId = randomUUID;

function guarded(options: { readonly isRedacted: boolean }) {
  const priceBook = createPriceBook();
  const budget = {
    id: 'all',
    scope: { kind: 'global' as const },
    limitNanoUsd: 10n ** 18n,
    window: { kind: 'rolling' as const, lengthMs: 86_400_000 },
  };
  return guardModel([adapter], {
    retry: { random: Math.random },
    ...(options.isRedacted ? { redaction: withRedaction() } : {}),
    budget: withBudget({ store: memoryBudgetStore(), budgets: [budget], priceBook, now, newId, unpriced: 'allow' }),
    telemetry: withTelemetry(),
    audit: withAudit({ log: memoryAuditLog(), key: 'a secret of the benchmark' }),
    metering: withMetering({ ledger: memoryCallLedger(), priceBook, now, newId }),
    rateLimit: withRateLimit({ requestsPerMinute: 1e9, tokensPerMinute: 1e12 }),
  });
}

const vercel = createOpenAI({ apiKey: 'test', baseURL })(modelId);
const chat = new ChatOpenAI({ apiKey: 'test', model: modelId, useResponsesApi: true, configuration: { baseURL } });
const [full, unredacted] = [guarded({ isRedacted: true }), guarded({ isRedacted: false })];

let asked = 0;
function newRequest(): GenerateRequest {
  const text = `${++asked}. ${prompt}`.slice(0, 1024);
  return { ...request, messages: [{ role: 'user', content: [{ type: 'text', text }] }] };
}

const contenders: Readonly<Record<string, () => Promise<string>>> = {
  'openai, bare': async () =>
    (await client.responses.create({ model: modelId, instructions: system, input: prompt, store: false })).output_text,
  'adapter alone': async () => (await adapter.generate(request)).text,
  'guarded, no redaction': async () => (await unredacted.generate(request)).text,
  'guarded, all of it': async () => (await full.generate(request)).text,
  'guarded, new prompts': async () => (await full.generate(newRequest())).text,
  'ai (Vercel)': async () => (await generateText({ model: vercel, system, prompt })).text,
  '@langchain/openai': async () =>
    (
      await chat.invoke([
        { role: 'system', content: system },
        { role: 'user', content: prompt },
      ])
    ).text,
};

interface Sample {
  readonly callsPerSecond: number;
  readonly cpuMsPerCall: number;
}

async function run(call: () => Promise<string>, count: number): Promise<Sample> {
  let left = count;
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const worker = async () => {
    while (left-- > 0) if (!(await call()).startsWith('word0 ')) throw new Error('a wrong answer');
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const { user, system: kernel } = process.cpuUsage(cpu);
  return {
    callsPerSecond: (1000 * count) / (performance.now() - startedAt),
    cpuMsPerCall: (user + kernel) / 1000 / count,
  };
}

const names = Object.keys(contenders).filter((name) => only === undefined || name.includes(only));
const samples = new Map(names.map((name) => [name, [] as Sample[]]));
for (const name of names) await run(contenders[name] as () => Promise<string>, Math.min(1000, callsPerRound));
for (let round = 0; round < rounds; round++) {
  for (const position of names.keys()) {
    const name = names[(round + position) % names.length] as string;
    const call = contenders[name] as () => Promise<string>;
    await run(call, WARM_UP_CALLS);
    samples.get(name)?.push(await run(call, callsPerRound));
  }
}

const figures = names.map((name) => {
  const measured = samples.get(name) ?? [];
  return {
    name,
    callsPerSecond: Math.max(...measured.map((sample) => sample.callsPerSecond)),
    cpuMsPerCall: Math.min(...measured.map((sample) => sample.cpuMsPerCall)),
  };
});
const [bare] = figures;
console.table(
  Object.fromEntries(
    figures.map(({ name, callsPerSecond, cpuMsPerCall }) => [
      name,
      {
        'calls/s': Math.round(callsPerSecond),
        'of bare': `${Math.round((100 * callsPerSecond) / (bare?.callsPerSecond ?? 1))} %`,
        'CPU ms a call': cpuMsPerCall.toFixed(3),
        'added CPU ms': (cpuMsPerCall - (bare?.cpuMsPerCall ?? 0)).toFixed(3),
      },
    ]),
  ),
);

function listing(): string {
  return `2004 Porsche 911 GT3 (996.2), chassis WP0ZZZ99Z4S690123, 29k miles, Speed Yellow over black, sold for $84,500 at
auction in Monterey. Two owners from new, serviced every year by an independent specialist, last at 28,410 miles, with new
brake discs and a clutch. Original paint but for the front bumper. The seller, Jonathan Miller, is at
jonathan.miller@example.com or +1 415 555 2671 and shows the car at 1120 Lombard Street, San Francisco, CA 94109. Comes with
both keys, books, tools, the window sticker and a folder of invoices. Factory options are the sports chassis, ceramic brakes,
bi-xenon lights, the extended leather package and the Club Sport package with the half cage. No accidents are known. The car
was imported from Stuttgart in 2011 and federalised, and has had the rear main seal and the coolant pipes replaced. Reserve
is met and the auction ends on Sunday; the buyer pays the premium of 5 % up to $7,500 and the transport from California.`.replaceAll(
    '\n',
    ' ',
  );
}
