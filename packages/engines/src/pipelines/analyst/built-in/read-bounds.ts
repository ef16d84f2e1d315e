import type { NumberBounds } from '../../../market/ports/market-metrics.ts';
import { without } from './question-text.ts';

/** Numbers that a text bounds or gives, and the text without them. */
export interface ReadBounds {
  readonly miles?: NumberBounds;
  readonly price?: NumberBounds;
  /** An odometer reading as such, `with 21000 miles`. */
  readonly mileage?: number;
  /** A sum to spend. */
  readonly budget?: number;
  readonly rest: string;
}

const BELOW =
  '(?:under|below|less than|fewer than|lower than|beneath|cheaper than|no more than|at most|up to|max(?:imum)?(?: of)?|not (?:over|above|more than)|sub)';
const ABOVE =
  '(?:over|above|more than|greater than|higher than|exceeding|at least|from|north of|beyond|min(?:imum)?(?: of)?|upwards? of|dearer than|not (?:under|below|less than)|no less than)';
const MILES = '(?:miles|mile|mi|mls|on the clock|on the odometer)';
const MONEY = '(?:\\$|usd )?(\\d+(?:\\.\\d+)?)(?: ?(?:usd|dollars|bucks))?';

/** Reads bounds of miles and prices. A number without a unit is a price where it is large enough to be one. */
export function readBounds(text: string, { bare }: { readonly bare: 'price' | 'miles' }): ReadBounds {
  let rest = text;
  const found: { miles?: NumberBounds; price?: NumberBounds; mileage?: number; budget?: number } = {};
  const take = (source: string, use: (match: RegExpExecArray) => boolean | void): void => {
    const pattern = new RegExp(source);
    const match = pattern.exec(rest);
    if (match === null) return;
    if (use(match) === false) return;
    rest = without(rest, pattern);
  };
  take('\\b([4-9])[ -]figures?\\b', ([, digits]) => {
    found.price = { atLeast: 10 ** (Number(digits) - 1), below: 10 ** Number(digits) };
  });
  take(
    `\\b(?:(?:between|from|with|of|at) )?(?<![.$])(\\d{3,}(?:\\.\\d+)?)(?: ${MILES})? (?:and|to|-|through) (\\d+(?:\\.\\d+)?) ?${MILES}\\b`,
    ([, low, high]) => {
      found.miles = { atLeast: Number(low), atMost: Number(high) };
    },
  );
  take(
    `\\b(?:with |at )?(\\d{3,7}) ?${MILES} or (less|fewer|lower|under|below|more|over|above|higher)\\b`,
    ([, value, word]) => {
      found.miles = /more|over|above|higher/.test(word ?? '') ? { atLeast: Number(value) } : { atMost: Number(value) };
    },
  );
  take(
    '(?:\\bfor |\\bat )?\\$(\\d{3,8})(?: dollars)? or (less|lower|under|below|more|over|above|higher)\\b',
    ([, value, word]) => {
      found.price = /more|over|above|higher/.test(word ?? '') ? { atLeast: Number(value) } : { atMost: Number(value) };
    },
  );
  take(`(?<!\\bnot )\\b(${BELOW}) (\\d+(?:\\.\\d+)?) ?${MILES}\\b`, ([, word, value]) => {
    found.miles = { ...found.miles, ...upper(word, Number(value)) };
  });
  take(`(?<!\\bnot )\\b(${ABOVE}) (\\d+(?:\\.\\d+)?) ?${MILES}\\b`, ([, word, value]) => {
    found.miles = { ...found.miles, ...lower(word, Number(value)) };
  });
  take(
    `(?:\\b(?:budget of|budget is|have|with|got|for) |, |\\b)\\$?(\\d{3,})(?: dollars)? (?:to spend|budget|(?:for|of|in|on|worth of) (?:my |some |the )?(?:options|extras|equipment))\\b`,
    ([, value]) => {
      found.budget = Number(value);
    },
  );
  if (/\b(?:options?|extras|equipment)\b/.test(rest)) {
    take(
      `\\b(?:with|for|on|under|below|up to|at most) (?:only |about |just )?(?:\\$(\\d{3,})|(\\d{3,}) (?:dollars|usd|bucks))(?= |$)`,
      ([, sign, word]) => {
        found.budget = Number(sign ?? word);
      },
    );
  }
  take('\\b(?:get|buy|afford|find) (?:for|with) \\$?(\\d{4,})(?= ,| *$)', ([, value]) => {
    found.price = { atMost: Number(value) };
  });
  take(`\\b(?:budget (?:of|is)|spend(?:ing)?(?: up to)?|within) \\$?(\\d{3,})\\b`, ([, value]) => {
    found.budget = Number(value);
  });
  if (/\b(?:options?|extras?|spec|configure|tick)\b/.test(text)) {
    take('\\b(?:with|for|have|got|of) \\$(\\d{3,})(?= ,| *$)', ([, value]) => {
      found.budget = Number(value);
    });
  }
  take(
    `(?:\\bwith |\\band |\\bit has |\\bhas |\\bat |\\bonly |\\babout |\\baround |, |\\b)(\\d{3,7}(?:\\.\\d+)?) ?${MILES}\\b`,
    ([, value]) => {
      found.mileage = Number(value);
    },
  );
  take(`\\b(?:between|from) ${MONEY} (?:and|to) ${MONEY}(?= |$)`, (match) => {
    const [whole, low, high] = match;
    if (Number(low) < 1000 || (isYear(low) && isYear(high))) return false;
    const which = whole.includes('$') ? 'price' : (measureBefore(rest, match.index) ?? 'price');
    found[which] = { atLeast: Number(low), atMost: Number(high) };
    return true;
  });
  for (const [words, bound] of [
    [BELOW, upper],
    [ABOVE, lower],
  ] as const) {
    take(
      `(?<!\\bnot )\\b(${words}) (?:the )?${MONEY}(?= |$)(?! ?(?:months?|years?|percent|%|sales|cars|points?))`,
      (match) => {
        const [whole, word, value] = match;
        const number = Number(value);
        if (number < 1000 || (isYear(value) && !whole?.includes('$'))) return false;
        const isMoney = whole?.includes('$') === true || /usd|dollars|bucks/.test(whole ?? '');
        const which = isMoney ? 'price' : (measureBefore(rest, match.index) ?? bare);
        found[which] = { ...found[which], ...bound(word, number) };
        return true;
      },
    );
  }
  return { ...found, rest };
}

/** What a bound is of where the words before it say so: `mileage below 10000`, `with a price of under 50000`. */
function measureBefore(text: string, at: number): 'miles' | 'price' | null {
  const before =
    /\b(mileages?|odometers?|miles|prices?|costs?|asking|sold|for)\b(?: (?:is|was|were|are|of|reads?|reading|that is|at|priced))*\s*$/.exec(
      text.slice(0, at),
    )?.[1];
  if (before === undefined) return null;
  return /^(?:mileage|odometer|miles)/.test(before) ? 'miles' : 'price';
}

function isYear(text: string | undefined): boolean {
  return /^(?:19|20)\d\d$/.test(text ?? '');
}

function upper(word: string | undefined, value: number): NumberBounds {
  return /^(?:no more than|at most|up to|max|not )/.test(word ?? '') ? { atMost: value } : { below: value };
}

function lower(word: string | undefined, value: number): NumberBounds {
  return /^(?:at least|from|min|upward|not |no less)/.test(word ?? '') ? { atLeast: value } : { above: value };
}
