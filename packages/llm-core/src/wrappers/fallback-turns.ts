import type { LlmError } from '../errors.ts';
import type { GenerateRequest, LanguageModel } from '../language-model.ts';
import { anotherMayAnswer } from './another-may-answer.ts';
import { sleep } from './deadline.ts';

export interface FallbackOptions {
  /**
   * How often the chain is gone through. In a later round only models are asked whose failure may have passed, each when the
   * wait that it asked for is over. Default 1.
   */
  readonly rounds?: number;
  /** The longest that a call waits between rounds, in all. Default 20,000. */
  readonly maximumWaitMs?: number;
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
}

interface Turn {
  readonly model: LanguageModel;
  /** How often it was its turn, and how often of these it was asked and not refused here. */
  turns: number;
  asked: number;
  /** When it may be asked again; `undefined` where that would not help. */
  readyAt: number | undefined;
}

/** Whose turn it is to answer one call. */
export class FallbackTurns {
  readonly #turns: readonly Turn[];
  readonly #request: GenerateRequest;
  readonly #options: Required<FallbackOptions>;
  #current: Turn;
  #waitedMs = 0;

  constructor(
    models: readonly [LanguageModel, ...LanguageModel[]],
    options: { readonly request: GenerateRequest } & FallbackOptions,
  ) {
    const { request, rounds = 1, maximumWaitMs = 20_000, now = Date.now } = options;
    const turn = (model: LanguageModel): Turn => ({ model, turns: 0, asked: 0, readyAt: 0 });
    const [first, ...others] = models;
    this.#current = turn(first);
    this.#turns = [this.#current, ...others.map(turn)];
    this.#request = request;
    this.#options = { rounds, maximumWaitMs, now };
  }

  /** The model to ask now, and the request with its share of the time: one that is silent leaves the others theirs. */
  take(): { readonly model: LanguageModel; readonly request: GenerateRequest } {
    this.#current.turns += 1;
    this.#current.asked += 1;
    return { model: this.#current.model, request: this.#withShare(this.#request) };
  }

  /** Whether there is another turn after a failure. Waits for it where it must. */
  async next(error: unknown): Promise<boolean> {
    const { rounds, maximumWaitMs, now } = this.#options;
    if (!anotherMayAnswer(error)) return false;
    this.#current.readyAt = mayPass(error) ? now() + (error.retryAfterMs ?? 0) : undefined;
    // Who was refused here has not been asked.
    if (isRefusalOfOurs(error)) this.#current.asked -= 1;
    const [next] = this.#turns
      .filter((turn) => turn.readyAt !== undefined && turn.asked < rounds)
      .toSorted((a, b) => a.turns - b.turns || (a.readyAt ?? 0) - (b.readyAt ?? 0));
    if (next === undefined) return false;
    const waitMs = Math.max(0, (next.readyAt ?? 0) - now());
    const { deadlineAt = Number.POSITIVE_INFINITY, signal } = this.#request;
    if (this.#waitedMs + waitMs > maximumWaitMs || now() + waitMs >= deadlineAt) return false;
    if (waitMs > 0) await sleep(waitMs, { signal });
    this.#waitedMs += waitMs;
    this.#current = next;
    return true;
  }

  /** Nobody's share is smaller than an equal part of what is left, and the last one has all of it. */
  #withShare(request: GenerateRequest): GenerateRequest {
    const { deadlineAt, firstContentBy } = request;
    const waiting = this.#turns.filter((turn) => turn.turns === 0).length;
    if (waiting === 0 || (deadlineAt === undefined && firstContentBy === undefined)) return request;
    const at = this.#options.now();
    const share = (end: number) => at + (end - at) / (waiting + 1);
    return {
      ...request,
      ...(deadlineAt === undefined ? {} : { deadlineAt: share(deadlineAt) }),
      ...(firstContentBy === undefined ? {} : { firstContentBy: share(firstContentBy) }),
    };
  }
}

function mayPass(error: LlmError): boolean {
  return error.isRetryable || isRefusalOfOurs(error);
}

/** Refused before anything was sent, and not for good. */
function isRefusalOfOurs({ code }: LlmError): boolean {
  return code === 'breaker-open' || code === 'rate-limited';
}
