/**
 * How long the built-in analyst takes to its first word and to its whole answer, and a market summary without a model, over
 * an embedded database of so many listings. The analysis is that of the first rows; the others are stored after it, so
 * that the setup is no fit of all of them.
 *
 *   node --conditions=@pa/source apps/jobs/bench/answers.bench.ts [listings] [listings analysed] [every nth question]
 */
import { createDatabase, createStores, migrate } from '@pa/db';
import { ANALYST_TOOLS, builtInInterpreter, LLMPredictor, MarketAnalyst, runDaily } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';
import { readQuestions } from './questions/question-file.ts';

const AS_OF = '2026-06-30';
const MONTHS = 36;
const BATCH_ROWS = 5_000;
const SALE_SHARE = 0.98;
const [listingCount = 100_000, analysedCount = 5_000, everyNth = 1] = process.argv.slice(2).map(Number);
const now = (): number => Date.parse(`${AS_OF}T12:00:00Z`);
const files = ['fifth', 'sixth', 'seventh'].map(
  (name) => new URL(`./questions/${name}.jsonl`, import.meta.url).pathname,
);

const database = await createDatabase({ memory: true });
await migrate(database);
const stores = createStores(database);
const setupStarted = performance.now();
await store(analysedCount, 8);
await runDaily({ stores, now }, { asOf: AS_OF });
console.log(`analysed ${analysedCount} listings after ${seconds(setupStarted)} s`);
await store(listingCount - analysedCount, 9);
console.log(`stored ${listingCount} listings after ${seconds(setupStarted)} s`);

const analyst = new MarketAnalyst({ stores, now, tools: ANALYST_TOOLS, builtIn: builtInInterpreter() });
const times: { readonly first: number; readonly whole: number; readonly computed: number; readonly ask: string }[] = [];
// What options are worth is computed when it is asked for, and has a bench of its own.
const questions = files.flatMap(readQuestions).filter(({ topic }) => !topic.includes('option'));
for (const { id, turns } of questions.filter((_, index) => index % everyNth === 0)) {
  for (const { ask } of turns) {
    const startedAt = performance.now();
    const cpuBefore = process.cpuUsage();
    let first = Number.NaN;
    for await (const event of analyst.ask({ owner: 'bench', conversationId: id, question: ask, asOf: AS_OF })) {
      if (event.type === 'text' && Number.isNaN(first)) first = performance.now() - startedAt;
    }
    const whole = performance.now() - startedAt;
    const cpu = process.cpuUsage(cpuBefore);
    const computed = (cpu.user + cpu.system) / 1000;
    times.push({ first: Number.isNaN(first) ? whole : first, whole, computed, ask });
  }
}
const [cold, ...warm] = times;
console.log(
  `first question, names and models read: first word ${cold?.first.toFixed(0)} ms, whole ${cold?.whole.toFixed(0)} ms, processors ${cold?.computed.toFixed(0)} ms`,
);
const names = { first: 'first word', whole: 'whole answer', computed: 'time of processors' } as const;
for (const key of ['first', 'whole', 'computed'] as const) {
  const sorted = warm.toSorted((left, right) => left[key] - right[key]);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  console.log(
    `${names[key]} of ${warm.length}: median ${at(0.5)[key].toFixed(0)} ms, 95 % ${at(0.95)[key].toFixed(0)} ms, worst ${at(1)[key].toFixed(0)} ms`,
  );
  for (const slow of sorted.slice(-5)) console.log(`  ${slow[key].toFixed(0)} ms "${slow.ask}"`);
}
const predictor = new LLMPredictor({ stores, now });
for (const depth of ['detailed', 'basic', 'standard'] as const) {
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  await predictor.generateMarketInsights({ asOf: AS_OF, depth });
  const cpu = process.cpuUsage(cpuBefore);
  const state = depth === 'standard' ? 'stored by the daily run' : 'written anew';
  console.log(
    `summary, ${depth}, ${state}: ${(performance.now() - startedAt).toFixed(0)} ms, processors ${((cpu.user + cpu.system) / 1000).toFixed(0)} ms`,
  );
}
await database.close();

async function store(count: number, seed: number): Promise<void> {
  const { listings } = generateMarket({
    preset: 'demo',
    seed,
    endsOn: AS_OF,
    months: MONTHS,
    salesPerMonth: Math.ceil((count * SALE_SHARE) / MONTHS),
    activeListings: Math.round(count * (1 - SALE_SHARE)),
  });
  for (let start = 0; start < listings.length; start += BATCH_ROWS) {
    await stores.listings.upsert(listings.slice(start, start + BATCH_ROWS));
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}
