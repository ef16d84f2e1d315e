import { WANTED_OPENINGS } from './negation-words.ts';
import type { OptionToken, TokenSpan } from './option-token.ts';

const OTHER_MAKES = new Set(
  'bmw mercedes benz amg audi ferrari lamborghini mclaren corvette chevrolet chevy ford mustang dodge jeep toyota lexus honda acura nissan subaru tesla jaguar bentley maserati volkswagen golf mazda miata volvo cadillac gmc infiniti hyundai kia lotus alfa fiat m2 m3 m4 m5 e63 c63 rs3 rs4 rs6 rs7 r8 gtr wrx defender buick plymouth pontiac chrysler edsel suzuki mitsubishi rover lincoln oldsmobile studebaker triumph austin datsun hummer hmmwv humvee saab ducati yamaha kawasaki rivian polestar peugeot renault citroen bugatti pagani morgan tvr delorean packard desoto harley'.split(
    ' ',
  ),
);
const PORSCHES = new Set(
  'porsche 911 boxster cayman cayenne panamera macan taycan 718 356 914 924 928 930 944 968 964 993 996 997 991 992 986 987 981 982 955 957 958 gt2 gt3 gt4 carrera targa 918'.split(
    ' ',
  ),
);
/** Beside the name of another make these say that no car of it is described. */
const OTHER_SENSES = new Set(
  'trade traded trailer tow towed beat beats sourced owner dealer dealership color paint painted'.split(' '),
);

/** In front of an option: it is of another car than the one described. */
const OTHER_CARS = [
  'my other',
  'our other',
  'his other',
  'other car',
  'my old',
  'my last',
  'my previous',
  'my former',
  'my friend',
  'my buddy',
  'my neighbor',
  'same as the',
  'same color as',
  'same engine as',
  'same spec as',
  'like the one',
  'wife want',
  'husband want',
  'son want',
  'we also have',
  'i also have',
  'i also own',
  'we also own',
  'also selling',
  'also for sale',
  'sister car',
  'next car',
  'replacement car',
  'replaced it with',
  'moving to a',
  'moving on to',
  'going to a',
  'upgrading to',
  'switching to',
  'buying a',
  'bought a newer',
  'to fund a',
  'make room for',
  'traded in',
  'trading in',
  'trade in my',
  'traded my',
  'traded a',
  'compared to',
  'compared with',
  'versus',
  'vs',
].map((words) => words.split(' '));

/**
 * True where the words up to the next full stop describe another car: one of another make, the seller's other one, or the
 * one that somebody looks for.
 */
export function isOfOtherCar(mention: TokenSpan, tokens: readonly OptionToken[]): boolean {
  let start = mention.start;
  while (start > 0 && tokens[start]?.breakBefore !== 'hard') start -= 1;
  let end = mention.end;
  while (end < tokens.length && tokens[end]?.breakBefore !== 'hard') end += 1;
  const clause = tokens.slice(start, end);
  if (describesOtherMake(clause)) return true;
  for (let position = mention.start - 1; position >= start; position--) {
    if (standsAt(tokens, position, OTHER_CARS)) return true;
    if (tokens[position]?.breakBefore === 'soft') break;
  }
  return isLookedFor(mention, tokens);
}

function describesOtherMake(clause: readonly OptionToken[]): boolean {
  const hasWordOf = (words: ReadonlySet<string>): boolean => clause.some(({ word }) => words.has(word));
  return hasWordOf(OTHER_MAKES) && !hasWordOf(PORSCHES) && !hasWordOf(OTHER_SENSES);
}

/** "WTB: 997 buckets"; but "Looking for a car with PCCB? Here it is." offers one. */
function isLookedFor(mention: TokenSpan, tokens: readonly OptionToken[]): boolean {
  if (!standsAt(tokens, 0, WANTED_OPENINGS)) return false;
  for (let position = 1; position < tokens.length; position++) {
    const signs = tokens[position]?.signsBefore ?? '';
    if (signs.includes('?')) return false;
    if (/[.!\n]/.test(signs)) return position >= mention.end;
  }
  return true;
}

function standsAt(tokens: readonly OptionToken[], position: number, wordings: readonly (readonly string[])[]): boolean {
  return wordings.some((words) => words.every((word, index) => tokens[position + index]?.word === word));
}
