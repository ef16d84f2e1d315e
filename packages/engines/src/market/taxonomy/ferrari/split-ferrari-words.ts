const TYPE_WITH_TRIM = /^(\d{3}|456m)(gt4|gta|gtbi|gtsi|gtb|gts|gtc|gte|gt|tb|ts)$/;
const F12_WITH_TRIM = /^f12(berlinetta|tdf)$/;
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  spyder: ['spider'],
  'gtb/4': ['gtb/4'],
  evo: ['evo'],
  'gtc4-lusso': ['gtc4lusso'],
  'la-ferrari': ['laferrari'],
  f355f1: ['f355', 'f1'],
};

/** Words of a Ferrari text with run-together spellings taken apart: `308GTB` as `308 gtb`, `F12tdf` as `f12 tdf`. */
export function splitFerrariWords(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    if (Object.hasOwn(SPELLINGS, word)) return SPELLINGS[word] ?? [word];
    const typed = TYPE_WITH_TRIM.exec(word);
    if (typed !== null) return [typed[1] ?? '', typed[2] ?? ''];
    const f12 = F12_WITH_TRIM.exec(word);
    return f12 === null ? [word] : ['f12', f12[1] ?? ''];
  });
}
