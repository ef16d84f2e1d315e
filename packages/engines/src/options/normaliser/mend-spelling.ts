const SHORTEST_MENDED = 6;

const mended = new Map<string, string>();
const MOST_REMEMBERED = 20_000;

/**
 * A word with one slip (a letter wrong, missing, doubled or two swapped) as the lexicon writes it, else the word itself.
 * Short words stay as they are: too many words of the language are one letter apart.
 */
export function mendSpelling(word: string, lexiconWords: ReadonlySet<string>): string {
  if (word.length < SHORTEST_MENDED || /\d/.test(word) || lexiconWords.has(word)) return word;
  const known = mended.get(word);
  if (known !== undefined) return known;
  let found = word;
  for (const candidate of lexiconWords) {
    if (candidate.length < SHORTEST_MENDED || candidate[0] !== word[0]) continue;
    if (Math.abs(candidate.length - word.length) > 1 || !isOneSlipAway(word, candidate)) continue;
    found = candidate;
    break;
  }
  if (mended.size >= MOST_REMEMBERED) mended.clear();
  mended.set(word, found);
  return found;
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
