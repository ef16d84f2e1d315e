import { describe, expect, it } from 'vitest';
import { parseVehicle } from './parse-vehicle.ts';

type Row = readonly [modelYear: number | null, text: string, expected: string];

function summary(modelYear: number | null, text: string): string {
  const car = parseVehicle({ make: 'bmw', text, modelYear });
  return [car.model, car.generation, car.trim, car.body, car.transmission].map((part) => part ?? '-').join(' | ');
}

const SERIES: readonly Row[] = [
  [1982, '320i 5-Speed', '3 Series | E21 | 320i | - | manual'],
  [1983, '320iS 5-Speed', '3 Series | E21 | 320is | - | manual'],
  [1987, '325is 6-Speed', '3 Series | E30 | 325is | coupe | manual'],
  [1992, '325i Convertible', '3 Series | E30 | 325i | cabriolet | -'],
  [1992, '325i Sedan', '3 Series | E36 | 325i | sedan | -'],
  [1993, '318i Touring', '3 Series | E30 | 318i | wagon | -'],
  [1996, '318i Touring', '3 Series | E36 | 318i | wagon | -'],
  [1989, '325iX Coupe', '3 Series | E30 | 325iX | coupe | -'],
  [1997, '318ti M Sport', '3 Series | E36 | 318ti | hatchback | -'],
  [1999, '328i Convertible', '3 Series | E36 | 328i | cabriolet | -'],
  [1999, '328i Sedan', '3 Series | E46 | 328i | sedan | -'],
  [2006, '330Ci ZHP Convertible 6-Speed', '3 Series | E46 | 330Ci ZHP | cabriolet | manual'],
  [2006, '330i Sport Sedan 6-Speed', '3 Series | E9x | 330i | sedan | manual'],
  [2005, '325xi Sports Wagon', '3 Series | E46 | 325xi | wagon | -'],
  [2006, '325xi Sports Wagon', '3 Series | E9x | 325xi | wagon | -'],
  [2012, '328i Sedan', '3 Series | F3x | 328i | sedan | -'],
  [2012, '328i xDrive Sports Wagon', '3 Series | E9x | 328i xDrive | wagon | -'],
  [2014, '328i xDrive Gran Turismo', '3 Series | F3x | 328i xDrive | hatchback | -'],
  [2021, 'M340i xDrive Sedan', '3 Series | G2x | M340i xDrive | sedan | -'],
  [null, 'E46 330i ZHP', '3 Series | E46 | 330i ZHP | sedan | -'],
  [1988, '535i 5-Speed', '5 Series | E28 | 535i | - | manual'],
  [1990, '535i', '5 Series | E34 | 535i | - | -'],
  [2014, '535i M Sport xDrive', '5 Series | F1x | 535i xDrive | - | -'],
  [2010, '550i Gran Turismo', '5 Series | F1x | 550i | hatchback | -'],
  [1987, '635CSi Five-Speed', '6 Series | E24 | 635CSi | coupe | manual'],
  [2014, '650i xDrive Gran Coupe', '6 Series | F1x | 650i xDrive | sedan | -'],
  [2001, '740iL Sport', '7 Series | E38 | 740iL | sedan | -'],
  [1995, '850CSi 6-Speed', '8 Series | E31 | 850CSi | coupe | manual'],
  [2016, 'M235i Coupe 6-Speed', '2 Series | F2x | M235i | coupe | manual'],
  [2011, '135i Coupe DCT', '1 Series | E8x | 135i | coupe | automatic'],
];

const M_CARS: readonly Row[] = [
  [1988, 'M3', 'M3 | E30 | Base | - | -'],
  [1995, 'M3 Lightweight', 'M3 | E36 | Lightweight | - | -'],
  [2005, 'M3 Coupe Competition Package 6-Speed', 'M3 | E46 | Competition | coupe | manual'],
  [2008, 'M3 Sedan 6-Speed', 'M3 | E9x | Base | sedan | manual'],
  [2013, 'M3 Coupe Lime Rock Park Edition', 'M3 | E9x | Lime Rock Park Edition | coupe | -'],
  [2018, 'M3 CS', 'M3 | F8x | CS | - | -'],
  [2023, 'M3 Competition xDrive', 'M3 | G8x | Competition xDrive | - | -'],
  [2020, 'M4 Convertible Competition Package', 'M4 | F8x | Competition | cabriolet | -'],
  [1988, 'M5', 'M5 | E28 | Base | sedan | -'],
  [2007, 'M5 6-Speed', 'M5 | E6x | Base | sedan | manual'],
  [1994, 'M5 Touring', 'M5 | E34 | Base | wagon | -'],
  [1986, 'M635CSi', 'M6 | E24 | M635CSi | coupe | -'],
  [2016, 'M6 Gran Coupe Competition Package', 'M6 | F1x | Competition | sedan | -'],
  [2020, 'M2 Competiton 6-Speed', 'M2 | F87 | Competition | coupe | manual'],
  [2011, '1M', '1M | E82 | Base | coupe | -'],
  [1998, 'M Roadster', 'Z3 | Z3 | M | roadster | -'],
  [2001, 'M Coupe', 'Z3 | Z3 | M S54 | coupe | -'],
  [2007, 'Z4 M Coupe', 'Z4 | E8x | M | coupe | -'],
  [2012, 'X5 M', 'X5 M | E70 | Base | suv | -'],
];

const OTHERS: readonly Row[] = [
  [1972, '2002tii 4-Speed', '2002 | 02 | tii | - | manual'],
  [1974, '2002 Touring', '2002 | 02 | Base | hatchback | -'],
  [1974, '2002 Turbo', '2002 | 02 | Turbo | - | -'],
  [1973, '3.0CSi 5-Speed', 'E9 | E9 | 3.0CSi | coupe | manual'],
  [1972, 'Bavaria 4-Speed', 'E3 | E3 | Bavaria | sedan | manual'],
  [1999, 'Z3 2.3 Roadster 5-Speed', 'Z3 | Z3 | 2.3 | roadster | manual'],
  [2005, 'Z4 Roadster 2.5i SMG', 'Z4 | E8x | 2.5i | roadster | automatic'],
  [2011, 'Z4 sDrive35i M Sport', 'Z4 | E89 | sDrive35i | roadster | -'],
  [2002, 'Z8', 'Z8 | E52 | Base | roadster | -'],
  [2003, 'Alpina Roadster V8', 'Alpina Roadster V8 | E52 | Base | roadster | -'],
  [2012, 'Alpina B7 xDrive LWB', 'Alpina B7 | F01 | xDrive LWB | - | -'],
  [2011, 'X5 xDrive35d', 'X5 | E70 | xDrive35d | suv | -'],
  [1957, 'Isetta 300 Cabriolet', 'Isetta | Isetta | 300 | cabriolet | -'],
  [1976, 'R90S', 'R90S | - | - | - | -'],
  [1937, '328', '328 | - | - | - | -'],
];

describe('parseVehicle on BMW', () => {
  it.each(SERIES)('series: %s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });
  it.each(M_CARS)('M cars: %s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });
  it.each(OTHERS)('others: %s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });

  it('reads gearbox, speeds, driven wheels and marks', () => {
    const read = (modelYear: number, text: string) => parseVehicle({ make: 'BMW', text, modelYear });
    expect(read(2007, '550i SMG')).toMatchObject({
      gearbox: 'automated-manual',
      transmission: 'automatic',
      gears: null,
    });
    expect(read(1972, '2002 5-Speed')).toMatchObject({ gearbox: 'manual', gears: 5, drive: 'rear-wheel' });
    expect(read(2008, '328xi Sedan')).toMatchObject({ drive: 'all-wheel' });
    expect(read(2010, '335i M Sport Coupe 6-Speed')).toMatchObject({ marks: ['sport-package'], unknownWords: [] });
    expect(read(2003, '540i M Sport Dinan S2')).toMatchObject({
      marks: ['sport-package', 'tuned'],
      unknownWords: ['dinan', 's2'],
    });
    expect(read(1991, '325i Convertible 5-Speed Conversion')).toMatchObject({
      marks: ['gearbox-swap'],
      unknownWords: [],
    });
    expect(read(1989, 'S54-Powered M3 Race Car')).toMatchObject({
      marks: ['engine-swap', 'race-car'],
      unknownWords: ['s54-powered'],
    });
  });
});
