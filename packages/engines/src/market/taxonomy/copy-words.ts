const COPY_WORDS = new Set([
  'tribute',
  'replica',
  'clone',
  'recreation',
  're-creation',
  'evocation',
  'homage',
  'style',
  'look',
  'inspired',
  'lookalike',
  'conversion-style',
]);
const DISPLACEMENT = /^\d\.\d(?:l|-liter|-litre)?$/;

/** True where the words at a position, a displacement aside, say that what came before is only copied. */
export function isCopyAt(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  return COPY_WORDS.has(word) || (DISPLACEMENT.test(word) && COPY_WORDS.has(words[at + 1] ?? ''));
}
