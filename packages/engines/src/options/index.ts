export * from './catalogue/catalogue-option.ts';
export { CATALOGUE_MAKE, findOption, isImpossibleOn, OPTION_CATALOGUE } from './catalogue/option-catalogue.ts';
export type { OptionMention, OptionReading } from './normaliser/option-reading.ts';
export { optionCodeOf } from './normaliser/option-code-of.ts';
export { type OptionReadingContext, readOptions } from './normaliser/read-options.ts';
export { analyzeColorValue, analyzeRareColorValue, RARE_COLOR_SHARE } from './values/analyze-color-value.ts';
export { analyzeOptionLadder, type OptionValueLadder } from './values/analyze-option-ladder.ts';
export {
  analyzeOptionValue,
  type OptionValueMarket,
  type OptionValueQuestion,
  readOptionValueMarket,
} from './values/analyze-option-value.ts';
export { FEWEST_CARS } from './values/analyze-trait.ts';
export { INTERACTION_LEVEL } from './values/find-interactions.ts';
export type {
  OptionValue,
  TimeToSellEffect,
  ValueAtAge,
  ValueEstimate,
  ValueInteraction,
} from './values/option-value.ts';
export type { OptionValueScope } from './values/option-value-sale.ts';
export { VALUE_CONFIDENCE_LEVEL } from './values/typical-car.ts';
export { optimizeOptionSelection } from './selection/optimize-option-selection.ts';
export type {
  AvailableOption,
  ImpossibleSelection,
  OptionSelection,
  SelectionEntry,
  SelectionReason,
  SelectionSettings,
} from './selection/selection-problem.ts';
