/** A stream of pseudo-random numbers that is the same for the same seed on every machine. */
export interface Random {
  /** In [0, 1). */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Student t with the given degrees of freedom (a positive whole number), not rescaled: its variance is nu / (nu - 2). */
  studentT(degreesOfFreedom: number): number;
  /** A whole number in [0, size). */
  integer(size: number): number;
  /** One of the items with equal probability, or with the given non-negative weights. The list must not be empty. */
  choice<Item>(items: readonly Item[], weights?: readonly number[]): Item;
  /** A new array in random order (Fisher-Yates). */
  shuffle<Item>(items: readonly Item[]): Item[];
}

/** Makes a random stream (sfc32 seeded through splitmix32) from any finite number. */
export function createRandom(seed: number): Random {
  const next = sfc32(seed);

  const uniform = (): number => (next() * 2097152 + (next() >>> 11)) / 9007199254740992;

  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    // Box-Muller; 1 - u keeps the logarithm away from zero.
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };

  const studentT = (degreesOfFreedom: number): number => {
    const numerator = normal();
    let chiSquare = 0;
    for (let i = 0; i < degreesOfFreedom; i++) chiSquare += normal() ** 2;
    return numerator / Math.sqrt(chiSquare / degreesOfFreedom);
  };

  const integer = (size: number): number => Math.floor(uniform() * size);

  const choice = <Item>(items: readonly Item[], weights?: readonly number[]): Item => {
    if (weights === undefined) return items[integer(items.length)]!;
    let total = 0;
    for (const weight of weights) total += weight;
    let remaining = uniform() * total;
    for (let i = 0; i < items.length - 1; i++) {
      remaining -= weights[i] ?? 0;
      if (remaining < 0) return items[i]!;
    }
    return items[items.length - 1]!;
  };

  const shuffle = <Item>(items: readonly Item[]): Item[] => {
    const shuffled = [...items];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = integer(i + 1);
      const kept = shuffled[i]!;
      shuffled[i] = shuffled[j]!;
      shuffled[j] = kept;
    }
    return shuffled;
  };

  return { uniform, normal, studentT, integer, choice, shuffle };
}

function sfc32(seed: number): () => number {
  const low = Math.floor(Math.abs(seed)) >>> 0;
  const high = Math.floor(Math.abs(seed) / 4294967296) >>> 0;
  let state = (low ^ Math.imul(high, 0x9e3779b1) ^ (seed < 0 ? 0x5bd1e995 : 0)) >>> 0;
  const splitmix32 = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  let a = splitmix32();
  let b = splitmix32();
  let c = splitmix32();
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}
