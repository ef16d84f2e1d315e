import { bmwRules } from './bmw/bmw-rules.ts';
import { ferrariRules } from './ferrari/ferrari-rules.ts';
import type { CompiledMake } from './parse-by-lines.ts';
import { porscheRules } from './porsche/porsche-rules.ts';

/** Makes that the taxonomy has rules for. */
const MAKES: ReadonlyMap<string, CompiledMake> = new Map(
  [porscheRules, bmwRules, ferrariRules].map((rules) => [rules.make, rules]),
);

/** The rules of a make by its canonical name; `undefined` for all other makes. */
export function rulesOf(make: string): CompiledMake | undefined {
  return MAKES.get(make);
}

/** Canonical names of the makes that have rules. */
export const MAKES_WITH_RULES: readonly string[] = [...MAKES.keys()];
