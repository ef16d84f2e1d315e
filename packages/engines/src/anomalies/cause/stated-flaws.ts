import { readListingText, textOfListing } from '../../market/listing-text/index.ts';
import type { Listing } from '../../market/listing.ts';

const FLAWS = {
  salvage: 'a branded title',
  flood: 'a flood',
  accident: 'an accident',
  fault: 'a fault',
  rust: 'rust',
} as const;

/** What a seller's own text says against a car, worst first, in words of ours: nothing of the text is repeated. */
export function statedFlaws(listing: Pick<Listing, 'title' | 'details'>): readonly string[] {
  const { traits } = readListingText(textOfListing(listing));
  const flaws: string[] = Object.entries(FLAWS)
    .filter(([trait]) => traits[trait as keyof typeof FLAWS] === true)
    .map(([, words]) => words);
  if (traits['true-mileage'] === false) flaws.push('a mileage that nobody knows');
  return traits.condition === 'project' ? [...flaws, 'the state of a project'] : flaws;
}
