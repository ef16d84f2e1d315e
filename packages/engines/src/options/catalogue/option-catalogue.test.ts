import { describe, expect, it } from 'vitest';
import { OPTION_PLANS } from '../../synthetic-market/option-plan.ts';
import { readOptions } from '../normaliser/read-options.ts';
import { findOption, isImpossibleOn, OPTION_CATALOGUE } from './option-catalogue.ts';

describe('the catalogue', () => {
  it('knows at least 120 options, each code once', () => {
    expect(OPTION_CATALOGUE.length).toBeGreaterThanOrEqual(120);
    expect(new Set(OPTION_CATALOGUE.map((option) => option.code)).size).toBe(OPTION_CATALOGUE.length);
  });

  it('points only at options it has, and excludes no option by itself', () => {
    for (const { code, requires, excludes } of OPTION_CATALOGUE) {
      expect([...requires, ...excludes].filter((other) => findOption(other) === null)).toEqual([]);
      expect([...requires, ...excludes]).not.toContain(code);
    }
  });

  it('has a wording that reads each of its options', () => {
    const unread = OPTION_CATALOGUE.filter((option) => {
      const plain = option.phrases.map((phrase) =>
        phrase.replace(/\[[^\]]*\]|[=~]/g, '').replace(/\(([^|)]*)[^)]*\)/g, '$1'),
      );
      return !plain.some((phrase) => readOptions(phrase).codes.includes(option.code));
    });
    expect(unread.map((option) => option.code)).toEqual([]);
  });

  it('knows every option of the synthetic market', () => {
    expect(OPTION_PLANS.map((plan) => plan.code).filter((code) => findOption(code) === null)).toEqual([]);
  });

  it('tells which cars an option was never had on', () => {
    const ceramic = findOption('pccb');
    expect(ceramic).not.toBeNull();
    if (ceramic === null) return;
    expect(isImpossibleOn(ceramic, { model: '911', modelYear: 1995 })).toBe(true);
    expect(isImpossibleOn(ceramic, { model: '911', modelYear: 2018 })).toBe(false);
    expect(isImpossibleOn(ceramic, { model: '944', modelYear: 1989 })).toBe(true);
    expect(isImpossibleOn(ceramic, { model: null, modelYear: 1960 })).toBe(false);
  });
});
