import type { ModelYears } from '../../market/taxonomy/model-line.ts';

export const OPTION_CATEGORIES = [
  'brakes',
  'drivetrain',
  'chassis',
  'seats',
  'interior',
  'audio',
  'assistance',
  'comfort',
  'lighting',
  'exterior',
  'wheels',
  'packages',
  'electric',
  'documents',
] as const;

export type OptionCategory = (typeof OPTION_CATEGORIES)[number];

/** A model line and the model years in which the option could be had on at least some of its cars. */
export interface OptionFit {
  readonly model: string;
  readonly modelYears: ModelYears;
}

/** What the factory asked for an option in the United States, about which generation. */
export interface OptionListPrice {
  /** Whole US dollars of the time. Order guides differ by model and year: good to about a fifth. */
  readonly usd: number;
  readonly generation: string;
  /** A model year in the middle of that generation. */
  readonly modelYear: number;
}

/** One thing that could be ordered with a car, or that buyers ask for as if it could. */
export interface CatalogueOption {
  readonly code: string;
  /** As the maker or the trade writes it. */
  readonly name: string;
  readonly category: OptionCategory;
  /** Order codes of the maker, such as `450` or `M030`; empty where none is known. One option had several over time. */
  readonly factoryCodes: readonly string[];
  /** What owners and sellers call it, in the notation of `compile-phrase.ts`. */
  readonly phrases: readonly string[];
  /** Empty where it is not bound to a model line. */
  readonly fits: readonly OptionFit[];
  /** `null` where none is known, or where it had none of its own. */
  readonly listPrice: OptionListPrice | null;
  /** Codes of options without which it could not be had. */
  readonly requires: readonly string[];
  /** Codes of options that one car cannot have beside it. */
  readonly excludes: readonly string[];
}
