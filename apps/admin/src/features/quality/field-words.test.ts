import { expect, it } from 'vitest';
import { fieldWords } from './field-words.ts';

it.each([
  ['optionCodes', 'option codes'],
  ['modelYear', 'model year'],
  ['vin', 'vin'],
  ['price', 'price'],
])('%s reads as %s', (field, words) => {
  expect(fieldWords(field)).toBe(words);
});
