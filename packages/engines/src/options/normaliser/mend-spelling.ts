import { NEGATION_WORDS } from './negation-words.ts';

const SHORTEST_MENDED = 6;

/** Words of the language that are one letter away from a word of the lexicon. */
const OTHER_WORDS = new Set(
  `accept ascent backed bagger bgcolor blocked boosted boosting boots boxster branded bumped cartier carried chance
  changed charged clearing closing cloning colocate condensed context contract cooking cooker cooler created cruiser
  dearer deviate doubled dumper europe expose factor factors faster filler finder fisher fisker forced forget forked
  formed garbage hauling headed heading headline hearing heater heaved integer integra integrate intern invert kelsey
  latter leaning lesser licence licensed lighten lightning linking linter listed listing looking loading master matched
  mattes navigator message messaging modifier module offload packaged packing painter pasting patting pedals pointed printed
  printing projection radical rating receive restore reword sailing sampled sealer seated sender setting settle shorts
  siegel simple simply slicing sliding slipper solver spider spaced splitted sportshift spoilt sprint stacked states stating
  steamed stopped string surfaced swatch tainted testing threat titling touting tracing trailing training tubing turning
  valued valley warner wankel wander wright`.split(/\s+/),
);
/** Up to this length a word that differs at its end alone is another form of a word: "locked" is no misspelt "locker". */
const LONGEST_INFLECTED = 9;

const mended = new Map<string, string>();
const MOST_REMEMBERED = 20_000;

/**
 * A word with one slip (a letter wrong, missing, doubled or two swapped) as the lexicon writes it, else the word itself.
 * Short words stay as they are: too many words of the language are one letter apart.
 */
export function mendSpelling(word: string, lexiconWords: ReadonlySet<string>): string {
  if (
    word.length < SHORTEST_MENDED ||
    /\d/.test(word) ||
    lexiconWords.has(word) ||
    OTHER_WORDS.has(word) ||
    NEGATION_WORDS.has(word)
  ) {
    return word;
  }
  const known = mended.get(word);
  if (known !== undefined) return known;
  let found = word;
  for (const candidate of lexiconWords) {
    if (candidate.length < SHORTEST_MENDED || candidate[0] !== word[0]) continue;
    if (Math.abs(candidate.length - word.length) > 1 || !isOneSlipAway(word, candidate)) continue;
    if (isOtherForm(word, candidate)) continue;
    found = candidate;
    break;
  }
  if (mended.size >= MOST_REMEMBERED) mended.clear();
  mended.set(word, found);
  return found;
}

function isOtherForm(word: string, candidate: string): boolean {
  const longest = Math.max(word.length, candidate.length);
  return longest <= LONGEST_INFLECTED && word.slice(0, longest - 1) === candidate.slice(0, longest - 1);
}

function isOneSlipAway(left: string, right: string): boolean {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  const leftRest = left.slice(start, leftEnd);
  const rightRest = right.slice(start, rightEnd);
  if (leftRest.length <= 1 && rightRest.length <= 1) return true;
  return (
    leftRest.length === 2 && rightRest.length === 2 && leftRest[0] === rightRest[1] && leftRest[1] === rightRest[0]
  );
}
