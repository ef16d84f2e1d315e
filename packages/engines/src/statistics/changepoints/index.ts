export * from './segment-cost.ts';
export * from './pelt.ts';
export * from './level-shifts.ts';
