import { expect, it } from 'vitest';
import { watchedCar } from './watched-car.ts';

it('is the car of an offer to watch, and none of any other answer', () => {
  const watch = { tool: 'watch', arguments: { model: '911', trim: 'GT3', other: 3 } };
  expect(watchedCar({ call: watch })).toEqual({ model: '911', trim: 'GT3' });
  expect(watchedCar({ call: { tool: 'watch', arguments: {} } })).toBeNull();
  expect(watchedCar({ call: { tool: 'measure', arguments: { model: '911' } } })).toBeNull();
  expect(watchedCar({ call: null })).toBeNull();
});
