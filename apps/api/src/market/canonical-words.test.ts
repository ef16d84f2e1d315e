import { expect, test } from 'vitest';
import { canonicalWords, modelNames } from './canonical-words.ts';

test.each([
  [
    { model: '911', trim: 'gt3' },
    { make: 'Porsche', model: '911', trim: 'GT3' },
  ],
  [
    { model: 'porsche 911', trim: 'CARRERA s', generation: '997.1' },
    { make: 'Porsche', model: '911', generation: '997.1', trim: 'Carrera S' },
  ],
  [{ model: 'cayman' }, { make: 'Porsche', model: 'Cayman' }],
  [
    { model: '911', generation: '992', trim: 'gt3' },
    { model: '911', generation: '992', trim: 'gt3' },
  ],
  [{ model: 'spaceship' }, { model: 'spaceship' }],
])('%j is read as %j', (words, expected) => {
  expect(canonicalWords(words)).toEqual({ status: 'ok', ...expected });
});

test.each([
  ['718', ['Boxster', 'Cayman']],
  ['997', ['997.1', '997.2']],
])('the model %s means several and is refused with them', (model, candidates) => {
  expect(canonicalWords({ model })).toMatchObject({ status: 'unknown-vehicle', candidates });
});

test('a list is filtered by every model that the words may mean', () => {
  expect(modelNames('718')).toEqual(['Boxster', 'Cayman']);
  expect(modelNames('CAYMAN')).toEqual(['Cayman']);
  expect(modelNames('spaceship')).toEqual(['spaceship']);
});
