/** Words whose spelling follows no rule. */
const SPELLINGS: Readonly<Record<string, string>> = {
  xdrive: 'xDrive',
  sdrive: 'sDrive',
  edrive: 'eDrive',
  gti: 'GTI',
  gtd: 'GTD',
  tdi: 'TDI',
  amg: 'AMG',
  zhp: 'ZHP',
  gtb: 'GTB',
  gts: 'GTS',
  gtsi: 'GTSi',
  gtbi: 'GTBi',
  gtc: 'GTC',
  gto: 'GTO',
  gte: 'GTE',
  gta: 'GTA',
  hgte: 'HGTE',
  bbi: 'BBi',
  trd: 'TRD',
  srt: 'SRT',
  pzev: 'PZEV',
  sulev: 'SULEV',
  tfsi: 'TFSI',
  quattro: 'quattro',
  svt: 'SVT',
  xle: 'XLE',
  sle: 'SLE',
  slt: 'SLT',
  ltz: 'LTZ',
  xlt: 'XLT',
  slk: 'SLK',
  clk: 'CLK',
  cls: 'CLS',
  glk: 'GLK',
  hse: 'HSE',
  wrx: 'WRX',
  sti: 'STi',
  nsx: 'NSX',
  mkz: 'MKZ',
  mkx: 'MKX',
  mks: 'MKS',
  cts: 'CTS',
  dts: 'DTS',
  sts: 'STS',
  srx: 'SRX',
  ats: 'ATS',
  xts: 'XTS',
  suv: 'SUV',
  tsx: 'TSX',
  mdx: 'MDX',
  rdx: 'RDX',
  ilx: 'ILX',
  tlx: 'TLX',
  rsx: 'RSX',
  hhr: 'HHR',
  ssr: 'SSR',
  esv: 'ESV',
  ext: 'EXT',
  fwd: 'FWD',
  rwd: 'RWD',
  awd: 'AWD',
  pt: 'PT',
  mgb: 'MGB',
  mga: 'MGA',
  rav: 'RAV',
  bmw: 'BMW',
  gmc: 'GMC',
  mpv: 'MPV',
  vue: 'VUE',
  v12: 'V12',
  v8: 'V8',
  e: 'E',
  m: 'M',
  and: 'and',
  of: 'of',
  by: 'by',
  rio: 'Rio',
  fit: 'Fit',
  car: 'Car',
  mk: 'Mk',
  new: 'New',
  van: 'Van',
  dino: 'Dino',
  roma: 'Roma',
  sel: 'SEL',
  ses: 'SES',
  exl: 'EX-L',
  sxt: 'SXT',
  fe: 'Fe',
  el: 'El',
  up: 'Up',
  am: 'Am',
  on: 'on',
  lacrosse: 'LaCrosse',
  lesabre: 'LeSabre',
  deville: 'DeVille',
  trailblazer: 'TrailBlazer',
  crewmax: 'CrewMax',
  tii: 'tii',
  ti: 'ti',
  'i-4': 'I-4',
  fx4: 'FX4',
  abt: 'ABT',
  mcc: 'MCC',
  ff: 'FF',
  tc: 'tC',
  xb: 'xB',
  xa: 'xA',
  xd: 'xD',
  iq: 'iQ',
  i3: 'i3',
  i8: 'i8',
};

/** Lower-case endings of model numbers, such as the `i` of 325i. */
const NUMBER_ENDINGS: Readonly<Record<string, string>> = {
  i: 'i',
  is: 'is',
  ix: 'iX',
  ic: 'iC',
  xi: 'xi',
  ci: 'Ci',
  csi: 'CSi',
  cs: 'CS',
  csl: 'CSL',
  il: 'iL',
  li: 'Li',
  d: 'd',
  td: 'td',
  e: 'e',
  ti: 'ti',
  tii: 'tii',
  si: 'si',
  ld: 'Ld',
  tds: 'tds',
  cic: 'CiC',
  runner: 'Runner',
  m: 'M',
  t: 't',
  nd: 'nd',
  th: 'th',
  st: 'st',
};
const NUMBER_WITH_ENDING = /^(\d+(?:\.\d+)?)([a-z]+)$/;
const LETTERS_WITH_NUMBER = /^([a-z]+)(\d+)([a-z]*)$/;
const NO_VOWEL = /^[^aeiouy]+$/;

function spellEnding(ending: string): string {
  return Object.hasOwn(NUMBER_ENDINGS, ending) ? (NUMBER_ENDINGS[ending] ?? ending) : ending.toUpperCase();
}

function spellPart(part: string): string {
  if (Object.hasOwn(SPELLINGS, part)) return SPELLINGS[part] ?? part;
  const numbered = NUMBER_WITH_ENDING.exec(part);
  if (numbered) {
    return `${numbered[1]}${spellEnding(numbered[2] ?? '')}`;
  }
  const lettered = LETTERS_WITH_NUMBER.exec(part);
  if (lettered) {
    const letters = lettered[1] ?? '';
    const head = letters.length <= 3 ? letters.toUpperCase() : spellPart(letters);
    return `${head}${lettered[2]}${spellEnding(lettered[3] ?? '')}`;
  }
  if (/^[a-z]{4,}\d*$/.test(part)) return part.charAt(0).toUpperCase() + part.slice(1);
  if (/\d/.test(part) || part.length <= 2 || NO_VOWEL.test(part)) return part.toUpperCase();
  return part.charAt(0).toUpperCase() + part.slice(1);
}

/**
 * A lower-case word as a name is written: `camry` as `Camry`, `f355` as `F355`, `325i` as it is. The same word is always
 * spelled the same, whatever case the source used.
 */
export function spellWord(word: string): string {
  if (Object.hasOwn(SPELLINGS, word)) return SPELLINGS[word] ?? word;
  return word
    .split(/([-/])/)
    .map((part) => (part === '-' || part === '/' ? part : spellPart(part)))
    .join('');
}

/** Several words, each spelled as a name. */
export function spellWords(words: readonly string[]): string {
  return words.map(spellWord).join(' ');
}
