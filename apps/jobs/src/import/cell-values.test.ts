import { describe, expect, it } from 'vitest';
import { dayCell, mileageCell, modelYearCell, numberCell, pastDayCell, priceCell, textCell } from './cell-values.ts';
import { readOdometerText } from './odometer-text.ts';

const today = '2026-03-02';
const row = (cell: string) => ({ cell });
const attempt = (read: () => unknown) => {
  try {
    return read();
  } catch (error) {
    return (error as Error).message;
  }
};

describe('cells', () => {
  it.each([
    ['', null],
    [' null ', null],
    ['N/A', null],
    [' GT Silver ', 'GT Silver'],
  ])('text %j is %j', (cell, text) => expect(textCell(row(cell), 'cell')).toBe(text));

  it.each([
    ['12500', 12_500],
    ['12,500', 12_500],
    ['1,234,567.5', 1_234_567.5],
    ['-3', -3],
    ['', null],
    ['12,50', 'cell is no number'],
    ['1e9', 'cell is no number'],
    ['$12', 'cell is no number'],
    ['0x10', 'cell is no number'],
  ])('number %j is %j', (cell, value) => expect(attempt(() => numberCell(row(cell), 'cell'))).toBe(value));

  it.each([
    ['12500.4', 12_500],
    ['-1', 'cell is negative'],
    ['0', 'cell is zero'],
    ['0.2', 'cell is zero'],
    ['99999999999999999999', 'cell is too large'],
    ['null', null],
  ])('price %j is %j', (cell, value) => expect(attempt(() => priceCell(row(cell), 'cell'))).toBe(value));

  it.each([
    ['999999.0', null],
    ['12000.0', 12_000],
    ['-5', 'cell is negative'],
    ['99999999', 'cell is too large'],
  ])('mileage %j is %j', (cell, value) => expect(attempt(() => mileageCell(row(cell), 'cell'))).toBe(value));

  it.each([
    ['1898', 1898],
    ['2028', 2028],
    ['2029', 'cell is no model year'],
    ['98', 'cell is no model year'],
    ['1998.5', 'cell is no model year'],
  ])('model year %j is %j', (cell, value) =>
    expect(attempt(() => modelYearCell(row(cell), 'cell', { today }))).toBe(value),
  );

  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2024-02-29 05:00:00', '2024-02-29'],
    ['2024-02-29T05:00:00Z', '2024-02-29'],
    ['2023-02-29', 'cell is no date (YYYY-MM-DD)'],
    ['2024-02-2905', 'cell is no date (YYYY-MM-DD)'],
    ['29.02.2024', 'cell is no date (YYYY-MM-DD)'],
  ])('day %j is %j', (cell, value) => expect(attempt(() => dayCell(row(cell), 'cell'))).toBe(value));

  it('refuses a past day that is missing or lies ahead, and takes today', () => {
    expect(pastDayCell(row(today), 'cell', { today })).toBe(today);
    expect(attempt(() => pastDayCell(row('2026-03-03'), 'cell', { today }))).toBe('cell lies in the future');
    expect(attempt(() => pastDayCell(row(''), 'cell', { today }))).toBe('cell is missing');
  });
});

it.each([
  ['16k Miles', { mileage: 16_000, unit: 'mi' }],
  ['8,900 Miles Indicated, TMU', { mileage: 8900, unit: 'mi' }],
  ['245k Kilometers (~152k Miles) Shown', { mileage: 245_000, unit: 'km' }],
  ['~3,100 Miles', { mileage: 3100, unit: 'mi' }],
  ['12k Miles Shown on Replacement Odometer', { mileage: 12_000, unit: 'mi' }],
  ['5.7-Liter V8', null],
  ['Chassis: 123456', null],
  ['300 Midnight Edition', null],
])('reads the odometer line %j', (line, reading) => expect(readOdometerText(line)).toEqual(reading));
