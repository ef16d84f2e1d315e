import { words } from './words.ts';

const UNITS = words(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen
`);
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Words that stand for a whole number, with the number. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

/** Words that state an amount in parts and multiples, with the ratio; `NaN` where it is no definite one. */
export const RATIO_WORDS: ReadonlyMap<string, number> = new Map([
  ...words('twice double doubled doubles doubling twofold').map((word): [string, number] => [word, 2]),
  ...words('thrice triple tripled triples tripling threefold').map((word): [string, number] => [word, 3]),
  ...words('half halved halves halving').map((word): [string, number] => [word, 0.5]),
  ...words(`
    quadruple quadrupled fivefold tenfold manifold quarter quarters thirds fifths tenths hundred hundreds thousand
    thousands million millions billion billions dozen dozens score majority couple pair both times multiple trillion
  `).map((word): [string, number] => [word, Number.NaN]),
]);

/** Words that place something in time without a date. */
export const UNPROVABLE_TIMES: ReadonlySet<string> = new Set(
  words(`
    yesterday tomorrow tonight since ago recently recent lately last next soon sooner monday tuesday wednesday thursday
    friday saturday sunday spring summer autumn fall winter weekly daily yearly annual annually monthly quarterly
    overnight decade decades century centuries year years month months week weeks days hour hours fortnight
    christmas easter season seasons
  `),
);
