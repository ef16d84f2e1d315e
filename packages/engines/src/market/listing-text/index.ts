export type { Clause, ListingReading, TraitStatement } from './listing-reading.ts';
export * from './listing-trait.ts';
export { withTextMarks } from './text-marks.ts';
export { readListingText, textOfListing } from './read-listing-text.ts';
