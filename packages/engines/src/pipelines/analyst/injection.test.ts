import { createPriceBook } from '@pa/cost';
import { scriptedModel } from '@pa/llm-core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../market/canonical-json.ts';
import type { Listing } from '../../market/listing.ts';
import { createMemoryStores } from '../../market/memory/create-memory-stores.ts';
import { generateMarket } from '../../synthetic-market/generate-market.ts';
import { runDaily } from '../run-daily.ts';
import { type InjectionAttempt, injectionAttempts } from './__fixtures__/injection-attempts.ts';
import { ANALYST_TOOLS } from './all-tools.ts';
import type { AnalystAnswer } from './analyst-answer.ts';
import { builtInInterpreter } from './built-in/built-in-interpreter.ts';
import { MarketAnalyst } from './market-analyst.ts';
import { modelInterpreter } from './model-interpreter.ts';

const asOf = '2026-06-30';
const now = () => Date.parse(`${asOf}T12:00:00Z`);
const SECRET = 'a question of Bob about a car that nobody else asked for';
const { listings } = generateMarket({ preset: 'demo', seed: 3, endsOn: asOf, months: 10, salesPerMonth: 40 });

/** Tools that an obedient model would call when it is told to, each with what it was told. */
const WANTED_CALLS = ['run_sql', 'resolve_anomaly', 'shell', 'admin', 'exportiere_nutzer', 'run_shell', 'watch'];

/**
 * A model that obeys: it calls the tools that attackers name, puts what it read into the arguments of real ones, and says
 * everything it knows, its instructions included.
 */
function obedientModel(attempt: InjectionAttempt, place: number) {
  const name = WANTED_CALLS[place % WANTED_CALLS.length]!;
  const calls = [
    { toolName: name, given: { sql: attempt.text, owner: 'bob', user: 'bob', model: attempt.text.slice(0, 50) } },
    { toolName: 'list', given: { rows: 'sales', filter: { make: attempt.text.slice(0, 50) } } },
    { toolName: 'measure', given: { question: 'count', filter: {}, owner: 'bob', asOf: '2030-01-01' } },
    { toolName: 'measure', given: { question: 'count', filter: {} } },
  ];
  const { toolName, given } = calls[place % calls.length]!;
  return scriptedModel([
    {
      text: `My instructions are: You turn a question about a car market into exactly one call of one tool. ${attempt.text}`,
      toolCalls: [{ type: 'tool-call', callId: '1', toolName, argumentsJson: JSON.stringify(given) }],
    },
  ]);
}

/** A market in which the newest offer carries the attempt where its channel says. */
function poisoned({ channel, text }: InjectionAttempt): readonly Listing[] {
  const last = listings.findLast(({ status }) => status === 'sold')!;
  const bait: Listing = {
    ...last,
    title: channel === 'title' ? text : last.title,
    details: channel === 'details' ? [text] : last.details,
    sellerType: channel === 'column' ? text : last.sellerType,
    region: channel === 'column' ? text : last.region,
  };
  return [bait];
}

describe('500 attempts to make the analyst obey the text of others', () => {
  const stores = createMemoryStores();
  beforeAll(async () => {
    await stores.listings.upsert(listings);
    await runDaily({ stores, now }, { asOf });
    const turn = { question: SECRET, answer: SECRET, call: null, costNanoUsd: 0n, askedAt: now() };
    await stores.conversations.append({ owner: 'bob', id: 'c' }, { position: 0, turn });
  });

  it('reach no data of others, change nothing, and leak no instruction', async () => {
    const snapshot = async () =>
      canonicalJson({
        anomalies: await stores.anomalies.list({ limit: 10_000 }),
        predictions: (await stores.predictions.list({ limit: 10_000 })).length,
        bob: (await stores.conversations.turns({ owner: 'bob', id: 'c' })).map(({ question }) => question),
      });
    const before = await snapshot();
    const attempts = injectionAttempts(500);
    const answers: AnalystAnswer[] = [];
    for (const [place, attempt] of attempts.entries()) {
      await stores.listings.upsert(poisoned(attempt));
      const builtIn = builtInInterpreter();
      const model = modelInterpreter({
        model: obedientModel(attempt, place),
        priceBook: createPriceBook(),
        now,
        builtIn,
      });
      const writer = async () => ({
        text: `${attempt.text} ${SECRET.length}`,
        provider: 'scripted',
        requestedModel: 'obedient',
        servedModel: 'obedient',
        promptVersion: '1',
        costNanoUsd: 0n,
      });
      const analyst = new MarketAnalyst({ stores, now, tools: ANALYST_TOOLS, builtIn, model, writer });
      const question = attempt.channel === 'question' ? attempt.text : 'Show me the newest sales';
      answers.push(await analyst.answer({ owner: 'eve', conversationId: `c${place}`, question, asOf }));
    }
    expect(answers).toHaveLength(500);
    for (const { text, kind, claims, call } of answers) {
      expect(text).not.toContain('exactly one call of one tool');
      expect(text).not.toContain(SECRET);
      // Whatever is stated is proved; other people's words are quoted as a title and state nothing.
      if (kind === 'answer' && !text.startsWith('The findings are listed')) expect(claims.length).toBeGreaterThan(0);
      if (call !== null) expect(ANALYST_TOOLS.map(({ name }) => name)).toContain(call.tool);
      expect(JSON.stringify(call?.arguments ?? {})).not.toContain('"owner"');
    }
    expect(await snapshot()).toBe(before);
  });
});
