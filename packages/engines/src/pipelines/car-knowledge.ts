import type { CarKnowledge } from '../anomalies/data-quality/row-checks.ts';
import { taxonomyKnowledge } from '../anomalies/data-quality/taxonomy-knowledge.ts';
import { CATALOGUE_MAKE, findOption, isImpossibleOn } from '../options/catalogue/option-catalogue.ts';

/** What the house knows of cars: generations and trims by the taxonomy, and which options a line and year could have. */
export function carKnowledge(): CarKnowledge {
  return {
    ...taxonomyKnowledge(),
    isPossibleOption: ({ vehicle, modelYear }, code) => {
      const option = vehicle.make === CATALOGUE_MAKE ? findOption(code) : null;
      return option === null || !isImpossibleOn(option, { model: vehicle.model, modelYear });
    },
  };
}
