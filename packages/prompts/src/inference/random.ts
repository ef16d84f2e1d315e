/** Numbers in [0, 1) that look random and are the same for the same seed (splitmix32 over a scrambled seed). */
export function seededRandom(seed: number): () => number {
  // Avoids the zero state, and keeps neighbouring seeds apart (the finaliser of MurmurHash3).
  let state = seed | 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  state = state ^ (state >>> 16) || 0x9e3779b9;
  let counter = state;
  // splitmix32: every state is reached once, so that no seed has a short cycle.
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = counter ^ (counter >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 4_294_967_296;
  };
}
