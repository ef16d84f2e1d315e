import type { IsoDate } from '@pa/engines';
import type { ListingRow } from '../schemas/listing-row.ts';

const NEWEST_MODEL_YEARS_AHEAD = 2;

/** Why a row that is well formed cannot be true; empty where nothing speaks against it. */
export function rowFaults(row: ListingRow, options: { readonly today: IsoDate }): readonly string[] {
  const { today } = options;
  const faults: string[] = [];
  if ((row.status === 'sold' || row.status === 'unsold') && row.endedOn === undefined) {
    faults.push('endedOn: is required where the sale or the auction is over');
  }
  if (row.status === 'sold' && row.price === undefined) faults.push('price: is required for a sold car');
  const kinds = row.status === 'sold' ? ['sold', 'wholesale'] : ['ask', 'bid'];
  if (row.price !== undefined && !kinds.includes(row.price.kind)) {
    faults.push(`price.kind: must be ${kinds.join(' or ')} for a car with status ${row.status}`);
  }
  if (row.listedOn !== undefined && row.listedOn > today)
    faults.push(`listedOn: must not be later than today, ${today}`);
  if (row.status !== 'active' && row.endedOn !== undefined && row.endedOn > today) {
    faults.push(`endedOn: must not be later than today, ${today}`);
  }
  if (row.listedOn !== undefined && row.endedOn !== undefined && row.endedOn < row.listedOn) {
    faults.push('endedOn: must not be earlier than listedOn');
  }
  const newest = Number(today.slice(0, 4)) + NEWEST_MODEL_YEARS_AHEAD;
  if (row.modelYear !== undefined && row.modelYear > newest) faults.push(`modelYear: must not be later than ${newest}`);
  return faults;
}
