import { plainText } from './plain-text.ts';

/** Words of a person for a part of a vehicle's name; spelling and case are settled by the taxonomy. */
export function vehicleWords(description: string, example: string) {
  return plainText(80).openapi({ description, example });
}

/** Words for a make. */
export const makeWord = vehicleWords('Make. Default: Porsche.', 'Porsche');
