import { describe, expect, it } from 'vitest';
import { parseVehicle } from './parse-vehicle.ts';

type Row = readonly [modelYear: number | null, text: string, expected: string];

function summary(modelYear: number | null, text: string): string {
  const car = parseVehicle({ make: 'Porsche', text, modelYear });
  return [car.model, car.generation, car.trim, car.body, car.transmission].map((part) => part ?? '-').join(' | ');
}

const EARLY: readonly Row[] = [
  [1965, '911 Coupe 5-Speed', '911 | F-Series | Base | coupe | manual'],
  [1967, '911S Soft-Window Targa', '911 | F-Series | S | targa | -'],
  [1968, '911L Coupe Sportomatic', '911 | F-Series | L | coupe | automatic'],
  [1969, '911 E Targa', '911 | F-Series | E | targa | -'],
  [1970, '911T coupe', '911 | F-Series | T | coupe | -'],
  [1971, '911-T Targa 4-speed', '911 | F-Series | T | targa | manual'],
  [1970, '911 S/T', '911 | F-Series | S/T | coupe | -'],
  [1967, '911R', '911 | F-Series | R | coupe | -'],
  [1972, '911', '911 | F-Series | - | - | -'],
  [1973, '911 Carrera RS 2.7 Lightweight', '911 | F-Series | 2.7 RS | coupe | -'],
  [1973, '911 2.7 RS Touring', '911 | F-Series | 2.7 RS | coupe | -'],
  [1973, '911 Carrera RSR', '911 | F-Series | RSR | coupe | -'],
  [1974, '911 Carrera RS 3.0', '911 | G-Series | 3.0 RS | coupe | -'],
  [1974, '911 Carrera 2.7 Targa', '911 | G-Series | Carrera | targa | -'],
  [1975, '911 Targa 5-Speed', '911 | G-Series | Base | targa | manual'],
  [1976, '911S Coupe', '911 | G-Series | S | coupe | -'],
  [1976, '930 Turbo Carrera', '911 | G-Series | Turbo | - | -'],
  [1977, 'Turbo Carrera 4-Speed', '911 | G-Series | Turbo | - | manual'],
  [1978, '930', '911 | G-Series | Turbo | - | -'],
  [1978, '911', '911 | G-Series | - | - | -'],
  [1979, '911 SC Targa', '911 | G-Series | SC | targa | -'],
  [1983, '911SC Cabriolet', '911 | G-Series | SC | cabriolet | -'],
  [1984, '911 SC/RS', '911 | G-Series | SC RS | coupe | -'],
  [1984, '911 Carrera 3.2 Coupe', '911 | G-Series | Carrera | coupe | -'],
  [1987, '911 Carrera Targa G50', '911 | G-Series | Carrera | targa | manual'],
  [1988, '911 Carrera Clubsport', '911 | G-Series | Club Sport | - | -'],
  [1988, '911 Club Sport', '911 | G-Series | Club Sport | - | -'],
  [1989, '911 Turbo Cabriolet G50', '911 | G-Series | Turbo | cabriolet | manual'],
  [1989, '911 Speedster', '911 | G-Series | Speedster | speedster | -'],
  [1989, '911 Carrera Speedster', '911 | G-Series | Speedster | speedster | -'],
  [1989, '911 Carrera', '911 | G-Series | Carrera | - | -'],
  [1989, '911 Carrera 4', '911 | 964 | Carrera 4 | - | -'],
  [null, 'G-Series 911 Carrera', '911 | G-Series | Carrera | - | -'],
  [null, '901', '911 | F-Series | - | - | -'],
];

const AIR_COOLED: readonly Row[] = [
  [1990, '911 Carrera 2 Tiptronic Cabriolet', '911 | 964 | Carrera 2 | cabriolet | automatic'],
  [1991, '911 Carrera Coupe', '911 | 964 | Carrera 2 | coupe | -'],
  [1991, '911 C4 Targa 5-speed', '911 | 964 | Carrera 4 | targa | manual'],
  [1991, '911 Turbo', '911 | 964 | Turbo | - | -'],
  [1992, '911 Carrera RS', '911 | 964 | Carrera RS | coupe | -'],
  [1992, '911 America Roadster', '911 | 964 | America Roadster | cabriolet | -'],
  [1993, '911 RS America', '911 | 964 | RS America | coupe | -'],
  [1993, '911 Carrera RS 3.8', '911 | 964 | Carrera RS 3.8 | coupe | -'],
  [1994, '911 Turbo 3.6', '911 | 964 | Turbo | - | -'],
  [1994, '964 Turbo S', '911 | 964 | Turbo S | - | -'],
  [1994, '911 Speedster 5-Speed', '911 | 964 | Speedster | speedster | manual'],
  [1994, '911 Carrera 4 Widebody', '911 | 964 | Carrera 4 | - | -'],
  [1995, '911 Carrera Coupe 6-Speed', '911 | 993 | Carrera | coupe | manual'],
  [1995, '993 Carrera 2', '911 | 993 | Carrera | - | -'],
  [1995, '911 Carrera RS Club Sport', '911 | 993 | Carrera RS | coupe | -'],
  [1996, '911 GT2', '911 | 993 | GT2 | coupe | -'],
  [1996, '911 Turbo', '911 | 993 | Turbo | - | -'],
  [1996, '911 Targa Tiptronic S', '911 | 993 | Carrera | targa | automatic'],
  [1997, '911 Carrera Targa', '911 | 993 | Carrera | targa | -'],
  [1997, '911 Carrera 4S', '911 | 993 | Carrera 4S | - | -'],
  [1997, '911 Turbo S', '911 | 993 | Turbo S | - | -'],
  [1998, '911 C2S', '911 | 993 | Carrera S | - | -'],
  [1998, '911 Carrera S', '911 | 993 | Carrera S | - | -'],
  [1998, '996 Carrera', '911 | 996.1 | Carrera | - | -'],
  [null, '993 C4S', '911 | 993 | Carrera 4S | - | -'],
];

const EARLY_WATER: readonly Row[] = [
  [1999, '911 Carrera Cabriolet', '911 | 996.1 | Carrera | cabriolet | -'],
  [2000, '911 Carrera 4 Coupe', '911 | 996.1 | Carrera 4 | coupe | -'],
  [2001, '911 GT3', '911 | 996.1 | GT3 | coupe | -'],
  [2001, '911 Turbo 6-Speed', '911 | 996 | Turbo | - | manual'],
  [2004, '996TT', '911 | 996 | Turbo | - | -'],
  [2005, '911 Turbo S Cabriolet', '911 | 996 | Turbo S | cabriolet | -'],
  [2003, '911 GT2', '911 | 996 | GT2 | coupe | -'],
  [2002, '911 Targa', '911 | 996.2 | Carrera | targa | -'],
  [2003, '911 Carrera 4S', '911 | 996.2 | Carrera 4S | - | -'],
  [2004, '911 GT3RS', '911 | 996.2 | GT3 RS | coupe | -'],
  [2004, '911 40th Anniversary Edition', '911 | 996.2 | 40th Anniversary | coupe | -'],
  [2005, '911 Carrera 4S Cabriolet', '911 | 996.2 | Carrera 4S | cabriolet | -'],
  [2005, '911 Targa 6-Speed', '911 | 996.2 | Carrera | targa | manual'],
  [2005, '911 GT3', '911 | 996.2 | GT3 | coupe | -'],
  [2005, '911 Carrera', '911 | 997.1 | Carrera | - | -'],
  [2005, '911 Carrera S Coupe', '911 | 997.1 | Carrera S | coupe | -'],
  [2005, '996 Carrera 4', '911 | 996.2 | Carrera 4 | - | -'],
  [2006, '911 C4S Cab', '911 | 997.1 | Carrera 4S | cabriolet | -'],
  [2007, '911 Targa 4', '911 | 997.1 | Targa 4 | targa | -'],
  [2008, '911 Targa 4S 6-Speed', '911 | 997.1 | Targa 4S | targa | manual'],
  [2007, '911 GT3 RS', '911 | 997.1 | GT3 RS | coupe | -'],
  [2008, '911 GT2', '911 | 997.1 | GT2 | coupe | -'],
  [2009, '911 Turbo Cabriolet', '911 | 997.1 | Turbo | cabriolet | -'],
  [2009, '911 Carrera S PDK', '911 | 997.2 | Carrera S | - | automatic'],
  [2009, '911 Targa 4S', '911 | 997.2 | Targa 4S | targa | -'],
  [2010, '911 Turbo', '911 | 997.2 | Turbo | - | -'],
  [2010, '911 Sport Classic', '911 | 997.2 | Sport Classic | coupe | -'],
  [2010, '911 GT3', '911 | 997.2 | GT3 | coupe | -'],
  [2011, '911 GT3 RS 4.0', '911 | 997.2 | GT3 RS 4.0 | coupe | -'],
  [2011, '911 GT2 RS', '911 | 997.2 | GT2 RS | coupe | -'],
  [2011, '911 Speedster', '911 | 997.2 | Speedster | speedster | -'],
  [2011, '911 Carrera GTS Cabriolet', '911 | 997.2 | Carrera GTS | cabriolet | -'],
  [2012, '911 Carrera 4 GTS', '911 | 997.2 | Carrera 4 GTS | - | -'],
  [2012, '911 Carrera 4S', '911 | 997.2 | Carrera 4S | - | -'],
  [2012, '911 Carrera S 6-Speed', '911 | 997.2 | Carrera S | - | manual'],
  [2013, '911 Turbo S', '911 | 997.2 | Turbo S | - | -'],
  [null, '997.2 GT3 RS 4.0', '911 | 997.2 | GT3 RS 4.0 | coupe | -'],
  [2008, '911 (997.1) Carrera S', '911 | 997.1 | Carrera S | - | -'],
];

const LATE_WATER: readonly Row[] = [
  [2012, '911 Carrera S Coupe 7-Speed', '911 | 991.1 | Carrera S | coupe | manual'],
  [2012, '911 Carrera Cabriolet', '911 | 991.1 | Carrera | cabriolet | -'],
  [2013, '911 Carrera 4S', '911 | 991.1 | Carrera 4S | - | -'],
  [2014, '911 50th Anniversary Edition', '911 | 991.1 | 50th Anniversary | coupe | -'],
  [2014, '911 Turbo S Coupe', '911 | 991.1 | Turbo S | coupe | -'],
  [2015, '911 GT3', '911 | 991.1 | GT3 | coupe | -'],
  [2016, '911 GT3 RS', '911 | 991.1 | GT3 RS | coupe | -'],
  [2016, '911 R', '911 | 991.1 | R | coupe | -'],
  [2016, '911 Targa 4 GTS', '911 | 991.1 | Targa 4 GTS | targa | -'],
  [2016, '911 Carrera GTS', '911 | 991.1 | Carrera GTS | - | -'],
  [2016, '911 Turbo', '911 | 991.1 | Turbo | - | -'],
  [2017, '911 Carrera', '911 | 991.2 | Carrera | - | -'],
  [2017, '911 Turbo', '911 | 991.2 | Turbo | - | -'],
  [2018, '911 Carrera T', '911 | 991.2 | Carrera T | - | -'],
  [2018, '911 GT2 RS Weissach', '911 | 991.2 | GT2 RS | coupe | -'],
  [2018, '911 GT3 6-Speed', '911 | 991.2 | GT3 | coupe | manual'],
  [2018, '911 GT3 6-Speed Touring', '911 | 991.2 | GT3 Touring | coupe | manual'],
  [2019, '911 GT3-RS', '911 | 991.2 | GT3 RS | coupe | -'],
  [2019, '911 Speedster', '911 | 991.2 | Speedster | speedster | -'],
  [2019, '911 GT2 RS Clubsport', '911 | 991.2 | GT2 RS Clubsport | coupe | -'],
  [2019, '911 Targa 4S', '911 | 991.2 | Targa 4S | targa | -'],
  [2020, '911 Carrera S', '911 | 992.1 | Carrera S | - | -'],
  [2020, '911 4S Cabriolet', '911 | 992.1 | Carrera 4S | cabriolet | -'],
  [2021, '911 Turbo S', '911 | 992.1 | Turbo S | - | -'],
  [2022, '911 GT3 Touring', '911 | 992.1 | GT3 Touring | coupe | -'],
  [2022, '911 Carrera 4 GTS Coupe 7-Speed', '911 | 992.1 | Carrera 4 GTS | coupe | manual'],
  [2023, '911 Sport Classic', '911 | 992.1 | Sport Classic | coupe | -'],
  [2023, '911 Dakar Rallye', '911 | 992.1 | Dakar | coupe | -'],
  [2023, '911 GT3 RS', '911 | 992.1 | GT3 RS | coupe | -'],
  [2024, '911 S/T', '911 | 992.1 | S/T | coupe | -'],
  [2024, '911 Targa 4 GTS', '911 | 992.1 | Targa 4 GTS | targa | -'],
  [2025, '911 Carrera', '911 | 992.2 | Carrera | - | -'],
  [2025, '911 Carrera GTS', '911 | 992.2 | Carrera GTS | - | -'],
  [2025, '911 Turbo S', '911 | 992.1 | Turbo S | - | -'],
  [2025, '911 GT3', '911 | 992.2 | GT3 | coupe | -'],
  [2021, '911 GT3 Cup', '911 | 992.1 | GT3 Cup | coupe | -'],
  [2008, '911 GT3 RSR', '911 | 997.1 | GT3 RSR | coupe | -'],
];

const CONTRADICTIONS: readonly Row[] = [
  [1972, '911 Turbo', '911 | - | Turbo | - | -'],
  [1990, '911 GT3', '911 | - | GT3 | coupe | -'],
  [2008, '991 Carrera S', '911 | - | Carrera S | - | -'],
  [null, '911', '911 | - | - | - | -'],
  [null, '911 Carrera S', '911 | - | Carrera S | - | -'],
  [1974, '911 Carrera RSR Tribute', '911 | G-Series | Carrera | - | -'],
  [1979, '911SC RS Tribute', '911 | G-Series | SC | - | -'],
];

describe('parseVehicle on the 911', () => {
  it.each(EARLY)('early: %s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });
  it.each(AIR_COOLED)('964 and 993: %s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });
  it.each(EARLY_WATER)('996 and 997: %s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });
  it.each(LATE_WATER)('991 and 992: %s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });
  it.each(CONTRADICTIONS)('words against year: %s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });

  it('reads gearbox, speeds and driven wheels', () => {
    const read = (modelYear: number, text: string) => {
      const { gearbox, gears, drive } = parseVehicle({ make: 'Porsche', text, modelYear });
      return [gearbox, gears, drive];
    };
    expect(read(2009, '911 Carrera S PDK')).toEqual(['dual-clutch', null, 'rear-wheel']);
    expect(read(1996, '911 Carrera 4S 6-Speed')).toEqual(['manual', 6, 'all-wheel']);
    expect(read(1968, '911L Sportomatic')).toEqual(['automated-manual', null, 'rear-wheel']);
    expect(read(2002, '911 Turbo Tiptronic')).toEqual(['torque-converter', null, null]);
    expect(read(2016, '911 Targa 4 GTS')).toEqual([null, null, 'all-wheel']);
  });

  it('reads marks, and keeps the words that tell more than they do', () => {
    const read = (modelYear: number, text: string) => {
      const { marks, unknownWords } = parseVehicle({ make: 'Porsche', text, modelYear });
      return [marks.join(', '), unknownWords.join(' ')];
    };
    expect(read(2004, '911 Turbo Coupe X50 6-Speed')).toEqual(['power-kit', '']);
    expect(read(2019, '911 GT3 RS Weissach Paint to Sample')).toEqual(['special-colour, weissach', '']);
    expect(read(1987, 'Modified 911 Carrera Coupe 3.6L Engine Swap')).toEqual(['modified, engine-swap', '3.6l']);
    expect(read(1973, '911 Carrera RS Touring')).toEqual(['touring', '']);
    expect(read(1981, '911SC Targa Project')).toEqual(['project', '']);
    expect(read(1995, '911 Carrera Race Car')).toEqual(['race-car', '']);
    expect(read(1974, '911 Coupe RSR-Style 3.6-Powered')).toEqual(['tribute, engine-swap', 'rsr-style 3.6-powered']);
    expect(read(1997, 'RUF 911 Turbo Coupe')).toEqual(['tuned', 'ruf']);
    expect(read(2003, '911 Turbo 6-Speed Conversion')).toEqual(['gearbox-swap', '']);
  });
});
