import type { Attempt } from '../attempt.ts';
import { copyError } from '../copy-error.ts';
import { isLlmError } from '../errors.ts';
import type { GenerateResult, Warning } from '../language-model.ts';
import { createUsage, type Usage } from '../usage.ts';

/**
 * Adds usages part by part. A part that nobody knows stays `undefined`, which is not 0; one that only some know is what
 * those said, so that the sum is a lower bound.
 */
export function sumUsage(usages: readonly Usage[]): Usage | undefined {
  const [first, ...others] = usages;
  if (first === undefined || others.length === 0) return first;
  const sum = (part: (usage: Usage) => number | undefined): number | undefined =>
    usages.map(part).reduce((total, count) => (count === undefined ? total : (total ?? 0) + count), undefined);
  const lifetimes = [...new Set(usages.flatMap(({ input }) => Object.keys(input.cacheWrite ?? {})))];
  const knowsWrites = usages.some(({ input }) => input.cacheWrite !== undefined);
  const written = (lifetime: string) => sum(({ input }) => input.cacheWrite?.[lifetime]) ?? 0;
  return createUsage({
    input: {
      uncached: sum(({ input }) => input.uncached),
      cacheRead: sum(({ input }) => input.cacheRead),
      cacheWrite: knowsWrites
        ? Object.fromEntries(lifetimes.map((lifetime) => [lifetime, written(lifetime)]))
        : undefined,
    },
    output: { text: sum(({ output }) => output.text), reasoning: sum(({ output }) => output.reasoning) },
    source: sourceOf(usages),
    ...shared(usages, 'serviceTier'),
    ...shared(usages, 'region'),
  });
}

/** What holds for all of them. */
function shared<Name extends 'serviceTier' | 'region'>(
  usages: readonly Usage[],
  name: Name,
): Pick<Usage, Name> | object {
  const value = usages[0]?.[name];
  return value !== undefined && usages.every((usage) => usage[name] === value) ? { [name]: value } : {};
}

/** As good as its worst part; `cache` only where nothing was asked of a provider. */
function sourceOf(usages: readonly Usage[]): Usage['source'] {
  if (usages.some(({ source }) => source === 'estimated')) return 'estimated';
  return usages.every(({ source }) => source === 'cache') ? 'cache' : 'reported';
}

/** What all attempts of a call used, failed ones included. */
export function usageOfAttempts(attempts: readonly Attempt[]): Usage | undefined {
  return sumUsage(attempts.map(({ usage }) => usage).filter((usage) => usage !== undefined));
}

/** What the answers of one call came to: the attempts, warnings and usage of all of them. */
export function totalOf(results: readonly [GenerateResult, ...GenerateResult[]]): {
  readonly usage: Usage;
  readonly attempts: readonly Attempt[];
  readonly warnings: readonly Warning[];
} {
  const usages = results.map((result) => usageOfAttempts(result.attempts) ?? result.usage);
  const warnings = new Map(
    results.flatMap((result) => result.warnings).map((warning) => [JSON.stringify(warning), warning]),
  );
  return {
    usage: sumUsage(usages) ?? results[0].usage,
    attempts: results.flatMap((result) => result.attempts),
    warnings: [...warnings.values()],
  };
}

/** An error that ends a call of several answers, with what came before it. */
export function withEarlierResults(error: unknown, earlier: readonly GenerateResult[]): unknown {
  const [first, ...others] = earlier;
  if (first === undefined || !isLlmError(error)) return error;
  const before = totalOf([first, ...others]);
  const last = usageOfAttempts(error.attempts) ?? error.usage;
  const usage = last === undefined ? before.usage : sumUsage([before.usage, last]);
  return copyError(error, {
    attempts: [...before.attempts, ...error.attempts],
    ...(usage === undefined ? {} : { usage }),
  });
}
