import { describe, expect, it } from 'vitest';
import { day, month } from './calendar.ts';
import { money } from './money.ts';
import { nanoDollars } from './nano-dollars.ts';
import { percent } from './percent.ts';
import { count, countOf, distance, level } from './quantity.ts';

describe('money', () => {
  it('writes whole units with the sign of the currency', () => {
    expect(money(219300, { currency: 'USD' })).toBe('$219,300');
    expect(money(-1250.6, { currency: 'EUR' })).toBe('-€1,251');
  });

  it('shortens for axes', () => {
    expect(money(219300, { currency: 'USD', compact: true })).toBe('$219.3K');
    expect(money(1_200_000, { currency: 'USD', compact: true })).toBe('$1.2M');
  });
});

describe('nanoDollars', () => {
  it('never rounds a cost to nothing', () => {
    expect(nanoDollars('0')).toBe('$0.00');
    expect(nanoDollars('1')).toBe('< $0.0001');
    expect(nanoDollars('1250000')).toBe('$0.0012');
    expect(nanoDollars('3820000000')).toBe('$3.82');
  });

  it('reads amounts that a double cannot hold', () => {
    expect(nanoDollars('9007199254740993000')).toBe('$9,007,199,254.74');
  });
});

describe('percent', () => {
  it('keeps one decimal below ten per cent only', () => {
    expect(percent(0.25)).toBe('25%');
    expect(percent(0.042)).toBe('4.2%');
    expect(percent(0.0996)).toBe('10%');
  });

  it('signs changes on request', () => {
    expect(percent(0.024, { signed: true })).toBe('+2.4%');
    expect(percent(-0.25, { signed: true })).toBe('-25%');
    expect(percent(0, { signed: true })).toBe('0.0%');
  });
});

describe('calendar', () => {
  it('shows the day that is written, in every time zone', () => {
    expect(day('2026-03-31')).toBe('Mar 31, 2026');
    expect(day('2024-02-29')).toBe('Feb 29, 2024');
    expect(month('2026-01')).toBe('Jan 2026');
  });
});

describe('quantity', () => {
  it('counts with nouns', () => {
    expect(count(16358)).toBe('16,358');
    expect(countOf(1, 'sale')).toBe('1 sale');
    expect(countOf(0, 'sale')).toBe('0 sales');
  });

  it('writes distances and levels', () => {
    expect(distance(34000, 'mi')).toBe('34,000 mi');
    expect(distance(54718, 'km')).toBe('54,718 km');
    expect(level(104.25)).toBe('104.3');
  });
});
