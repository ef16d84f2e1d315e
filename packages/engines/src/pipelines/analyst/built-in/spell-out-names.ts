import { STATE_CODES } from './state-names.ts';

/** Codes that are words or names of cars as well: as codes they count only behind `in` or `from`. */
const ALSO_WORDS = new Set(['in', 'or', 'me', 'ok', 'oh', 'hi', 'sc', 'mt', 'la', 'id', 'al', 'ma', 'pa', 'de', 'md']);
/** Codes that say nothing of a state in lower case, wherever they stand: `in or`, `in me`, `in la` (the city). */
const NEVER_IN_LOWER_CASE = new Set(['in', 'or', 'me', 'ok', 'hi', 'la', 'sc', 'id']);

/**
 * Names as people write them, while their capitals still tell: `TTs` are several of a TT, `997TT` is two names, a `911er`
 * is a 911, and `NY` is a state where `or` is none.
 */
export function spellOutNames(question: string): string {
  return (
    question
      .replace(/\b([A-Z]{2,}\d*)s\b/g, '$1')
      .replace(/\b(9\d\d(?:\.\d)?)er(?:s|n)?\b/gi, '$1')
      .replace(/\b(9\d\d(?:\.\d)?)(tt|turbo|c2s|c4s|c2|c4|gts|gt2|gt3|gt4|rs)\b/gi, '$1 $2')
      .replace(/\b(9\d\d(?:\.\d)?)(tt|turbo|c2s|c4s|c2|c4|gts|gt3)s\b/gi, '$1 $2')
      .replace(/\bcali\b/gi, 'california')
      .replace(/\b([A-Z]{2})\b/g, (code, _, at: number, whole: string) => {
        const name = STATE_CODES.get(code.toLowerCase());
        const isInCapitals = !/[a-z]/.test(whole);
        if (name === undefined || isInCapitals) return code;
        return !ALSO_WORDS.has(code.toLowerCase()) || /\b(?:in|from|of|within|and|or) $/i.test(whole.slice(0, at))
          ? name
          : code;
      })
      .replace(/\b(in|from|within) ([a-z]{2})(?=$|[\s?!.,])/g, (all, before: string, code: string) => {
        const name = NEVER_IN_LOWER_CASE.has(code) ? undefined : STATE_CODES.get(code);
        return name === undefined ? all : `${before} ${name}`;
      })
      // `in ny or nj`: what follows a state in the same breath is one too.
      .replace(
        /\b(or|and|vs\.?|versus|,) ([a-z]{2})(?=$|[\s?!.,])/gi,
        (all, before: string, code: string, at: number, whole: string) => {
          const name = NEVER_IN_LOWER_CASE.has(code.toLowerCase()) ? undefined : STATE_CODES.get(code.toLowerCase());
          const follows = [...STATE_CODES.values()].some((state) => whole.slice(0, at).trimEnd().endsWith(state));
          return name === undefined || !follows ? all : `${before} ${name}`;
        },
      )
  );
}
