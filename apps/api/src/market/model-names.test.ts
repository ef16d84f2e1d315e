import { expect, test } from 'vitest';
import { modelNames } from './model-names.ts';

test.each([
  ['718', ['Boxster', 'Cayman']],
  ['CAYMAN', ['Cayman']],
  ['porsche 911', ['911']],
  ['spaceship', ['spaceship']],
])('%s means %j', (words, names) => {
  expect(modelNames(words)).toEqual(names);
});
