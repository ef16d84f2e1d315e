import { milesInKilometres } from './miles-in-kilometres.ts';
import { spellOutDecades } from './spell-out-decades.ts';
import { spellOutNumbers } from './spell-out-numbers.ts';
import { spellOutNames } from './spell-out-names.ts';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  thirteen: 13,
  fourteen: 14,
  sixteen: 16,
  seventeen: 17,
  nineteen: 19,
  hundred: 100,
};

/**
 * A question as the rules read it: lower case, plain apostrophes, numbers without separators and in full (`50k` and `50
 * grand` are 50000), number words as digits, possessives and punctuation gone. Dots inside names such as 991.2 stay.
 */
export function questionText(question: string): string {
  return ` ${milesInKilometres(
    spellOutNumbers(
      withoutPreamble(
        spellOutDecades(spellOutNames(corrected(question)))
          .toLowerCase()
          .normalize('NFKC'),
      ),
    )
      .replace(/[’‘`´]/g, "'")
      .replace(/<=?\s?(?=\$?\d)/g, ' under ')
      .replace(/>=?\s?(?=\$?\d)/g, ' over ')
      .replace(/[“”"()[\]{}<>*_|]/g, ' ')
      .replace(/(\d),(?=\d{3}\b)/g, '$1')
      .replace(/\b(what|who|where|how|it|that|there)'s\b/g, '$1 is')
      .replace(/\bwhats\b/g, 'what is')
      .replace(/\b(vs\.?|versus|compared (?:to|with)|against) (?:now|today)\b/g, '$1 this year')
      .replace(/\bwhat is the damage(?= (?:for|on)\b)/g, 'what is the price')
      .replace(/\byrs?\b/g, (word) => (word === 'yr' ? 'year' : 'years'))
      .replace(/\b(?:a )?quarter (?:of a )?million(?: dollars)?\b/g, '$250000')
      .replace(/\b(?<!half |of )a million(?: dollars)?\b/g, '$1000000')
      .replace(/\bhalf a million(?: dollars)?\b/g, '$500000')
      .replace(/\bwhere (?=(?:are|were|did|do|is|have)\b.*\b(?:most|fewest|least)\b)/g, 'in which state ')
      .replace(
        /\bwhen (?=(?:are|were|did|do|is|have)\b.*\b(?:most|fewest|least)\b.*\b(?:sold|sell|sales)\b)/g,
        'in which month ',
      )
      .replace(
        /\b(?:built|made|produced|manufactured) (?:between|from|in) (?:19|20)(\d\d)(?: (?:and|to|until|through) (?:19|20)(\d\d))?\b/g,
        (_, first: string, last: string | undefined) =>
          `model years '${first}${last === undefined ? '' : ` to '${last}`}`,
      )
      .replace(/\b(?:have |has |had |with )?neither (.+?) nor\b/g, 'without $1 or')
      .replace(/\bup for grabs\b/g, 'for sale')
      .replace(/\b(?:offloaded|unloaded|flipped|moved on|got rid of|parted with)\b/g, 'sold')
      .replace(/\bmiddle of the (?:pack|road|range)\b/g, 'typical')
      .replace(/\bhow (?:mny|mayn|manny|mani|meny)\b/g, 'how many')
      .replace(/(?:\b(?:nr|no|num)\.?|#) of\b/g, 'number of')
      .replace(/(\d)\s?%/g, '$1 percent')
      .replace(/(^|\s)%(?=\s?[a-z])/g, '$1percent ')
      .replace(/\bpct of\b/g, 'percent of')
      .replace(/\bhow ?many\b/g, 'how many')
      .replace(/\b(?:most affordable|least costly|least pricey|lowest[ -]priced|most inexpensive)\b/g, 'cheapest')
      .replace(/\b(?:most costly|highest[ -]priced|costliest)\b/g, 'dearest')
      .replace(/\b(?:don|doesn|didn|isn|aren|wasn|won|can)'?t\b/g, (word) => `${word.replace(/n?'?t$/, '')} not`)
      .replace(/'s\b/g, '')
      .replace(/\b((?:19|20)\d\d)\s?\+/g, '$1 or newer')
      .replace(/(\$?\d[\d.]*(?:k|m)?)\+/g, 'at least $1')
      .replace(
        /\$\s?(\d+(?:\.\d+)?)\s?(k|m|mil|million)\b/g,
        (_, digits: string, unit: string) => `$${scaled(digits, unit)}`,
      )
      .replace(
        /\b(\d+(?:\.\d+)?)\s?(k|grand|thousand|million|mil)\b(\s*(?:miles|mi|kms?|kilomet(?:er|re)s?|mls)\b)?/g,
        whole,
      )
      .replace(/\bhalf an? year\b/g, '6 months')
      .replace(/\ba (?:full )?year\b/g, '1 year')
      .replace(/\bhalf a (?:percentage )?(point|percent)\b/g, '0.5 $1')
      .replace(/\ban? (month|quarter|week|point|percent)\b/g, '1 $1')
      .replace(/\b(?:a )?couple(?: of)?\b/g, '2')
      .replace(/\b[a-z]+\b/g, (word) => (NUMBER_WORDS[word] === undefined ? word : String(NUMBER_WORDS[word])))
      .replace(/[?!;,:\u2026]+/g, ' , ')
      .replace(/\.(?=\s|$)/g, ' , ')
      .replace(/\s[-–—]\s/g, ' , ')
      .replace(/(\d{4})\s?[-–—]\s?(\d{4})/g, '$1 to $2')
      .replace(/\s+/g, ' ')
      .trim(),
  )} `;
}

/** What somebody says after `no wait` counts in place of what he said before it. */
function corrected(question: string): string {
  const parts = question.split(/\b(?:no,? wait|wait,? no|scratch that|no,? actually|sorry,? i mean|correction)\b/i);
  const last = parts.at(-1) ?? '';
  return last.trim() === '' ? question : last;
}

const GREETING =
  /^ *(?:hi|hiya|hello|hey|howdy|greetings|good (?:morning|afternoon|evening|day))(?: there| all| team| everyone| folks)?[ ,!.–—-]+(?=[a-z0-9])/;
const ASKS = '(?:what|whats|how|which|who|where|when|is|are|do|does|did|show|list|give|find|tell|can|could|please)';
/** What somebody says of himself before he asks: `For a story I'm writing: what is ...`. Names and numbers are no such words. */
const PREAMBLE = new RegExp(
  `^(?=[a-z' ,-]*\\b(?:i|i'm|im|i am|my|we|our|hi|hello|hey|question|quick|help|thanks)\\b)[a-z' ,-]{2,70}[:;—–] ?(?=${ASKS}\\b)`,
);

function withoutPreamble(text: string): string {
  return text.replace(GREETING, '').replace(PREAMBLE, '');
}

function scaled(digits: string, unit: string): number {
  return Math.round(Number(digits) * (unit.startsWith('m') ? 1_000_000 : 1_000));
}

/** `50 grand` is money; `50k miles` is not; `50k` may be either. */
function whole(_: string, digits: string, unit: string, miles: string | undefined): string {
  const value = scaled(digits, unit);
  if (miles !== undefined) return `${value} ${miles.trim().startsWith('k') ? 'km' : 'miles'}`;
  return unit === 'grand' ? `$${value}` : String(value);
}

/** The text without what a reader has used; the place stays empty so that words do not grow together. */
export function without(text: string, pattern: RegExp): string {
  return text.replace(pattern, ' , ').replace(/\s+/g, ' ');
}
