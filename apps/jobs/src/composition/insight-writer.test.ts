import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, createStores, type DatabaseDriver, migrate } from '@pa/db';
import { countFact, narrate, slot, writeTogether } from '@pa/engines/insights';
import { type AuditHead, verifyAudit } from '@pa/llm-core';
import { type LoopbackReply, startLoopbackServer } from '@pa/llm-core/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSettings } from '../settings/read-settings.ts';
import { createAnswerCache } from './answer-cache.ts';
import { createInsightWriter } from './insight-writer.ts';

const now = () => Date.UTC(2026, 10, 23, 12);
const subject = {
  promptType: 'market_summary',
  facts: [countFact('market.sales', { value: 1234, noun: 'sale', n: 1234, formula: 'finished sales' })],
  template: `The market shows ${slot('market.sales', 'noun')}.`,
  templateVersion: 'test-1',
  synthetic: false,
} as const;

const folder = mkdtempSync(join(tmpdir(), 'pa-writer-'));
let database: DatabaseDriver;
beforeAll(async () => {
  database = await createDatabase({ memory: true });
  await migrate(database);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const message = (text: string): LoopbackReply => ({
  kind: 'json',
  body: {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-5-5',
    content: [{ type: 'text', text }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 1000, output_tokens: 100 },
  },
});
const overloaded: LoopbackReply = {
  kind: 'json',
  status: 529,
  headers: { 'retry-after-ms': '1' },
  body: { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
};

it('has no writer without a key', async () => {
  const settings = readSettings({ environment: {}, folder: '/nowhere' });
  const stores = createStores(database);
  const { cache } = createAnswerCache({ settings, stores, now });
  expect(createInsightWriter(stores, { now, settings, cache }).writer).toBeUndefined();
});

it('writes with the configured model over a real socket, books every attempt, and keeps what was proved', async () => {
  const said = `So far there are ${slot('market.sales', 'noun')} to learn from.`;
  await using server = await startLoopbackServer([overloaded, message(said)]);
  const settings = readSettings({
    environment: { ANTHROPIC_API_KEY: 'test', ANTHROPIC_BASE_URL: server.url, PA_DATA_DIR: folder },
    folder: '/nowhere',
  });
  const stores = createStores(database);
  const answers = createAnswerCache({ settings, stores, now });
  const { writer } = createInsightWriter(stores, { now, settings, cache: answers.cache });
  if (writer === undefined) throw new TypeError('no writer');

  const first = await narrate({ ...subject, writer });
  expect(first).toMatchObject({
    text: 'So far there are 1,234 sales to learn from.',
    servedModel: 'claude-sonnet-5-5',
    costNanoUsd: 3_000_000n,
    aiGenerated: true,
  });
  const costs = await stores.calls.costs({ from: 0, to: now() + 1, by: 'feature' });
  expect(costs).toEqual([
    {
      key: 'market_summary',
      callCount: 2,
      failedCallCount: 1,
      unpricedCallCount: 0,
      tokenCount: 1100,
      costNanoUsd: 3_000_000n,
    },
  ]);

  // Each attempt is in the audit, and what was sealed is what was said.
  const key = readFileSync(join(folder, 'audit-key'), 'utf8').trim();
  const head = JSON.parse(readFileSync(join(folder, 'audit-head.json'), 'utf8')) as AuditHead;
  expect(await verifyAudit(stores.audit, { key, head })).toMatchObject({ isWhole: true, entryCount: 2 });
  const outcomes: unknown[] = [];
  for await (const { outcome, errorCode, costNanoUsd } of stores.audit.read())
    outcomes.push([outcome, errorCode, costNanoUsd]);
  expect(outcomes).toEqual([
    ['failed', 'overload', null],
    ['answered', null, '3000000'],
  ]);

  // Another process with the same database finds the text and asks nobody.
  const other = createAnswerCache({ settings, stores: createStores(database), now });
  const again = createInsightWriter(createStores(database), { now, settings, cache: other.cache });
  expect(again.writer && (await narrate({ ...subject, writer: again.writer }))).toEqual({ ...first, costNanoUsd: 0n });
  expect(server.requests).toHaveLength(2);

  await Promise.all([answers.close(), other.close()]);
  const saved = await stores.savings.totals({ from: 0, to: now() + 1, by: 'feature' });
  expect(saved).toEqual([
    { key: 'market_summary', lineCount: 1, savedNanoUsd: 3_000_000n, estimatedNanoUsd: 3_000_000n },
  ]);
  const day = '2026-11-23';
  expect(await stores.cacheStats.totals({ fromDay: day, toDay: day, by: 'class' })).toMatchObject([
    { key: 'summary', hits: 1, misses: 1, savedNanoUsd: 3_000_000n },
  ]);
});

it('writes several texts in one request over a real socket, and books it once', async () => {
  const facts = (value: number) => [
    countFact('market.offers', { value, noun: 'offer', n: value, formula: 'offers that run' }),
  ];
  const said = `There are ${slot('market.offers', 'noun')} to choose from.`;
  const answer = { texts: [2, 1].map((place) => ({ id: `text-${place}`, text: said })) };
  await using server = await startLoopbackServer([message(JSON.stringify(answer))]);
  const settings = readSettings({
    environment: { ANTHROPIC_API_KEY: 'test', ANTHROPIC_BASE_URL: server.url, PA_DATA_DIR: folder },
    folder: '/nowhere',
  });
  const stores = createStores(database);
  const answers = createAnswerCache({ settings, stores, now });
  const { writer, batchWriter } = createInsightWriter(stores, { now, settings, cache: answers.cache });
  if (writer === undefined || batchWriter === undefined) throw new TypeError('no writer');

  const written = await writeTogether(
    [11, 22].map(
      (value) => (joined: typeof writer) =>
        narrate({ ...subject, promptType: 'segment_report', facts: facts(value), template: said, writer: joined }),
    ),
    { writer, batchWriter },
  );
  expect(written.map(({ text }) => text)).toEqual([
    'There are 11 offers to choose from.',
    'There are 22 offers to choose from.',
  ]);
  expect(written.map(({ costNanoUsd }) => costNanoUsd)).toEqual([1_500_000n, 1_500_000n]);
  expect(server.requests).toHaveLength(1);
  const costs = await stores.calls.costs({ from: 0, to: now() + 1, by: 'feature' });
  expect(costs.find(({ key }) => key === 'segment_report')).toMatchObject({ callCount: 1, costNanoUsd: 3_000_000n });
  await answers.close();
});
