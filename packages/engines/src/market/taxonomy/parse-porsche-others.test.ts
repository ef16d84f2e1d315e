import { describe, expect, it } from 'vitest';
import { parseVehicle } from './parse-vehicle.ts';

type Row = readonly [modelYear: number | null, text: string, expected: string];

function summary(modelYear: number | null, text: string): string {
  const car = parseVehicle({ make: 'porsche', text, modelYear });
  return [car.model, car.generation, car.trim, car.body, car.transmission].map((part) => part ?? '-').join(' | ');
}

const MID_ENGINED: readonly Row[] = [
  [1997, 'Boxster 5-Speed', 'Boxster | 986 | Base | roadster | manual'],
  [2002, 'Boxster S Tiptronic', 'Boxster | 986 | S | roadster | automatic'],
  [2004, 'Boxster S 550 Spyder Edition', 'Boxster | 986 | S | roadster | -'],
  [2005, 'Boxster', 'Boxster | 987.1 | Base | roadster | -'],
  [2008, 'Boxster RS 60 Spyder', 'Boxster | 987.1 | RS 60 Spyder | roadster | -'],
  [2009, 'Boxster S', 'Boxster | 987.2 | S | roadster | -'],
  [2011, 'Boxster Spyder 6-Speed', 'Boxster | 987.2 | Spyder | roadster | manual'],
  [2014, 'Boxster S Convertible', 'Boxster | 981 | S | roadster | -'],
  [2015, 'Boxster GTS', 'Boxster | 981 | GTS | roadster | -'],
  [2016, 'Boxster Spyder', 'Boxster | 981 | Spyder | roadster | -'],
  [2017, '718 Boxster', 'Boxster | 982 | Base | roadster | -'],
  [2018, '718 Boxster GTS', 'Boxster | 982 | GTS | roadster | -'],
  [2021, '718 Boxster GTS 4.0', 'Boxster | 982 | GTS 4.0 | roadster | -'],
  [2021, '718 Boxster GTS', 'Boxster | 982 | GTS 4.0 | roadster | -'],
  [2020, '718 Boxster T', 'Boxster | 982 | T | roadster | -'],
  [2021, '718 Spyder', 'Boxster | 982 | Spyder | roadster | -'],
  [2024, '718 Spyder RS', 'Boxster | 982 | Spyder RS | roadster | -'],
  [null, '986 S', 'Boxster | 986 | S | roadster | -'],
  [2006, 'Cayman S 6-Speed', 'Cayman | 987.1 | S | coupe | manual'],
  [2009, 'Cayman', 'Cayman | 987.2 | Base | coupe | -'],
  [2012, 'Cayman R', 'Cayman | 987.2 | R | coupe | -'],
  [2014, 'Cayman S', 'Cayman | 981 | S | coupe | -'],
  [2016, 'Cayman GT4', 'Cayman | 981 | GT4 | coupe | -'],
  [2016, 'Cayman GT4 Clubsport', 'Cayman | 981 | GT4 Clubsport | coupe | -'],
  [2018, '718 Cayman GTS 6-Speed', 'Cayman | 982 | GTS | coupe | manual'],
  [2020, '718 GT4', 'Cayman | 982 | GT4 | coupe | -'],
  [2023, '718 Cayman GT4 RS Weissach', 'Cayman | 982 | GT4 RS | coupe | -'],
  [1999, '718 Boxster GTS', 'Boxster | - | GTS | roadster | -'],
];

const FRONT_ENGINED: readonly Row[] = [
  [1977, '924 4-Speed', '924 | 924 | Base | coupe | manual'],
  [1981, '924 Turbo', '924 | 924 | Turbo | coupe | -'],
  [1987, '924S', '924 | 924 | S | coupe | -'],
  [1981, '924 Carrera GT', '924 | 924 | Carrera GT | coupe | -'],
  [1979, '928 5-Speed', '928 | 928 | Base | coupe | manual'],
  [1985, '928S', '928 | 928 | S | coupe | -'],
  [1988, '928S4', '928 | 928 | S4 | coupe | -'],
  [1990, '928 GT', '928 | 928 | GT | coupe | -'],
  [1994, '928GTS automatic', '928 | 928 | GTS | coupe | automatic'],
  [1984, '944', '944 | 944 | Base | coupe | -'],
  [1987, '944S 5-Speed', '944 | 944 | S | coupe | manual'],
  [1990, '944 S2 Cabriolet', '944 | 944 | S2 | cabriolet | -'],
  [1989, '944S2', '944 | 944 | S2 | coupe | -'],
  [1986, '951', '944 | 944 | Turbo | coupe | -'],
  [1988, '944 Turbo S', '944 | 944 | Turbo S | coupe | -'],
  [1993, '968 Coupe 6-Speed', '968 | 968 | Base | coupe | manual'],
  [1993, '968 CS', '968 | 968 | Club Sport | coupe | -'],
  [1994, '968 Clubsport', '968 | 968 | Club Sport | coupe | -'],
  [1992, '968 Cabriolet Tiptronic', '968 | 968 | Base | cabriolet | automatic'],
];

const CLASSIC: readonly Row[] = [
  [1953, '356 Pre-A Coupe', '356 | Pre-A | - | coupe | -'],
  [1954, '356 1500 Super', '356 | Pre-A | 1500 Super | - | -'],
  [1955, '356 Speedster', '356 | Pre-A | Speedster | speedster | -'],
  [1957, '356A 1600 Speedster', '356 | A | Speedster | speedster | -'],
  [1958, '356A 1600 Super Coupe', '356 | A | 1600 Super | coupe | -'],
  [1959, '356A Convertible D', '356 | A | Convertible D | cabriolet | -'],
  [1958, '356 A Carrera GT', '356 | A | Carrera | - | -'],
  [1961, '356B 1600 Roadster', '356 | B | 1600 | roadster | -'],
  [1961, '356B Super 90 Coupe', '356 | B | Super 90 | coupe | -'],
  [1962, '356B 1600S Cabriolet', '356 | B | 1600 Super | cabriolet | -'],
  [1964, '356C Coupe', '356 | C | C | coupe | -'],
  [1965, '356SC Cabriolet', '356 | C | SC | cabriolet | -'],
  [1963, '356C Coupe', '356 | C | C | coupe | -'],
  [1966, '912 Coupe 5-Speed', '912 | F-Series | Base | coupe | manual'],
  [1969, '912 Targa', '912 | F-Series | Base | targa | -'],
  [1976, '912E', '912 | G-Series | E | - | -'],
  [1970, '914-6', '914 | 914 | 6 | targa | -'],
  [1971, '914/6', '914 | 914 | 6 | targa | -'],
  [1973, '914 2.0', '914 | 914 | 2.0 | targa | -'],
  [1974, '914 1.8 5-Speed', '914 | 914 | 1.8 | targa | manual'],
  [1972, '914', '914 | 914 | Base | targa | -'],
  [1988, '959 Komfort', '959 | 959 | Komfort | coupe | -'],
  [1988, '959', '959 | 959 | Komfort | coupe | -'],
  [1955, '550 Spyder', '550 | 550 | - | - | -'],
  [null, '550 Spyder Replica', '550 Replica | - | - | - | -'],
  [1958, 'Diesel Junior Tractor', 'Tractor | Diesel | Junior | - | -'],
];

const LATER: readonly Row[] = [
  [2005, 'Carrera GT', 'Carrera GT | 980 | Base | roadster | -'],
  [2015, '918 Spyder Weissach', '918 | 918 | Spyder | roadster | -'],
  [2004, 'Cayenne Turbo', 'Cayenne | 955 | Turbo | suv | -'],
  [2006, 'Cayenne Turbo S', 'Cayenne | 955 | Turbo S | suv | -'],
  [2008, 'Cayenne GTS 6-Speed', 'Cayenne | 957 | GTS | suv | manual'],
  [2010, 'Cayenne S Transsyberia', 'Cayenne | 957 | S | suv | -'],
  [2011, 'Cayenne', 'Cayenne | 958.1 | Base | suv | -'],
  [2012, 'Cayenne S Hybrid', 'Cayenne | 958.1 | S Hybrid | suv | -'],
  [2014, 'Cayenne Diesel', 'Cayenne | 958.1 | Diesel | suv | -'],
  [2015, 'Cayenne S E-Hybrid', 'Cayenne | 958.2 | S E-Hybrid | suv | automatic'],
  [2016, 'Cayenne Diesel', 'Cayenne | 958.2 | Diesel | suv | automatic'],
  [2019, 'Cayenne E-Hybrid', 'Cayenne | 9Y0.1 | E-Hybrid | suv | automatic'],
  [2021, 'Cayenne GTS Coupe', 'Cayenne | 9Y0.1 | GTS | coupe | automatic'],
  [2023, 'Cayenne Turbo GT', 'Cayenne | 9Y0.1 | Turbo GT | suv | automatic'],
  [2024, 'Cayenne S', 'Cayenne | 9Y0.2 | S | suv | automatic'],
  [2016, 'Macan S', 'Macan | 95B.1 | S | suv | automatic'],
  [2018, 'Macan GTS', 'Macan | 95B.1 | GTS | suv | automatic'],
  [2020, 'Macan Turbo', 'Macan | 95B.2 | Turbo | suv | automatic'],
  [2023, 'Macan T', 'Macan | 95B.3 | T | suv | automatic'],
  [2025, 'Macan 4S', 'Macan | Electric | 4S | suv | automatic'],
  [2011, 'Panamera 4S', 'Panamera | 970.1 | 4S | sedan | -'],
  [2014, 'Panamera Turbo S Executive', 'Panamera | 970.2 | Turbo S | sedan | automatic'],
  [2018, 'Panamera 4 E-Hybrid Sport Turismo', 'Panamera | 971.1 | 4 E-Hybrid | wagon | automatic'],
  [2021, 'Panamera GTS', 'Panamera | 971.2 | GTS | sedan | automatic'],
  [2024, 'Panamera 4', 'Panamera | 976 | 4 | sedan | automatic'],
  [2020, 'Taycan 4S', 'Taycan | J1.1 | 4S | sedan | automatic'],
  [2022, 'Taycan Turbo S Cross Turismo', 'Taycan | J1.1 | Turbo S | wagon | automatic'],
  [2025, 'Taycan Turbo GT', 'Taycan | J1.2 | Turbo GT | sedan | automatic'],
];

describe('parseVehicle on the other Porsche lines', () => {
  it.each(MID_ENGINED)('mid-engined: %s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });
  it.each(FRONT_ENGINED)('front-engined: %s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });
  it.each(CLASSIC)('classic: %s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });
  it.each(LATER)('later: %s %s', (modelYear, text, expected) => {
    expect(summary(modelYear, text)).toBe(expected);
  });
});
