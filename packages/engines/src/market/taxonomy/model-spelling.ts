/** Other spellings of model names, by make: lower case, each with the words that it stands for. */
const SPELLINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Land Rover': { rangerover: 'range rover' },
  Chevrolet: { s10: 's-10' },
  Suzuki: { xl7: 'xl-7' },
  Dodge: { ram1500: 'ram 1500', ram2500: 'ram 2500', ram3500: 'ram 3500' },
  Mazda: { rx8: 'rx-8', rx7: 'rx-7', cx7: 'cx-7', cx9: 'cx-9' },
};
/** `F150` and `E350` are the F-150 and the E-350. */
const FORD_TRUCK = /^([ef])(\d{3})$/;

/** Words of a model name in the spelling of its maker. */
export function spellModel(make: string, words: readonly string[]): readonly string[] {
  const known = Object.hasOwn(SPELLINGS, make) ? (SPELLINGS[make] ?? {}) : {};
  return words.flatMap((word, at) => {
    if (Object.hasOwn(known, word)) return (known[word] ?? word).split(' ');
    const truck = make === 'Ford' && at === 0 ? FORD_TRUCK.exec(word) : null;
    return truck === null ? [word] : [`${truck[1]}-${truck[2]}`];
  });
}
