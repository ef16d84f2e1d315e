import { describe, expect, it } from 'vitest';
import { soldIn } from './fit-generation.ts';
import { MAKES_WITH_RULES, rulesOf } from './make-rules.ts';

describe.each(MAKES_WITH_RULES)('%s tables', (make) => {
  const lines = rulesOf(make)?.lines ?? [];
  const entries = lines.flatMap((line) => line.trims.map((trim) => ({ line, trim })));

  it('name each model once, and each generation of it once', () => {
    const models = lines.map(({ model }) => model);
    expect(new Set(models).size).toBe(models.length);
    for (const { model, generations } of lines) {
      const names = generations.map(({ name }) => name);
      expect(new Set(names).size, model).toBe(names.length);
    }
  });

  it('give trims only to generations of their line, in years of that generation', () => {
    const faults = entries.flatMap(({ line, trim }) =>
      Object.entries(trim.made)
        .filter(([name, [first, last]]) => {
          const generation = line.generations.find((known) => known.name === name);
          return generation === undefined || first > last || !soldIn(generation, first) || !soldIn(generation, last);
        })
        .map(([name]) => `${line.model} ${name} ${trim.name}`),
    );
    expect(faults).toEqual([]);
  });

  it('word everything in lower case and without spare spaces', () => {
    const wordings = lines.flatMap((line) => [
      ...line.names,
      ...(line.impliedBy ?? []),
      ...line.generations.flatMap(({ words }) => words),
      ...line.trims.flatMap(({ words }) => words),
    ]);
    expect(wordings.filter((wording) => wording !== wording.toLowerCase().trim().replaceAll('  ', ' '))).toEqual([]);
  });

  it('never let one wording mean two trims of one generation in one body', () => {
    const seen = new Map<string, string>();
    const faults: string[] = [];
    for (const { line, trim } of entries) {
      for (const wording of trim.words) {
        for (const [generation, [first, last]] of Object.entries(trim.made)) {
          for (let year = first; year <= Math.min(last, 2030); year += 1) {
            const key = `${line.model}|${generation}|${year}|${trim.onlyBody ?? ''}|${wording}`;
            const other = seen.get(key);
            if (other !== undefined && other !== trim.name) faults.push(`${key}: ${other}, ${trim.name}`);
            seen.set(key, trim.name);
          }
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
