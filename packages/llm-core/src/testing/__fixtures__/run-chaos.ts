import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLlmError, type LlmError } from '../../errors.ts';
import { type GuardOptions, guardModel } from '../../guard-model.ts';
import type { LanguageModel } from '../../language-model.ts';
import { startLoopbackProcess } from '../loopback-process.ts';
import { type ChaosRequest, chaosModels, currentRequest } from './chaos-clients.ts';
import { type ChaosFault, faultOf } from './chaos-schedule.ts';

const TEXT = 'Prices of the 911 held in the last three months, and no car was sold below its estimate.';
const RETRY_AFTER_SECONDS = 1;
/** How long a promise may outlast its deadline before it counts as hanging. */
const GRACE_MS = 2000;

export interface ChaosOptions {
  readonly seed: number;
  readonly requestCount: number;
  readonly concurrency: number;
  /** Share of the calls that fail. */
  readonly share: number;
  readonly kinds: readonly ChaosFault[];
  readonly mode: 'mixed' | 'streams';
  readonly deadlineMs: number;
  readonly guard: Omit<GuardOptions, 'retry'>;
}

/** What became of one request. */
export interface ChaosOutcome extends ChaosRequest {
  readonly said: string;
  readonly isAnswered: boolean;
  readonly isHanging: boolean;
  readonly errors: readonly LlmError[];
  readonly durationMs: number;
}

export interface ChaosReport {
  readonly outcomes: readonly ChaosOutcome[];
  readonly durationMs: number;
  /** Timers and sockets that are still there once idle connections had the time to close. */
  readonly leaked: readonly string[];
  /** Listeners left on the one signal that all requests shared. */
  readonly leakedListeners: number;
  readonly unhandledRejections: number;
}

export const chaosText = TEXT;

/** Sends requests through a guarded chain of two providers that fail on cue, over real sockets and the vendors' clients. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  let unhandledRejections = 0;
  const onUnhandled = () => (unhandledRejections += 1);
  process.on('unhandledRejection', onUnhandled);
  const plan = { answer: { text: TEXT }, retryAfterSeconds: RETRY_AFTER_SECONDS };
  await using first = await startLoopbackProcess(plan);
  await using second = await startLoopbackProcess(plan);
  const before = activeResources();
  const models = await chaosModels([first.url, second.url], ({ request, provider }) =>
    faultOf({ ...options, call: [request.id, provider, request.calls.length] }),
  );
  const model = guardModel(models, { retry: { random: Math.random }, ...options.guard });
  const shared = new AbortController();
  const startedAt = performance.now();
  const outcomes: ChaosOutcome[] = [];
  let nextId = 0;
  const worker = async () => {
    while (nextId < options.requestCount) outcomes.push(await ask(model, nextId++, { ...options, shared }));
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  const durationMs = performance.now() - startedAt;
  const leaked = await leftOver(before);
  process.off('unhandledRejection', onUnhandled);
  return {
    outcomes,
    durationMs,
    leaked,
    leakedListeners: getEventListeners(shared.signal, 'abort').length,
    unhandledRejections,
  };
}

async function ask(
  model: LanguageModel,
  id: number,
  options: ChaosOptions & { readonly shared: AbortController },
): Promise<ChaosOutcome> {
  const request: ChaosRequest = { id, calls: [] };
  const startedAt = performance.now();
  const asked = {
    messages: [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'How are prices?' }] }],
    deadlineAt: Date.now() + options.deadlineMs,
    signal: options.shared.signal,
  };
  let said = '';
  const errors: LlmError[] = [];
  const answer = currentRequest.run(request, async () => {
    try {
      if (options.mode === 'mixed' && id % 2 === 0) {
        said = (await model.generate(asked)).text;
        return true;
      }
      let finishes = 0;
      for await (const event of model.stream(asked)) {
        if (event.type === 'text-delta') said += event.text;
        if (event.type === 'finish') finishes += 1;
      }
      return finishes === 1;
    } catch (error) {
      if (!isLlmError(error)) throw error;
      errors.push(error);
      return false;
    }
  });
  const watch = new AbortController();
  const hanging = sleep(options.deadlineMs + GRACE_MS, 'hanging' as const, { signal: watch.signal });
  const result = await Promise.race([answer, hanging.catch(() => false)]);
  watch.abort();
  return {
    ...request,
    said,
    errors,
    isAnswered: result === true && said === TEXT,
    isHanging: result === 'hanging',
    durationMs: performance.now() - startedAt,
  };
}

function activeResources(): readonly string[] {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'TCPSocketWrap');
}

/** Idle connections close after some seconds: what is there afterwards does not go away by itself. */
async function leftOver(before: readonly string[]): Promise<readonly string[]> {
  for (let waits = 0; waits < 100; waits++) {
    // The wait itself is a timer.
    await sleep(100);
    if (activeResources().length <= before.length) return [];
  }
  return activeResources().slice(before.length);
}
