const UNITS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const UNIT_ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const TENS_ORDINALS = TENS.map((word) => `${word.slice(0, -1)}ieth`);

const TEN = `(${TENS.join('|')})`;
const UNIT = `(${UNITS.join('|')})`;
const LARGE = new RegExp(
  `\\b(?:${TEN}(?:[ -]${UNIT})?|${UNIT}) (?=(?:hundred|thousand|grand|million|percent|miles)\\b)`,
  'g',
);
const HUNDREDS = /\b(\d+) hundred(?: and)? (?:(\d+) )?(?=thousand|grand)/g;
const ORDINAL = new RegExp(
  `\\b(?:${TEN}[ -])?(${[...UNIT_ORDINALS, ...TENS_ORDINALS].join('|')})(?= (?:percentiles?|centiles?|pctls?|percent)\\b)`,
  'g',
);

/**
 * Large numbers and places among a hundred in digits: `twenty-five thousand` as `25 thousand`, `ninety-fifth percentile` as
 * `95th percentile`. Other words of numbers stay.
 */
export function spellOutNumbers(text: string): string {
  return text
    .replace(LARGE, (_, tens: string | undefined, unit: string | undefined, alone: string | undefined) => {
      return `${tensOf(tens) + UNITS.indexOf(unit ?? alone ?? '') + 1} `;
    })
    .replace(
      HUNDREDS,
      (_, hundreds: string, rest: string | undefined) => `${100 * Number(hundreds) + Number(rest ?? 0)} `,
    )
    .replace(ORDINAL, (_, tens: string | undefined, place: string) => {
      const unit = UNIT_ORDINALS.indexOf(place) + 1;
      return `${tensOf(tens) + (unit > 0 ? unit : 10 * (TENS_ORDINALS.indexOf(place) + 2))}th`;
    });
}

function tensOf(word: string | undefined): number {
  return word === undefined ? 0 : 10 * (TENS.indexOf(word) + 2);
}
