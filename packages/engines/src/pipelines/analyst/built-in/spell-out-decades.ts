const WORDS: Readonly<Record<string, number>> = {
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
  'two thousands': 2000,
  noughties: 2000,
};
const PART: Readonly<Record<string, readonly [number, number]>> = {
  early: [0, 3],
  mid: [4, 6],
  late: [7, 9],
};

/** Decades as the model years that they mean: `80s`, `the 1980s`, `early nineties`. Sales are not that old. */
export function spellOutDecades(question: string): string {
  const word = Object.keys(WORDS).join('|');
  const pattern = new RegExp(
    `(?:\\b(?:from|in|of) )?(?:\\bthe )?(?:\\b(early|mid|late)[ -])?(?:\\b(?:19)?([5-9]0)'?s\\b|\\b(20[01]0)'?s\\b|\\b(${word})\\b)`,
    'gi',
  );
  return question.replace(
    pattern,
    (_, part: string | undefined, old: string | undefined, recent: string | undefined, name: string | undefined) => {
      const decade =
        old !== undefined ? 1900 + Number(old) : recent !== undefined ? Number(recent) : WORDS[name!.toLowerCase()]!;
      const [first, last] = part === undefined ? [0, 9] : PART[part.toLowerCase()]!;
      return ` of model years ${decade + first} to ${decade + last} `;
    },
  );
}
