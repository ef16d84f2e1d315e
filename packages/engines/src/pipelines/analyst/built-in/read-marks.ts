import type { VehicleMark } from '../../../market/vehicle-mark.ts';
import { without } from './question-text.ts';

/** What sellers say of a car's past, by what people ask for. */
const MARKS: readonly (readonly [RegExp, VehicleMark])[] = [
  [/\b(?:accident[ -]free|no accidents?|never (?:crashed|wrecked))\b/g, 'accident-free'],
  [/\b(?:accident(?:s| history| damage)?|crashed|wrecked)\b/g, 'accident'],
  [/\bclean titles?\b/g, 'clean-title'],
  [/\b(?:salvaged?|rebuilt|branded)(?: titles?)?\b/g, 'salvage'],
  [/\b(?:one|1|single)[ -]owner\b/g, 'one-owner'],
  [/\b(?:service|maintenance) (?:history|records?)\b/g, 'service-history'],
  [/\b(?:matching numbers|numbers[ -]matching)\b/g, 'matching-numbers'],
  [/\boriginal paint\b/g, 'original-paint'],
  [/\b(?:repainted|resprayed)\b/g, 'repainted'],
  [/\b(?:unmodified|bone stock|all stock)\b/g, 'unmodified'],
  [/\b(?:modified|modifications)\b/g, 'modified'],
  [/\brust(?:ed|y)?\b/g, 'rust'],
];

/** Marks that a text names, and the text without them. */
export function readMarks(text: string): { readonly marks: readonly VehicleMark[]; readonly rest: string } {
  const marks: VehicleMark[] = [];
  let rest = text;
  for (const [pattern, mark] of MARKS) {
    if (rest.search(pattern) < 0) continue;
    marks.push(mark);
    rest = without(rest, pattern);
  }
  return { marks, rest };
}
