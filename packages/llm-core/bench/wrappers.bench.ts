/**
 * What each wrapper costs by itself: CPU a call around a model that answers at once, so that nothing but the wrapper is
 * measured. A prompt of 1 kB with personal data in it, stores in memory. The best of the rounds: whatever else the machine does
 * only ever adds.
 *
 *   node --conditions=@pa/source packages/llm-core/bench/wrappers.bench.ts [rounds] [calls a round]
 */
import { generateCorpus } from '../src/redaction/__fixtures__/corpus/generate-corpus.ts';
import {
  createUsage,
  type GenerateRequest,
  type LanguageModel,
  memoryAuditLog,
  type WrapModel,
  withAudit,
  withCircuitBreaker,
  withFallback,
  withHedging,
  withLoadBalancing,
  withRateLimit,
  withRetry,
  withTimeout,
} from '../src/index.ts';
import { withRedaction } from '../src/redaction.ts';
import { withTelemetry } from '../src/telemetry.ts';

const rounds = Number(process.argv[2] ?? 9);
const callsPerRound = Number(process.argv[3] ?? 3000);
const random = Math.random;

const answer = Array.from({ length: 60 }, (_, word) => `word${word}`).join(' ');
const usage = createUsage({
  input: { uncached: 300, cacheRead: 0, cacheWrite: undefined },
  output: { text: 100, reasoning: 0 },
  source: 'reported',
});
const instant: LanguageModel = {
  provider: 'instant',
  modelId: 'instant-1',
  generate: () =>
    Promise.resolve({
      text: answer,
      toolCalls: [],
      finishReason: 'stop',
      usage,
      provider: 'instant',
      requestedModel: 'instant-1',
      servedModel: 'instant-1',
      responseId: undefined,
      warnings: [],
      attempts: [],
    }),
  stream() {
    throw new TypeError('this benchmark does not stream');
  },
};
const asked = (prompt: string): GenerateRequest => ({
  system: 'You write about cars, in plain words.',
  messages: [{ role: 'user', content: [{ type: 'text', text: prompt }] }],
  context: { feature: 'market_summary', userId: 'user-1', promptName: 'summary', promptVersion: '3' },
});
/** About a dozen personal values a kilobyte: as much as there can be. */
const text = [...generateCorpus({ half: 'tuned', count: 400, seed: 7 })].map((entry) => entry.text).join('\n');
const dense = Array.from({ length: 50 }, (_, index) => asked(text.slice(index * 1024, (index + 1) * 1024)));
/** Five personal values in a kilobyte of prose, and another car each time. */
const listings = Array.from({ length: 50 }, (_, index) => asked(listing(index).slice(0, 1024)));

const wrappers: Readonly<Record<string, WrapModel>> = {
  'no wrapper': (model) => model,
  withRetry: withRetry({ random }),
  withFallback: (model) => withFallback([model, model]),
  withLoadBalancing: (model) => withLoadBalancing([{ model }, { model }], { random }),
  withTimeout: withTimeout(),
  withCircuitBreaker: withCircuitBreaker(),
  'withRateLimit, memory': withRateLimit({ requestsPerMinute: 1e9, tokensPerMinute: 1e12 }),
  withHedging: withHedging({ delayMs: 1000 }),
  'withTelemetry, nobody listens': withTelemetry(),
  'withAudit, memory': (model) => withAudit({ log: memoryAuditLog(), key: 'a secret of the benchmark' })(model),
  'withRedaction, texts that it has seen': withRedaction(),
  'withRedaction, texts that are new': withRedaction({ rememberedTexts: 0 }),
};

async function cpuMicrosecondsPerCall(
  model: LanguageModel,
  { requests, count }: { readonly requests: readonly GenerateRequest[]; readonly count: number },
): Promise<number> {
  const before = process.cpuUsage();
  for (let call = 0; call < count; call++) await model.generate(requests[call % requests.length] as GenerateRequest);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

const best = new Map<string, number>();
async function measure(name: string, wrap: WrapModel, requests: readonly GenerateRequest[]): Promise<void> {
  await cpuMicrosecondsPerCall(wrap(instant), { requests, count: callsPerRound });
  for (let round = 0; round < rounds; round++) {
    const microseconds = await cpuMicrosecondsPerCall(wrap(instant), { requests, count: callsPerRound });
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, microseconds));
  }
}
for (const [name, wrap] of Object.entries(wrappers)) await measure(name, wrap, listings);
await measure('withRedaction, new and nothing but personal data', withRedaction({ rememberedTexts: 0 }), dense);
const bare = best.get('no wrapper') ?? 0;
console.table(
  Object.fromEntries(
    [...best].map(([name, microseconds]) => [name, { 'added CPU µs a call': (microseconds - bare).toFixed(1) }]),
  ),
);

function listing(index: number): string {
  const chassis = `WP0ZZZ99Z4S69${String(1000 + index).padStart(4, '0')}`;
  return `2004 Porsche 911 GT3 (996.2), chassis ${chassis}, 29k miles, Speed Yellow over black, sold for $84,500 at auction in
Monterey. Two owners from new, serviced every year by an independent specialist, last at 28,410 miles, with new brake discs and
a clutch. Original paint but for the front bumper. Seller: Jonathan Miller, at jonathan.miller${index}@example.com or
+1 415 555 26${String(10 + index).slice(-2)}, shows the car at ${1100 + index} Lombard Street, San Francisco, CA 94109. Comes with both keys, books, tools, the
window sticker and a folder of invoices. Factory options are the sports chassis, ceramic brakes, bi-xenon lights, the extended
leather package and the Club Sport package with the half cage. No accidents are known. The car was imported from Stuttgart in
2011 and federalised, and has had the rear main seal and the coolant pipes replaced. Reserve is met and the auction ends on
Sunday; the buyer pays the premium of 5 % up to $7,500 and the transport from California.`.replaceAll('\n', ' ');
}
