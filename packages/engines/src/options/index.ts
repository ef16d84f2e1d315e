export * from './catalogue/catalogue-option.ts';
export { CATALOGUE_MAKE, findOption, isImpossibleOn, OPTION_CATALOGUE } from './catalogue/option-catalogue.ts';
export type { OptionMention, OptionReading } from './normaliser/option-reading.ts';
export { type OptionReadingContext, readOptions } from './normaliser/read-options.ts';
