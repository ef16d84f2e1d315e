import { describe, expect, it } from 'vitest';
import { parseVehicle } from './parse-vehicle.ts';

type Row = readonly [modelYear: number | null, text: string, expected: string];

function summary(modelYear: number | null, text: string): string {
  const car = parseVehicle({ make: 'ferrari', text, modelYear });
  return [car.model, car.generation, car.trim, car.body, car.transmission].map((part) => part ?? '-').join(' | ');
}

const ROWS: readonly Row[] = [
  [1976, '308 GTB Vetroresina', '308 | Carburettor | GTB Vetroresina | coupe | -'],
  [1978, '308GTS', '308 | Carburettor | GTS | targa | -'],
  [1981, '308 GTSi', '308 | Injection | GTSi | targa | -'],
  [1984, '308 GTS Quattrovalvole', '308 | Quattrovalvole | GTS Quattrovalvole | targa | -'],
  [1975, 'Dino 308 GT4', '308 GT4 | 308 GT4 | Dino 308 GT4 | coupe | -'],
  [1988, '328 GTS', '328 | 328 | GTS | targa | -'],
  [1972, 'Dino 246 GT', 'Dino | Dino 246 | 246 GT | coupe | -'],
  [1974, 'Dino 246 GTS Chairs & Flares', 'Dino | Dino 246 | 246 GTS Chairs and Flares | targa | -'],
  [1984, 'Mondial QV Cabriolet', 'Mondial | Mondial Quattrovalvole | Quattrovalvole | cabriolet | -'],
  [1992, 'Mondial T Cabriolet', 'Mondial | Mondial T | T | cabriolet | -'],
  [1988, 'TESTAROSSA', 'Testarossa | Testarossa | Testarossa | coupe | -'],
  [1993, '512 TR', 'Testarossa | 512 TR | 512 TR | coupe | -'],
  [1983, '512 BBi', 'Berlinetta Boxer | 512 BBi | 512 BBi | coupe | -'],
  [1991, '348 TS', '348 | 348 | TS | targa | -'],
  [1997, 'f355 spider 6-speed', 'F355 | F355 | Spider | roadster | manual'],
  [1998, 'F355 F1 Berlinetta', 'F355 | F355 | Berlinetta | coupe | automatic'],
  [1997, '355 GTB 6-Speed', 'F355 | F355 | Berlinetta | coupe | manual'],
  [2001, '360 Modena', '360 | 360 | Modena | coupe | -'],
  [2004, '360 Challenge Stradale', '360 | 360 | Challenge Stradale | coupe | -'],
  [2004, 'Challenge Stradale', '360 | 360 | Challenge Stradale | coupe | -'],
  [2007, 'F430', 'F430 | F430 | Berlinetta | coupe | -'],
  [2009, '430 Scuderia Spider 16M', 'F430 | F430 | Scuderia Spider 16M | roadster | -'],
  [2015, '458 Speciale Aperta', '458 | 458 | Speciale A | roadster | -'],
  [2019, '488 Pista', '488 | 488 | Pista | coupe | -'],
  [1999, '456M GTA', '456 | 456M | GTA | coupe | -'],
  [1997, '456GT 6-Speed', '456 | 456 | GT | coupe | manual'],
  [2004, '575M Maranello F1', '575M | 575M | Maranello | coupe | automatic'],
  [2011, '599 GTB Fiorano HGTE', '599 | 599 | GTB Fiorano HGTE | coupe | -'],
  [2014, 'F12berlinetta', 'F12 | F12 | Berlinetta | coupe | -'],
  [2019, 'GTC4Lusso T', 'GTC4Lusso | GTC4Lusso | T | hatchback | -'],
  [1971, '365 GTB/4 Daytona Berlinetta', '365 | 365 | GTB/4 Daytona | coupe | -'],
  [2016, 'California T', 'California | California T | T | cabriolet | -'],
  [2021, 'SF90 Stradale Assetto Fiorano', 'SF90 | SF90 | Stradale Assetto Fiorano | coupe | -'],
];

describe('parseVehicle on Ferrari', () => {
  it.each(ROWS)('%s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });

  it('reads gearbox, driven wheels and marks', () => {
    const read = (modelYear: number, text: string) => parseVehicle({ make: 'Ferrari', text, modelYear });
    expect(read(1999, 'F355 F1 Spider')).toMatchObject({ gearbox: 'automated-manual', unknownWords: [] });
    expect(read(2014, 'FF')).toMatchObject({ drive: 'all-wheel' });
    expect(read(2006, 'F430 6-Speed Conversion')).toMatchObject({ marks: ['gearbox-swap'], transmission: 'manual' });
    expect(read(2006, 'F430 Challenge Race Car')).toMatchObject({ trim: 'Challenge', marks: ['race-car'] });
    expect(read(1987, 'Testarossa Straman Convertible')).toMatchObject({
      body: 'cabriolet',
      marks: ['body-conversion'],
      unknownWords: ['straman'],
    });
    expect(read(1965, '330 GTO Re-Creation')).toMatchObject({ marks: ['tribute'], unknownWords: ['gto'] });
    expect(read(1991, '348 Engine')).toMatchObject({ marks: ['part'], unknownWords: ['engine'] });
  });
});
