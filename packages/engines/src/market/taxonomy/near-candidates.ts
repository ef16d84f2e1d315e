import { slug } from '../segment.ts';

/** Levenshtein distance: the insertions, deletions and replacements that turn one text into the other. */
function editDistance(first: string, second: string): number {
  let row = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let i = 1; i <= first.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= second.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (first[i - 1] === second[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[second.length] ?? 0;
}

const LONGEST_GIVEN = 60;

/**
 * The names that come nearest to a word that is none of them, best first, five at most. Where nothing comes near, the
 * first names of the list, so that a refusal always shows what would be understood.
 */
export function nearCandidates(given: string, names: readonly string[], limit = 5): readonly string[] {
  const wanted = slug(given.slice(0, LONGEST_GIVEN));
  const scored = names.map((name, order) => {
    const known = slug(name);
    const contained = Math.min(wanted.length, known.length) > 1 && (known.includes(wanted) || wanted.includes(known));
    const distance = editDistance(wanted, known) / Math.max(wanted.length, known.length, 1);
    return { name, order, distance: contained ? Math.min(distance, 0.4) : distance };
  });
  const near = scored
    .filter((entry) => entry.distance <= 0.5)
    .sort((a, b) => a.distance - b.distance || a.order - b.order);
  return (near.length > 0 ? near : scored).slice(0, limit).map((entry) => entry.name);
}
