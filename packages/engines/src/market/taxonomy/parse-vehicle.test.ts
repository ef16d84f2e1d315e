import { describe, expect, it } from 'vitest';
import { parseVehicle } from './parse-vehicle.ts';
import { vehicleFromColumns } from './vehicle-from-columns.ts';

type TextRow = readonly [make: string, modelYear: number | null, text: string, expected: string];
type ColumnRow = readonly [
  make: string,
  model: string,
  trim: string,
  body: string,
  modelYear: number,
  expected: string,
];

function line(car: ReturnType<typeof parseVehicle>): string {
  return [car.make, car.model, car.generation, car.trim, car.body, car.transmission]
    .map((part) => part ?? '-')
    .join(' | ');
}

const TEXTS: readonly TextRow[] = [
  ['vw', 1973, 'Karmann Ghia Convertible', 'Volkswagen | Karmann Ghia | - | - | cabriolet | -'],
  ['mercedes', 1995, 'E320 Cabriolet', 'Mercedes-Benz | E320 | - | - | cabriolet | -'],
  ['chev', 1969, 'Camaro Z/28 Coupe 4-Speed', 'Chevrolet | Camaro | - | Z/28 | coupe | manual'],
  ['landrover', 2011, 'Range Rover Sport', 'Land Rover | Range Rover Sport | - | - | - | -'],
  ['Toyota', 1994, 'Land Cruiser', 'Toyota | Land Cruiser | - | - | - | -'],
  ['Jeep', 1998, 'Grand Cherokee Limited automatic', 'Jeep | Grand Cherokee | - | Limited | - | automatic'],
  ['Alfa Romeo', 1984, 'Spider Veloce', 'Alfa Romeo | Spider | - | Veloce | roadster | -'],
  ['Ford', 2010, 'F-150 Lariat SuperCrew', 'Ford | F-150 | - | Lariat | truck | -'],
  ['', 2016, '2016 Porsche 911 GT3 RS', 'Porsche | 911 | 991.1 | GT3 RS | coupe | -'],
  ['Porsche', 2016, '2016 Porsche 911 GT3 RS', 'Porsche | 911 | 991.1 | GT3 RS | coupe | -'],
  ['Porsche', 1960, 'Sedan Prototype', 'Porsche | Sedan | - | Prototype | sedan | -'],
  ['', null, '', 'Unknown | Unknown | - | - | - | -'],
  ['Hispano-suiza', 1930, 'h6c', 'Hispano-Suiza | H6C | - | - | - | -'],
];

const COLUMNS: readonly ColumnRow[] = [
  ['Porsche', '911', 'Carrera S', 'Convertible', 2008, 'Porsche | 911 | 997.1 | Carrera S | cabriolet | -'],
  ['porsche', '911', '4x2 6c carrera', '', 2008, 'Porsche | 911 | 997.1 | Carrera | - | -'],
  ['porsche', '911', 'awd carrera 4s', 'Coupe', 2010, 'Porsche | 911 | 997.2 | Carrera 4S | coupe | -'],
  ['Porsche', 'Boxster', 'Base', 'Convertible', 2003, 'Porsche | Boxster | 986 | Base | roadster | -'],
  ['PORSCHE', 'CAYENNE', 'TURBO S', 'SUV', 2009, 'Porsche | Cayenne | 957 | Turbo S | suv | -'],
  ['Porsche', 'Cayman S', 'Base', 'Coupe', 2006, 'Porsche | Cayman | 987.1 | S | coupe | -'],
  ['Porsche', 'Panamera', '4', 'Sedan', 2012, 'Porsche | Panamera | 970.1 | 4 | sedan | -'],
  ['Infiniti', 'G Sedan', 'G37 Journey', 'G Sedan', 2012, 'Infiniti | G | - | G37 Journey | sedan | -'],
  ['honda', 'ODYSSEY', 'ex-l', 'minivan', 2012, 'Honda | Odyssey | - | EX-L | van | -'],
  ['Ford', 'F-150', 'XLT', 'SuperCrew', 2011, 'Ford | F-150 | - | XLT | truck | -'],
  ['dodge', 'durango', '4x2 v8 slt', '', 2008, 'Dodge | Durango | - | SLT | - | -'],
  ['Ford', 'Mustang', 'V6', 'Convertible', 2014, 'Ford | Mustang | - | V6 | cabriolet | -'],
  ['Chrysler', 'Town and Country', '', 'Minivan', 2012, 'Chrysler | Town and Country | - | - | van | -'],
  ['mercedes', 'E-Class', 'E350', 'Wagon', 2012, 'Mercedes-Benz | E-Class | - | E350 | wagon | -'],
  ['nissan', 'altima', '4dr Sedan SE', '', 2005, 'Nissan | Altima | - | SE | sedan | -'],
  ['Ford', 'F-250 Super Duty', 'Lariat', 'Crew Cab', 2009, 'Ford | F-250 Super Duty | - | Lariat | truck | -'],
  ['ford', 'f150', '4x4 xlt', 'Extended Cab', 2006, 'Ford | F-150 | - | XLT | truck | -'],
  ['landrover', 'range', 'rover sport hse', '', 2008, 'Land Rover | Range Rover Sport | - | HSE | - | -'],
  ['land rover', 'rangerover', 'hse', '', 2005, 'Land Rover | Range Rover | - | HSE | - | -'],
  ['MINI', 'Cooper', 'S', 'Convertible', 2010, 'Mini | Cooper | - | S | cabriolet | -'],
  ['bmw', '750i', '750i', '', 2007, 'BMW | 7 Series | E6x | 750i | sedan | -'],
  ['BMW', '3 Series', '328i xDrive', 'Sedan', 2011, 'BMW | 3 Series | E9x | 328i xDrive | sedan | -'],
  ['bmw', '750i', '', '', 2007, 'BMW | 7 Series | E6x | 750i | sedan | -'],
  ['BMW', 'X5 M', 'Base', 'SUV', 2012, 'BMW | X5 M | E70 | Base | suv | -'],
  ['Ferrari', 'California', 'Base', 'Convertible', 2011, 'Ferrari | California | California | Base | cabriolet | -'],
  ['', '', '', '', 2012, 'Unknown | Unknown | - | - | - | -'],
];

describe('parseVehicle', () => {
  it.each(TEXTS)('%s %s %s', (make, modelYear, text, expected) => {
    expect(line(parseVehicle({ make, text, modelYear }))).toBe(expected);
  });

  it('keeps the words that no rule takes, in their order', () => {
    const car = parseVehicle({ make: 'Ferrari', text: '308 GTB Vetroresina 3.4L Engine Project', modelYear: 1976 });
    expect(car).toMatchObject({
      model: '308',
      trim: 'GTB Vetroresina',
      marks: ['project'],
      unknownWords: ['3.4l', 'engine'],
    });
  });
});

describe('vehicleFromColumns', () => {
  it.each(COLUMNS)('%s %s %s %s', (make, model, trim, body, modelYear, expected) => {
    expect(line(vehicleFromColumns({ make, model, trim, body, modelYear }))).toBe(expected);
  });

  it('keeps the codes it takes out of a trim', () => {
    const car = vehicleFromColumns({ make: 'dodge', model: 'durango', trim: '4x2 v8 slt', modelYear: 2008 });
    expect(car.unknownWords).toEqual(['4x2', 'v8']);
  });

  it('agrees with the free text on the same car', () => {
    const text = parseVehicle({ make: 'Porsche', text: '911 Carrera 4S Cabriolet', modelYear: 2006 });
    const columns = vehicleFromColumns({
      make: 'porsche',
      model: '911',
      trim: 'carrera 4s',
      body: 'Convertible',
      modelYear: 2006,
    });
    expect(columns).toEqual(text);
  });
});
