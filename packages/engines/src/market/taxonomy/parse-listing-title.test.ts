import { describe, expect, it } from 'vitest';
import { looksLikePart } from './looks-like-part.ts';
import { parseListingTitle } from './parse-listing-title.ts';

describe('parseListingTitle', () => {
  it('reads mileage, year, make and the rest', () => {
    expect(parseListingTitle('21k-Mile 2007 Porsche 911 Turbo Coupe 6-Speed')).toEqual({
      modelYear: 2007,
      make: 'Porsche',
      text: '911 Turbo Coupe 6-Speed',
      mileage: 21_000,
      mileageUnit: 'mi',
      marks: [],
      subject: 'vehicle',
    });
  });

  it.each([
    ['1,250-Mile 1991 Ferrari 348 TS', 1991, 'Ferrari', '348 TS', 1250, 'mi'],
    ['9.5k-Mile 1997 BMW M3', 1997, 'BMW', 'M3', 9500, 'mi'],
    ['48k-Kilometer 1990 Nissan Skyline', 1990, 'Nissan', 'Skyline', 48_000, 'km'],
    ['One-Owner 2012 Land Rover Range Rover', 2012, 'Land Rover', 'Range Rover', null, null],
    ['350-Powered 1932 Ford Roadster', 1932, 'Ford', 'Roadster', null, null],
    ['1974 BMW 2002', 1974, 'BMW', '2002', null, null],
    ['1964.5 Ford Mustang', 1964, 'Ford', 'Mustang', null, null],
    ['1968 Zundapp Janus', 1968, null, 'Zundapp Janus', null, null],
    ['Porsche 911 Carrera PDK 2023', 2023, 'Porsche', '911 Carrera PDK', null, null],
    ['Porsche 911 Carrera', null, 'Porsche', '911 Carrera', null, null],
    ['1974 BMW 2002 tii', 1974, 'BMW', '2002 tii', null, null],
    ['', null, null, '', null, null],
  ])('%s', (title, modelYear, make, text, mileage, mileageUnit) => {
    expect(parseListingTitle(title)).toMatchObject({ modelYear, make, text, mileage, mileageUnit });
  });

  it('keeps the words before the year as marks', () => {
    expect(parseListingTitle('Modified, 8k-Mile 2008 Chevrolet Corvette').marks).toEqual(['modified']);
  });

  it.each([
    ['Fuchs Wheels for Porsche 911', 'part'],
    ['Neon Porsche Sign', 'part'],
    ['1970 Porsche 911 2.2L Engine', 'part'],
    ['1970 Porsche 911 Engine and Transaxle', 'part'],
    ['1970 Porsche 911 Coupe w/Spare Engine', 'vehicle'],
    ['2003 Porsche 911 Targa for Charity', 'vehicle'],
    ['Early Porsche 911 Coupe', 'unclear'],
  ])('tells cars from parts: %s', (title, subject) => {
    expect(parseListingTitle(title).subject).toBe(subject);
  });
});

describe('looksLikePart', () => {
  it.each([
    ['911 Tool Kit', true],
    ['Tool Kit for Porsche 964', true],
    ['911 Turbo w/Tool Kit', false],
    ['911 Carrera Coupe', false],
    ['', false],
  ])('%s', (text, expected) => {
    expect(looksLikePart(text)).toBe(expected);
  });
});
