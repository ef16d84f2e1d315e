import type { OptionToken } from './option-token.ts';

/** Things that order guides and price lists name first, before they say of what kind: "steering wheel, heated". */
const THINGS = [
  'seat|front seat|rear seat|bucket seat|steering wheel|wheel|exhaust|exhaust system|headlight|light|lighting|brake|brake system',
  'suspension|chassis|roof|sunroof|mirror|exterior mirror|transmission|gearbox|package|sound system|audio|audio system|stereo',
  'steering|camera|cruise control|leather|leather interior|interior|seatbelt|seat belt|caliper|brake caliper|trim|interior trim',
  'differential|headliner|floor mat|door sill|sill|spoiler|rear wing|wing|mats|cruise|sensor|parking sensor|assist|tailpipe',
]
  .flatMap((line) => line.split('|'))
  .map((words) => words.split(' '));

const LONGEST_KIND = 5;

/** A thing and its kind behind a comma or a colon, in the order in which sellers say them. */
export interface InvertedWording {
  /** The kind, then the thing. */
  readonly tokens: readonly OptionToken[];
  /** How many of `tokens` say the kind. */
  readonly kindLength: number;
  /** Where the two stand in the text, the end not included. */
  readonly start: number;
  readonly end: number;
}

/** Every "thing, kind" of a text as "kind thing", where the thing is all that its clause says. Empty where there is none. */
export function invertedWordings(tokens: readonly OptionToken[]): readonly InvertedWording[] {
  return tokens.flatMap((token, start) => {
    if (token.breakBefore === 'none') return [];
    const kindStart = clauseEnd(tokens, start);
    const following = tokens[kindStart];
    if (following === undefined || !/^[^\p{L}\p{N}]*[,:][^\p{L}\p{N}]*$/u.test(following.signsBefore)) return [];
    const thing = tokens.slice(start, kindStart);
    if (!THINGS.some((words) => words.length === thing.length && words.every((word, at) => word === thing[at]?.word))) {
      return [];
    }
    const end = clauseEnd(tokens, kindStart);
    if (end - kindStart > LONGEST_KIND) return [];
    const joined = [...tokens.slice(kindStart, end), ...thing].map(
      (each, at): OptionToken => ({ ...each, breakBefore: at === 0 ? 'soft' : 'none' }),
    );
    return [{ tokens: joined, kindLength: end - kindStart, start, end }];
  });
}

/** The position behind the clause that begins at `start`. */
function clauseEnd(tokens: readonly OptionToken[], start: number): number {
  let end = start + 1;
  while (end < tokens.length && tokens[end]?.breakBefore === 'none') end += 1;
  return end;
}
