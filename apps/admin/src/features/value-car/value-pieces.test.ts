import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparable, LineChoices } from '../../api/answers.ts';
import { adjustmentColumns, OTHER, UNEXPLAINED } from './adjustment-columns.ts';
import { EMPTY_FORM } from './car-form.ts';
import { trimsOf, withChange, yearsOf } from './line-narrowing.ts';
import { optionName, partName } from './value-words.ts';
import { waterfallSteps } from './waterfall-steps.ts';

const line: LineChoices = {
  generations: [
    { name: '991.2', saleCount: 9, firstModelYear: 2017, lastModelYear: 2019 },
    { name: '992.1', saleCount: 5, firstModelYear: 2020, lastModelYear: null },
  ],
  trims: [
    { name: 'Carrera T', saleCount: 3, generations: ['991.2'] },
    { name: 'Carrera S', saleCount: 9, generations: ['991.2', '992.1'] },
  ],
  transmissions: [],
  bodies: [],
  colors: [],
  options: [],
};
const now = { line, thisYear: 2022 };

describe('pickers that narrow each other', () => {
  it('offers the trims of the generation, and all without one', () => {
    expect(trimsOf(line, '992.1').map(({ name }) => name)).toEqual(['Carrera S']);
    expect(trimsOf(line, null)).toHaveLength(2);
  });

  it('offers the years of the generation, else those of the trim, to the model year after this one', () => {
    expect(yearsOf(line, { generation: '991.2', trim: null }, now)).toEqual([2019, 2018, 2017]);
    expect(yearsOf(line, { generation: null, trim: 'Carrera T' }, now)).toEqual([2019, 2018, 2017]);
    expect(yearsOf(line, { generation: null, trim: null }, now)[0]).toBe(2023);
  });

  it('takes back what a change has made impossible, and nothing else', () => {
    const form = { ...EMPTY_FORM, make: 'Porsche', model: '911', trim: 'Carrera T', year: 2018, miles: 9000 };
    expect(withChange(form, { generation: '991.2' }, now)).toEqual({ ...form, generation: '991.2' });
    expect(withChange(form, { generation: '992.1' }, now)).toMatchObject({ trim: null, year: null, miles: 9000 });
    expect(withChange(form, { make: 'BMW' }, now)).toEqual({ ...EMPTY_FORM, make: 'BMW', miles: 9000 });
  });
});

describe('waterfallSteps', () => {
  it('ends at the sum, and each bar begins where the one before it ends', () => {
    const amounts = fc.integer({ min: -90_000, max: 90_000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.array(amounts, { maxLength: 8 }), (baseAmount, parts) => {
        const steps = waterfallSteps({
          baseAmount,
          parts: parts.map((amount, index) => ({ name: `part ${index}`, amount })),
        });
        expect(steps.at(-1)?.amount).toBe(baseAmount + parts.reduce((sum, amount) => sum + amount, 0));
        for (const { start, width } of steps) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + width).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

describe('adjustmentColumns', () => {
  const sale = (adjustments: Record<string, number>) =>
    ({ adjustments: Object.entries(adjustments).map(([name, amount]) => ({ name, amount })) }) as unknown as Comparable;

  it('shows what moves most money, sums the rest, and loses no dollar of a row', () => {
    const sales = [
      sale({ age: -500, mileage: 900, color: 10, time: -20, unexplained: 70 }),
      sale({ age: -300, mileage: -800, color: 5, body: 7, unexplained: -9 }),
    ];
    const columns = adjustmentColumns(sales, { most: 2 });
    expect(columns.map(({ name }) => name)).toEqual(['mileage', 'age', OTHER, UNEXPLAINED]);
    sales.forEach(({ adjustments }, row) => {
      const whole = adjustments.reduce((sum, { amount }) => sum + amount, 0);
      expect(columns.reduce((sum, { amounts }) => sum + (amounts[row] ?? 0), 0)).toBe(whole);
    });
  });

  it('gives a single rest its own name', () => {
    expect(adjustmentColumns([sale({ age: 3, color: 1 })], { most: 1 }).map(({ name }) => name)).toEqual([
      'age',
      'color',
      UNEXPLAINED,
    ]);
  });
});

describe('words', () => {
  it('calls parts and options as people do', () => {
    expect(partName('transmission')).toBe('Gearbox');
    expect(partName('mileage')).toBe('Mileage');
    expect(optionName('pccb')).toBe('PCCB');
    expect(optionName('sport-chrono')).toBe('Sport chrono');
  });
});
