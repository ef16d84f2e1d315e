import { type IsoDate, type Listing, listingId, withTextMarks } from '@pa/engines';
import type { ListingRow } from '../schemas/listing-row.ts';
import { vehicleOf } from './vehicle-of.ts';

/** A row as a listing. It is known from the day that it speaks of: its end, else its listing, else today. */
export function toListing(row: ListingRow, options: { readonly today: IsoDate }): Listing {
  const { today } = options;
  const finished = row.status === 'sold' || row.status === 'unsold';
  const title =
    row.title ?? [row.modelYear, row.make, row.model, row.trim].filter((part) => part !== undefined).join(' ');
  return {
    id: listingId(row),
    source: row.source,
    sourceKey: row.sourceKey,
    title,
    vehicle: withTextMarks(vehicleOf(row), { title, details: row.details }),
    modelYear: row.modelYear ?? null,
    mileage: odometer(row.mileage),
    mileageUnit: row.mileageUnit,
    color: row.color?.toLowerCase() ?? null,
    condition: row.condition ?? null,
    region: row.region?.toLowerCase() ?? null,
    sellerType: row.sellerType?.toLowerCase() ?? null,
    vin: row.vin?.toUpperCase() ?? null,
    optionCodes: row.optionCodes.map((code) => code.toLowerCase()),
    details: row.details,
    status: row.status,
    price: row.price === undefined ? null : { ...row.price, amount: Math.round(row.price.amount) },
    listedOn: row.listedOn ?? null,
    endedOn: row.endedOn ?? null,
    knownOn: (finished ? row.endedOn : row.listedOn) ?? today,
    synthetic: false,
    attributes: {},
  };
}

/** Whole units; many sources write 999999 where the reading is not known. */
function odometer(reading: number | undefined): number | null {
  return reading === undefined || reading === 999_999 ? null : Math.round(reading);
}
