import { isLlmError, type LlmErrorCode } from '../errors.ts';
import type { LanguageModel } from '../language-model.ts';
import { replayableCall } from './replayable-call.ts';
import { replayableStream } from './replayable-stream.ts';

export interface WeightedModel {
  readonly model: LanguageModel;
  /** Its share of the calls, against the sum of all weights. Default 1. */
  readonly weight?: number;
}

export interface LoadBalancingOptions {
  /** In [0, 1). */
  readonly random: () => number;
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number;
  /** How long a target that failed is spared, unless the provider asked for longer. Default 5,000. */
  readonly coolDownMs?: number;
}

/** Failures of one key or deployment, which another one of the same model need not share. */
const ofTheTarget: ReadonlySet<LlmErrorCode> = new Set([
  'auth',
  'quota',
  'overload',
  'network',
  'timeout',
  'not-found',
  'rate-limited',
  'breaker-open',
]);

/**
 * Spreads calls over several keys or deployments of one model by weight. A target that fails by its own fault is spared for a
 * while, and the call goes to another; when all are spared, the one whose time is up first is asked all the same. A stream
 * moves only before its first content.
 */
export function withLoadBalancing(
  targets: readonly [WeightedModel, ...WeightedModel[]],
  options: LoadBalancingOptions,
): LanguageModel {
  const { random, now = Date.now, coolDownMs = 5000 } = options;
  const sparedUntil = new Map<WeightedModel, number>();
  const [first] = targets;

  const pick = (tried: ReadonlySet<WeightedModel>): WeightedModel => {
    const untried = targets.filter((target) => !tried.has(target));
    const at = now();
    const ready = untried.filter((target) => (sparedUntil.get(target) ?? 0) <= at);
    if (ready.length === 0)
      return untried.reduce((best, target) =>
        (sparedUntil.get(target) ?? 0) < (sparedUntil.get(best) ?? 0) ? target : best,
      );
    let point = random() * ready.reduce((sum, target) => sum + (target.weight ?? 1), 0);
    return ready.find((target) => (point -= target.weight ?? 1) < 0) ?? (ready.at(-1) as WeightedModel);
  };

  const startCall = () => {
    const tried = new Set<WeightedModel>();
    let current = first;
    return {
      choose(): LanguageModel {
        current = pick(tried);
        tried.add(current);
        return current.model;
      },
      next(error: unknown): Promise<boolean> {
        if (!isLlmError(error) || !ofTheTarget.has(error.code)) return Promise.resolve(false);
        sparedUntil.set(current, now() + Math.max(coolDownMs, error.retryAfterMs ?? 0));
        return Promise.resolve(tried.size < targets.length);
      },
    };
  };

  return {
    provider: first.model.provider,
    modelId: first.model.modelId,
    generate(request) {
      const call = startCall();
      return replayableCall({ call: () => call.choose().generate(request), next: call.next });
    },
    stream(request) {
      const call = startCall();
      return replayableStream({ open: () => call.choose().stream(request), next: call.next });
    },
  };
}
