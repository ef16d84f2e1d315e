import { ASSISTANCE_OPTIONS } from './assistance-options.ts';
import { AUDIO_OPTIONS } from './audio-options.ts';
import { BRAKE_OPTIONS } from './brake-options.ts';
import type { CatalogueOption } from './catalogue-option.ts';
import { CHASSIS_OPTIONS } from './chassis-options.ts';
import { COMFORT_OPTIONS } from './comfort-options.ts';
import { DOCUMENT_OPTIONS } from './document-options.ts';
import { DRIVETRAIN_OPTIONS } from './drivetrain-options.ts';
import { ELECTRIC_OPTIONS } from './electric-options.ts';
import { EXTERIOR_OPTIONS } from './exterior-options.ts';
import { INTERIOR_OPTIONS } from './interior-options.ts';
import { LIGHTING_OPTIONS } from './lighting-options.ts';
import { PACKAGE_OPTIONS } from './package-options.ts';
import { ROOF_OPTIONS } from './roof-options.ts';
import { SEAT_OPTIONS } from './seat-options.ts';
import { WHEEL_OPTIONS } from './wheel-options.ts';

/** The make whose options the catalogue knows. */
export const CATALOGUE_MAKE = 'Porsche';

/** Every option that the house knows by name, by category and in a fixed order. */
export const OPTION_CATALOGUE: readonly CatalogueOption[] = [
  ...BRAKE_OPTIONS,
  ...DRIVETRAIN_OPTIONS,
  ...CHASSIS_OPTIONS,
  ...SEAT_OPTIONS,
  ...INTERIOR_OPTIONS,
  ...AUDIO_OPTIONS,
  ...ASSISTANCE_OPTIONS,
  ...COMFORT_OPTIONS,
  ...LIGHTING_OPTIONS,
  ...ROOF_OPTIONS,
  ...EXTERIOR_OPTIONS,
  ...WHEEL_OPTIONS,
  ...PACKAGE_OPTIONS,
  ...ELECTRIC_OPTIONS,
  ...DOCUMENT_OPTIONS,
];

const BY_CODE = new Map(OPTION_CATALOGUE.map((option) => [option.code, option]));

/** The option of a code, or `null` where the catalogue has none. */
export function findOption(code: string): CatalogueOption | null {
  return BY_CODE.get(code) ?? null;
}

/**
 * True where no car of this line and model year could be had with the option. False where that cannot be told: an option
 * that is not bound to a line, or a car whose line or year is not known.
 */
export function isImpossibleOn(
  option: CatalogueOption,
  car: { readonly model: string | null; readonly modelYear: number | null },
): boolean {
  const { model, modelYear } = car;
  if (option.fits.length === 0 || model === null) return false;
  const ofModel = option.fits.filter((fit) => fit.model === model);
  if (ofModel.length === 0) return true;
  if (modelYear === null) return false;
  return !ofModel.some((fit) => modelYear >= fit.modelYears[0] && modelYear <= fit.modelYears[1]);
}
