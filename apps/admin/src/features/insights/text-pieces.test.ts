import { expect, it } from 'vitest';
import { textPieces } from './text-pieces.ts';

const fact = (id: string, kind: 'price' | 'name') => ({ id, kind, value: 1, unit: '', n: 1, formula: '' });

it('cuts a text at its figures, paragraph by paragraph, and loses no letter', () => {
  const summary = 'The GT3 is at $9.\n\nThen $9 again.';
  const pieces = textPieces({
    summary,
    facts: [fact('name', 'name'), fact('price', 'price')],
    claims: [
      { text: 'GT3', start: 4, end: 7, factId: 'name' },
      { text: '$9', start: 14, end: 16, factId: 'price' },
      { text: '$9', start: 24, end: 26, factId: 'price' },
    ],
  });
  expect(pieces.map((paragraph) => paragraph.map(({ text, factId }) => [text, factId]))).toEqual([
    [
      ['The GT3 is at ', null],
      ['$9', 'price'],
      ['.', null],
    ],
    [
      ['Then ', null],
      ['$9', 'price'],
      [' again.', null],
    ],
  ]);
  expect(
    textPieces({ summary, facts: [], claims: [{ text: '$8', start: 14, end: 16, factId: 'price' }] }).flat(),
  ).toHaveLength(2);
});
