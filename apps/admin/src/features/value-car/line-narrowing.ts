import type { LineChoices } from '../../api/answers.ts';
import type { CarForm } from './car-form.ts';

/** Trims of a line that were sold in the chosen generation; all of them without one. */
export function trimsOf(line: LineChoices, generation: string | null): LineChoices['trims'] {
  return generation === null ? line.trims : line.trims.filter((trim) => trim.generations.includes(generation));
}

/**
 * Model years of the chosen generation, else of the generations of the chosen trim, else of the line; newest first.
 * Generations still made go on to `thisYear` and the model year after it.
 */
export function yearsOf(
  line: LineChoices,
  { generation, trim }: Pick<CarForm, 'generation' | 'trim'>,
  { thisYear }: { readonly thisYear: number },
): readonly number[] {
  const made = line.trims.find(({ name }) => name === trim)?.generations ?? [];
  const years = new Set<number>();
  for (const { name, firstModelYear, lastModelYear } of line.generations) {
    if (generation !== null ? name !== generation : made.length > 0 && !made.includes(name)) continue;
    if (firstModelYear === null) continue;
    for (let year = firstModelYear; year <= (lastModelYear ?? thisYear + 1); year++) years.add(year);
  }
  return [...years].sort((left, right) => right - left);
}

/** The form after a change, without choices that the change has made impossible. */
export function withChange(
  form: CarForm,
  change: Partial<CarForm>,
  { line, thisYear }: { readonly line: LineChoices | null; readonly thisYear: number },
): CarForm {
  if (change.make !== undefined && change.make !== form.make) {
    return {
      ...form,
      make: change.make,
      model: null,
      generation: null,
      trim: null,
      year: null,
      body: null,
      options: [],
    };
  }
  if (change.model !== undefined && change.model !== form.model) {
    return { ...form, model: change.model, generation: null, trim: null, year: null, body: null, options: [] };
  }
  const next = { ...form, ...change };
  if (line === null) return next;
  const fits = trimsOf(line, next.generation).some(({ name }) => name === next.trim);
  const trim = fits ? next.trim : null;
  const years = yearsOf(line, { generation: next.generation, trim }, { thisYear });
  return { ...next, trim, year: next.year !== null && years.includes(next.year) ? next.year : null };
}
