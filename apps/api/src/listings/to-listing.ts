import { type IsoDate, type Listing, listingId } from '@pa/engines';
import type { ListingRow } from '../schemas/listing-row.ts';
import { vehicleOf } from './vehicle-of.ts';

/** A row as a listing. It is known from the day that it speaks of: its end, else its listing, else today. */
export function toListing(row: ListingRow, options: { readonly today: IsoDate }): Listing {
  const vehicle = vehicleOf(row);
  const { today } = options;
  const ended = row.status === 'active' ? undefined : row.endedOn;
  return {
    id: listingId(row),
    source: row.source,
    sourceKey: row.sourceKey,
    title: row.title ?? [row.modelYear, row.make, row.model, row.trim].filter((part) => part !== undefined).join(' '),
    vehicle,
    modelYear: row.modelYear ?? null,
    mileage: row.mileage ?? null,
    mileageUnit: row.mileageUnit,
    color: row.color?.toLowerCase() ?? null,
    condition: row.condition ?? null,
    region: row.region?.toLowerCase() ?? null,
    sellerType: row.sellerType ?? null,
    vin: row.vin?.toUpperCase() ?? null,
    optionCodes: row.optionCodes,
    details: row.details,
    status: row.status,
    price: row.price ?? null,
    listedOn: row.listedOn ?? null,
    endedOn: row.endedOn ?? null,
    knownOn: ended ?? row.listedOn ?? today,
    synthetic: false,
    attributes: {},
  };
}
