/** Where a wording of several words stands in a list of words, from `from` on; -1 where it does not. */
export function findWording(words: readonly string[], wording: readonly string[], from = 0): number {
  const first = wording[0];
  if (first === undefined) return -1;
  for (let at = from; at + wording.length <= words.length; at += 1) {
    if (words[at] !== first) continue;
    let length = 1;
    while (length < wording.length && words[at + length] === wording[length]) length += 1;
    if (length === wording.length) return at;
  }
  return -1;
}
