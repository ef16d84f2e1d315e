import type { EngineStores } from '../../market/engine-stores.ts';

const WRITES = new Set([
  'upsert',
  'save',
  'saveOptions',
  'replaceFound',
  'record',
  'settle',
  'resolve',
  'completeStep',
  'append',
  'notify',
]);

/** What the stores do when the process is said to have died. */
export class StoppedError extends Error {}

/**
 * The same stores in a process that dies at its n-th write, counted from 0: before the write reaches the store, or after
 * it did and before its caller hears of it.
 */
export function stopAfterWrites(
  stores: EngineStores,
  options: { readonly writes: number; readonly reaches: 'before' | 'after' },
): { readonly stores: EngineStores; readonly writeCount: () => number } {
  let count = 0;
  const wrap = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        if (typeof name !== 'string' || !WRITES.has(name)) return member.bind(target);
        return async (...parameters: unknown[]) => {
          const stops = count === options.writes;
          count += 1;
          if (stops && options.reaches === 'before') throw new StoppedError(`stopped before ${name}`);
          const result: unknown = await member.apply(target, parameters);
          if (stops) throw new StoppedError(`stopped after ${name}`);
          return result;
        };
      },
    });
  const wrapped = Object.fromEntries(Object.entries(stores).map(([name, store]) => [name, wrap(store)]));
  return { stores: wrapped as unknown as EngineStores, writeCount: () => count };
}
