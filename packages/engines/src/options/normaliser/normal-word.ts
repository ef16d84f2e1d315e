const SPELLINGS: Readonly<Record<string, string>> = {
  carbonfiber: 'carbon fiber',
  carbonfibre: 'carbon fiber',
  fibre: 'fiber',
  colour: 'color',
  coloured: 'colored',
  colours: 'color',
  centre: 'center',
  centrelock: 'centerlock',
  aluminium: 'aluminum',
  alu: 'aluminum',
  grey: 'gray',
  callipers: 'caliper',
  calliper: 'caliper',
  tyre: 'tire',
  litre: 'liter',
  iis: 'ii',
  tailights: 'taillight',
  moulding: 'molding',
  levelling: 'leveling',
  brakes: 'brake',
  breaks: 'brake',
  sports: 'sport',
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twelve: '12',
  fourteen: '14',
  eighteen: '18',
  incl: 'including',
  inc: 'including',
  optn: 'option',
  opt: 'option',
  opts: 'option',
  axel: 'axle',
  spd: 'speed',
  htd: 'heated',
  weel: 'wheel',
  whell: 'wheel',
  heatd: 'heated',
  leathr: 'leather',
  vented: 'ventilated',
  susp: 'suspension',
  und: 'and',
  whl: 'wheel',
  clr: 'color',
  navi: 'nav',
  tranny: 'transmission',
  trans: 'transmission',
  w: 'with',
  crono: 'chrono',
  n: 'and',
  wo: 'without',
  isnt: 'not',
  wasnt: 'not',
  arent: 'not',
};

/** Words that end in s and are no plurals. */
const NO_PLURALS = new Set(
  'access as abs bbs ceramics classics leds mags bis blis bonus bus chassis ess fals focus fuchs glass gps gts has is its keyless lacks lens less lwbs manuals minus plus pps previous pts pvts ras rs rws sans series stainless status this us various was wireless wls 4ws'.split(
    ' ',
  ),
);

/**
 * The form of one word in which rules compare it: American spelling, singular, small numbers in digits, no accents; two words where a text writes them as one. Phrases of
 * the catalogue and texts go through it alike. Never empty.
 */
export function normalWord(written: string): string {
  const word = withoutAccents(written);
  const spelt = Object.hasOwn(SPELLINGS, word) ? (SPELLINGS[word] ?? word) : word;
  if (spelt.length < 4 || !spelt.endsWith('s') || spelt.endsWith('ss') || NO_PLURALS.has(spelt)) return spelt;
  const singular = spelt.endsWith('ies') && spelt.length > 4 ? `${spelt.slice(0, -3)}y` : spelt.slice(0, -1);
  return Object.hasOwn(SPELLINGS, singular) ? (SPELLINGS[singular] ?? singular) : singular;
}

/** Letters with marks as people write them where their keyboard has none: "ü" as "u", "ß" as "ss". */
function withoutAccents(word: string): string {
  if (!/[^a-z0-9]/.test(word)) return word;
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}
