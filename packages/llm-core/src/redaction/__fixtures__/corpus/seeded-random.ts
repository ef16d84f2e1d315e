/** Random numbers in [0, 1) that a seed decides (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Half = 'tuned' | 'locked';

/** One half of a list: a seed decides which entry goes where, and no entry is in both. */
export function halfOf<T>(list: readonly T[], options: { readonly half: Half; readonly seed: number }): readonly T[] {
  const random = seededRandom(options.seed);
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  const middle = Math.ceil(list.length / 2);
  return options.half === 'tuned' ? shuffled.slice(0, middle) : shuffled.slice(middle);
}
