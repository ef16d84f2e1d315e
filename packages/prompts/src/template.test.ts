import fc from 'fast-check';
import { expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { defineTemplate, fence } from './template.ts';

const schema = z.object({ count: z.number(), titles: z.string() });

it('fills trusted values as they are and fences untrusted ones', () => {
  const template = defineTemplate('Describe {{count}} cars:\n{{ data:titles }}', schema);
  const text = template.render({ count: 2, titles: 'A\nB' });
  expect(text).toMatch(/^Describe 2 cars:\n<data name="titles" mark="([0-9a-f]{16})">\nA\nB\n<\/data mark="\1">$/);
  expectTypeOf(template.render).parameter(0).toEqualTypeOf<{ count: number; titles: string }>();
});

it('does not read slots out of values', () => {
  const template = defineTemplate('{{count}} {{titles}}', schema);
  expect(template.render({ count: 1, titles: '{{count}} $& $1' })).toBe('1 {{count}} $& $1');
});

it('refuses a slot without a variable, a variable without a slot, and a stray brace', () => {
  expect(() => defineTemplate('{{count}} {{titles}} {{more}}', schema)).toThrow('uses more');
  expect(() => defineTemplate('{{count}}', schema)).toThrow('a variable titles');
  expect(() => defineTemplate('{{count}} {{titles}} {{', schema)).toThrow('belongs to no slot');
});

it('refuses values that do not fit', () => {
  const template = defineTemplate('{{count}} {{titles}}', schema);
  expect(() => template.render({ count: 'two', titles: '' } as never)).toThrow(z.ZodError);
});

it('makes a fence that its data cannot close', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const inner = fence('data', before);
      const text = `${inner}${after}`;
      const mark = /mark="([0-9a-f]+)"/.exec(fence('data', text).split('\n')[0] as string)?.[1] as string;
      expect(text.includes(mark)).toBe(false);
    }),
  );
});
