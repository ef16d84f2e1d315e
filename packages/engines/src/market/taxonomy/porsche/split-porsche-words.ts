const TYPE_WITH_TRIM = /^(356|911|912|914|924|928|930|944|951|968)[-/]?(sc|s2|s4|gts|gt|cs|6|[a-z])$/;
const CHASSIS_WITH_TRIM = /^(930|964|993|99[67](?:\.[12])?|99[12](?:\.[12])?)-?(tt|turbo|c2s?|c4s?|gt[23](?:rs)?)$/;
const GT_WITH_SUFFIX = /^gt([234])-?(rsr|rs|r|cup|touring)$/;
const CARRERA_WITH_SUFFIX = /^(carrera|targa)-?(2s|2|4s|4|s|rs|gts|gt|t)$/;
const WITH_SLASH_AS_IT_IS = /^(?:s\/t|w\/.*|\d+\/\d+)$/;

/** Other spellings of single words. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  tt: ['turbo'],
  clubsport: ['club', 'sport'],
  'club-sport': ['club', 'sport'],
  'sc/rs': ['sc', 'rs'],
  's/t': ['s/t'],
  ehybrid: ['e-hybrid'],
  rs60: ['rs', '60'],
  'rs-60': ['rs', '60'],
  '4-s': ['4s'],
  'pre-a': ['pre-a'],
  prea: ['pre-a'],
  'diesel-tractor': ['diesel', 'tractor'],
};

function splitWord(word: string): readonly string[] {
  const spelling = SPELLINGS[word];
  if (spelling !== undefined && Object.hasOwn(SPELLINGS, word)) return spelling;
  const typed = TYPE_WITH_TRIM.exec(word);
  if (typed) return [typed[1] ?? '', typed[2] ?? ''];
  const chassis = CHASSIS_WITH_TRIM.exec(word);
  if (chassis) return [chassis[1] ?? '', ...splitWord(chassis[2] ?? '')];
  const gt = GT_WITH_SUFFIX.exec(word);
  if (gt) return [`gt${gt[1]}`, gt[2] ?? ''];
  const carrera = CARRERA_WITH_SUFFIX.exec(word);
  if (carrera) return [carrera[1] ?? '', carrera[2] ?? ''];
  if (word.includes('/') && !WITH_SLASH_AS_IT_IS.test(word)) return word.split('/').filter(Boolean).flatMap(splitWord);
  return [word];
}

/** Words of a Porsche text with the run-together spellings (`911SC`, `GT3RS`, `914-6`, `996TT`) taken apart. */
export function splitPorscheWords(words: readonly string[]): readonly string[] {
  return words.flatMap(splitWord);
}
