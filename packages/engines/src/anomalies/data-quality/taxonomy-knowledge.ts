import { listGenerations, listTrims } from '../../market/taxonomy/model-names.ts';
import type { CarKnowledge } from './row-checks.ts';

/** What the taxonomy knows of cars: the years of generations, and which trims there were. Nothing of makes without rules. */
export function taxonomyKnowledge(): Required<Pick<CarKnowledge, 'generationYears' | 'isKnownTrim'>> {
  const trims = new Map<string, ReadonlySet<string>>();
  return {
    generationYears: ({ vehicle }) => {
      if (vehicle.model === null || vehicle.generation === null) return null;
      const known = listGenerations(vehicle.make, vehicle.model).find(({ name }) => name === vehicle.generation);
      return known === undefined ? null : [known.firstModelYear, known.lastModelYear ?? 9999];
    },
    isKnownTrim: ({ vehicle }) => {
      if (vehicle.model === null || vehicle.trim === null) return null;
      const key = `${vehicle.make} ${vehicle.model}`;
      const names =
        trims.get(key) ?? new Set(listTrims(vehicle.make, vehicle.model).map(({ name }) => name.toLowerCase()));
      trims.set(key, names);
      return names.size === 0 ? null : names.has(vehicle.trim.toLowerCase());
    },
  };
}
