import { MOST_OWNERS } from './listing-trait.ts';
import { type TraitRule, traitRule } from './trait-rule.ts';

const NUMBER_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ORDINAL_WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const COUNT = `(?<count>single|${NUMBER_WORDS.join('|')}|\\d{1,2})`;
const ORDINAL = `(?<ordinal>${ORDINAL_WORDS.join('|')}|\\d{1,2}(?:st|nd|rd|th))`;
const FORMER = '(?:(?:careful|prior|previous|former|documented|known|long term|local|private|registered) )*';

/** Crashes, titles, floods and the people who had the car. */
export const HISTORY_RULES: readonly TraitRule[] = [
  traitRule('accident-free', 'accident', false, {
    words: `(?:accident|collision|crash|damage|wreck) free|free (?:of|from) (?:any )?(?:accidents?|collisions?|crash(?:es)?|damage)
      |clean (?:accident|damage|collision) (?:history|record)|clean (?:carfax|auto ?check|history report|vehicle history)`,
    canBeDenied: false,
  }),
  traitRule('accident-named', 'accident', true, {
    words: `accidents?|collisions?|fender benders?|(?:front|rear) ended|(?:was|been|got) (?:hit|struck|crashed|wrecked)
      |(?:deer|animal) (?:strike|hit|collision)|hit a deer|wrecked|crashed|accident damaged?|crash damaged?|structural damage|frame damage
      |(?:carfax|auto ?check)(?: report)? (?:lists|shows|reports|notes|mentions|has|with)(?: \\p{L}+){0,3} damage
      |(?<!(?:flood|water) )damage (?:reported|history)|reported damage|airbags? deployed|panel damage`,
  }),
  traitRule('clean-title', 'salvage', false, {
    words: `clean(?:,? clear)?(?: [a-z]{2,12})? title|clear title|title is (?:clean|clear)(?: and (?:clean|clear))?`,
  }),
  traitRule('branded-title', 'salvage', true, {
    words: `(?:salvaged?|rebuilt|branded|reconstructed|reconditioned|lemon|junk) (?:title|certificate)
      |title (?:is|was) (?:salvaged?|rebuilt|branded|reconstructed)|salvaged|salvage|total(?:led|ed)?(?! (?:of|miles|time))(?<!in total)
      |total loss|written off|write off|insurance loss|lemon law buy ?back|buyback title`,
  }),
  traitRule('flood', 'flood', true, { words: `flood(?: damaged?|ed| title| car| loss)?|water damaged?` }),
  traitRule('first-hand', 'owners', 1, {
    words: `(?:original|first) owner(?! until)|(?:one|single) family(?: car| owned| ownership)?|by (?:(?:the )?(?:same|one|original|first|selling|sellers?) )?family since new|single ownership
      |(?:bought|purchased|acquired|ordered|delivered) new(?: (?:in|from|at|on|by|to) [\\p{L}\\s]{0,30}?)? by (?:the )?(?:current owner|seller|consignor)
      |seller is the (?:first|original) owner|owned (?:by \\p{L}+(?: \\p{L}+){0,2} )?(?:since|from) new`,
    canBeDenied: false,
  }),
  traitRule('counted-owners', 'owners', countedOwners, {
    words: `${COUNT} ${FORMER}(?:owners?|ownership)(?! (?:for|since(?! new)|over|during)(?![\\p{L}])(?! new))(?! manuals?)(?!['’]s manual)`,
    canBeDenied: false,
  }),
  traitRule('nth-owner', 'owners', nthOwner, { words: `${ORDINAL} owner(?! manual)`, canBeDenied: false }),
  traitRule('nth-person', 'owners', nthOwner, {
    words:
      `with its ${ORDINAL}(?: and current| keeper| custodian| caretaker)?|${ORDINAL} (?:keeper|custodian|caretaker)`.replace(
        /\|\(\?<ordinal>/,
        '|(?<later>',
      ),
    canBeDenied: false,
  }),
  traitRule('owners-field', 'owners', countedOwners, {
    words: `(?:number of |no\\.? of )?(?:previous )?owners?\\s*:\\s*(?<count>\\d{1,2})`,
    canBeDenied: false,
  }),
];

function countedOwners({ groups }: RegExpMatchArray): number | null {
  const word = (groups?.['count'] ?? '').toLowerCase();
  return believed(word === 'single' ? 1 : NUMBER_WORDS.indexOf(word) + 1 || Number(word));
}

function nthOwner({ groups }: RegExpMatchArray): number | null {
  const word = (groups?.['ordinal'] ?? groups?.['later'] ?? '').toLowerCase();
  return believed(ORDINAL_WORDS.indexOf(word) + 1 || Number.parseInt(word, 10));
}

function believed(owners: number): number | null {
  return Number.isInteger(owners) && owners >= 1 && owners <= MOST_OWNERS ? owners : null;
}
