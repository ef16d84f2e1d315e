import type { FaultKind } from '../loopback/fault-reply.ts';

/** A fault of the chaos run: those of the server, and a connection that is refused. */
export type ChaosFault = FaultKind | 'refused';

/** The eight ways to fail that all strike before the first content. */
export const earlyFaults: readonly ChaosFault[] = [
  'refused',
  'rate-limited',
  'server-error',
  'overloaded',
  'silence',
  'malformed-body',
  'in-band-error',
  'early-cut',
];

/** The ways to fail after it. */
export const lateFaults: readonly ChaosFault[] = ['late-cut', 'late-error', 'late-silence', 'malformed-event'];

/**
 * What goes wrong with a call, by nothing but its numbers: the same seed gives every call the same fate, whatever the order
 * in which calls happen to run.
 */
export function faultOf(options: {
  readonly seed: number;
  readonly share: number;
  readonly kinds: readonly ChaosFault[];
  readonly call: readonly number[];
}): ChaosFault | undefined {
  const { seed, share, kinds, call } = options;
  const point = uniform([seed, ...call]);
  return point < share ? kinds[Math.floor((point / share) * kinds.length)] : undefined;
}

/** A number in [0, 1) by a hash of integers (the finalizer of MurmurHash3, Appleby 2011). */
function uniform(numbers: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return (hash >>> 0) / 2 ** 32;
}
