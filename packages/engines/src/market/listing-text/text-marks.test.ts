import { describe, expect, it } from 'vitest';
import { vehicleNamed } from '../vehicle.ts';
import { withTextMarks } from './text-marks.ts';

const car = vehicleNamed({ make: 'Porsche', model: '911', generation: '993', trim: 'Carrera' });

describe('withTextMarks', () => {
  it('adds what title and lines say to the marks of the vehicle, in the order of all marks', () => {
    const known = { ...car, marks: ['low-mileage'] as const };
    const details = ['No accidents', 'Two owners', 'Replacement engine', 'Repainted in silver', '9k miles, TMU'];
    expect(withTextMarks(known, { title: '1996 Porsche 911 with service records', details }).marks).toEqual([
      'low-mileage',
      'replacement-engine',
      'accident-free',
      'service-history',
      'repainted',
      'mileage-unknown',
    ]);
    expect(withTextMarks(car, { title: 'One-owner 911', details: ['Non-running project'] }).marks).toEqual([
      'one-owner',
      'project',
      'fault',
    ]);
  });

  it('leaves a vehicle alone of which the text says nothing', () => {
    expect(withTextMarks(car, { title: '1996 Porsche 911 Carrera', details: ['Guards Red'] })).toBe(car);
  });
});
