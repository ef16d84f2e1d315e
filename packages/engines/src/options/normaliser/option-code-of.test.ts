import { expect, it } from 'vitest';
import { optionCodeOf } from './option-code-of.ts';

it.each([
  ['pccb', 'pccb'],
  ['PCCB', 'pccb'],
  ['ceramics', 'pccb'],
  ['front lift', 'front-axle-lift'],
  ['18-way seats', 'adaptive-seats'],
  ['no sunroof', null],
  ['PCCB and front lift', null],
  ['warp drive', null],
  ['', null],
])('%s names %s', (words, code) => {
  expect(optionCodeOf(words)).toBe(code);
});
