import { STILL_MADE, type ModelLine, type ModelYears } from '../model-line.ts';

const BEFORE_FACELIFT: ModelYears = [2020, 2024];
const AFTER_FACELIFT: ModelYears = [2025, STILL_MADE];

/** The Taycan (platform J1). Cross and Sport Turismo are wagons; which of the two stays among the unknown words. */
export const porscheTaycan: ModelLine = {
  model: 'Taycan',
  names: ['taycan'],
  usualBody: 'sedan',
  generations: [
    { name: 'J1.1', words: ['j1', 'j1.1'], years: BEFORE_FACELIFT, automaticOnly: true },
    { name: 'J1.2', words: ['j1', 'j1.2'], years: AFTER_FACELIFT, automaticOnly: true },
  ],
  trims: [
    { name: 'Base', words: ['', 'base', 'rwd'], made: { 'J1.1': BEFORE_FACELIFT, 'J1.2': AFTER_FACELIFT } },
    { name: '4', words: ['4'], made: { 'J1.1': BEFORE_FACELIFT, 'J1.2': AFTER_FACELIFT } },
    { name: '4S', words: ['4s', '4 s'], made: { 'J1.1': BEFORE_FACELIFT, 'J1.2': AFTER_FACELIFT } },
    { name: 'GTS', words: ['gts'], made: { 'J1.1': [2022, 2024], 'J1.2': AFTER_FACELIFT } },
    { name: 'Turbo', words: ['turbo'], made: { 'J1.1': BEFORE_FACELIFT, 'J1.2': AFTER_FACELIFT } },
    { name: 'Turbo S', words: ['turbo s'], made: { 'J1.1': BEFORE_FACELIFT, 'J1.2': AFTER_FACELIFT } },
    { name: 'Turbo GT', words: ['turbo gt'], made: { 'J1.2': AFTER_FACELIFT } },
  ],
};
