import type { Vehicle } from '@pa/engines';
import type { ListingRow } from '../schemas/listing-row.ts';

const BODIES = new Set<string>([
  'coupe',
  'cabriolet',
  'targa',
  'speedster',
  'roadster',
  'sedan',
  'wagon',
  'hatchback',
  'suv',
  'truck',
  'van',
]);

/** What the columns of a row say the car is, word for word. */
export function vehicleOf(row: ListingRow): Vehicle {
  const body = row.body?.toLowerCase();
  return {
    make: row.make,
    model: row.model,
    generation: null,
    trim: row.trim ?? null,
    body: isBody(body) ? body : null,
    transmission: row.transmission ?? null,
    unknownWords: [],
  };
}

function isBody(word: string | undefined): word is NonNullable<Vehicle['body']> {
  return word !== undefined && BODIES.has(word);
}
