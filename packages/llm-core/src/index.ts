export * from './errors.ts';
export * from './usage.ts';
export type * from './language-model.ts';
