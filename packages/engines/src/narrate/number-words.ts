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

/** Words that state an amount which no single fact can prove: scales, fractions, multiples and ranks. */
export const UNPROVABLE_AMOUNTS: ReadonlySet<string> = new Set(
  words(`
  hundred hundreds thousand thousands million millions billion billions dozen dozens half halved quarter
  quarters thirds double doubled triple tripled twice thrice first second third fourth fifth sixth seventh
  eighth ninth tenth twofold threefold tenfold majority couple pair both highest lowest largest smallest
  biggest strongest weakest best worst most least fastest slowest cheapest dearest priciest top bottom record
  leading unprecedented
`),
);

/** Words that place something in time without a date. */
export const UNPROVABLE_TIMES: ReadonlySet<string> = new Set(
  words(`
  yesterday today tomorrow tonight since ago recently lately last next soon monday tuesday wednesday thursday
  friday saturday sunday spring summer autumn winter weekly daily yearly annual annually always never
`),
);
