const SEPARATORS = /[\s,;()[\]{}"|*]+/;
const EDGE_MARKS = /^[^\p{L}\p{N}#&]+|[^\p{L}\p{N}+]+$/gu;

/**
 * A text as lower-case words without accents and without marks at their edges; typographic dashes and crosses become
 * plain ones. Empty for a text without words.
 */
export function splitWords(text: string): readonly string[] {
  return plain(text)
    .split(SEPARATORS)
    .map((word) => word.replace(EDGE_MARKS, ''))
    .filter((word) => word !== '');
}

const PLAIN_ALREADY = /^[ -~]*$/;

function plain(text: string): string {
  if (PLAIN_ALREADY.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u00d7/g, 'x');
}
