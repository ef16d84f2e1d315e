import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CarForm, EMPTY_FORM, fromAddress, toAddress, toRequest } from './car-form.ts';

const word = fc.stringMatching(/^[A-Za-z0-9.-]{1,20}$/);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const forms: fc.Arbitrary<CarForm> = fc.record({
  make: maybe(word),
  model: maybe(word),
  generation: maybe(word),
  trim: maybe(word),
  year: maybe(fc.integer({ min: 1886, max: 2200 })),
  miles: maybe(fc.integer({ min: 0, max: 2_000_000 })),
  transmission: maybe(fc.constantFrom('manual' as const, 'automatic' as const)),
  body: maybe(fc.constantFrom('coupe' as const, 'targa' as const, 'suv' as const)),
  color: maybe(word),
  options: fc.uniqueArray(word, { maxLength: 5 }),
});

describe('the form in the address', () => {
  it('comes back from it as it was', () => {
    fc.assert(
      fc.property(forms, (form) => {
        expect(fromAddress(toAddress(form))).toEqual(form);
      }),
    );
  });

  it('is read from any address whatever, and holds only what fits', () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        const { year, miles, options } = fromAddress(search);
        expect(year === null || (year >= 1886 && year <= 2200)).toBe(true);
        expect(miles === null || (miles >= 0 && miles <= 2_000_000)).toBe(true);
        expect(options.length).toBeLessThanOrEqual(100);
      }),
    );
    expect(fromAddress('?year=1700&miles=-3&transmission=cvt&body=boat')).toEqual(EMPTY_FORM);
  });
});

describe('toRequest', () => {
  it('asks nothing before model and year are known', () => {
    expect(toRequest(EMPTY_FORM)).toBeNull();
    expect(toRequest({ ...EMPTY_FORM, model: '911' })).toBeNull();
  });

  it('leaves out what is not known', () => {
    expect(toRequest({ ...EMPTY_FORM, model: '911', year: 2017 })).toEqual({
      model: '911',
      modelYear: 2017,
      mileageUnit: 'mi',
      optionCodes: [],
      comparableCount: 8,
      ahead: { horizons: ['1m', '3m', '6m', '1y'], ratePoints: 0, supplyChange: 0 },
    });
  });
});
