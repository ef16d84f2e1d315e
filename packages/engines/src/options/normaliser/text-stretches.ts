import type { OptionToken } from './option-token.ts';

const LONGEST_STRETCH = 160;
/** A stretch is cut at a break behind this many words, where there is one. */
const SHORTEST_STRETCH = 80;

/**
 * The words of a text in stretches that are read one by one, so that the time it takes grows with the length of the text and
 * not faster. Cut at the last full stop, else the last comma, that leaves a long enough stretch.
 */
export function stretchesOf(tokens: readonly OptionToken[]): readonly (readonly OptionToken[])[] {
  const stretches: (readonly OptionToken[])[] = [];
  let start = 0;
  while (tokens.length - start > LONGEST_STRETCH) {
    const cut = lastBreak(tokens, start, 'hard') ?? lastBreak(tokens, start, 'soft') ?? start + LONGEST_STRETCH;
    stretches.push(tokens.slice(start, cut));
    start = cut;
  }
  stretches.push(tokens.slice(start));
  return stretches;
}

function lastBreak(tokens: readonly OptionToken[], start: number, kind: 'hard' | 'soft'): number | null {
  for (let place = start + LONGEST_STRETCH; place > start + SHORTEST_STRETCH; place--) {
    if (tokens[place]?.breakBefore === kind) return place;
  }
  return null;
}
