import { uniteMarks } from '../taxonomy/marks/read-marks.ts';
import type { Vehicle } from '../vehicle.ts';
import type { VehicleMark } from '../vehicle-mark.ts';
import type { ListingReading } from './listing-reading.ts';
import type { ListingTrait } from './listing-trait.ts';
import { readListingText, textOfListing } from './read-listing-text.ts';

/** What is stored of a trait that a text affirms, and of one that it denies; a denial that says nothing has no mark. */
const MARKS: Readonly<Partial<Record<ListingTrait, { readonly said?: VehicleMark; readonly denied?: VehicleMark }>>> = {
  accident: { said: 'accident', denied: 'accident-free' },
  salvage: { said: 'salvage', denied: 'clean-title' },
  flood: { said: 'flood' },
  'service-history': { said: 'service-history' },
  paperwork: { said: 'paperwork' },
  'matching-numbers': { said: 'matching-numbers', denied: 'replacement-engine' },
  modified: { said: 'modified', denied: 'unmodified' },
  'original-paint': { said: 'original-paint' },
  repainted: { said: 'repainted' },
  rust: { said: 'rust' },
  'true-mileage': { denied: 'mileage-unknown' },
  fault: { said: 'fault' },
};

/** The vehicle with the marks that title and lines add, so that they are stored, filtered by and valued like all others. */
export function withTextMarks(
  vehicle: Vehicle,
  listing: { readonly title: string; readonly details: readonly string[] },
): Vehicle {
  const found = textMarks(readListingText(textOfListing(listing)));
  return found.length === 0 ? vehicle : { ...vehicle, marks: uniteMarks(vehicle.marks, found) };
}

function textMarks({ traits }: ListingReading): readonly VehicleMark[] {
  const marks: (VehicleMark | undefined)[] = Object.entries(MARKS).map(([trait, { said, denied }]) => {
    const value = traits[trait as ListingTrait];
    return value === undefined ? undefined : value === true ? said : denied;
  });
  if (traits.owners === 1) marks.push('one-owner');
  if (traits.condition === 'project') marks.push('project');
  return marks.filter((mark) => mark !== undefined);
}
