import { hash } from 'node:crypto';
import type {
  Body,
  DistanceUnit,
  Drive,
  GearboxKind,
  Listing,
  ListingStatus,
  PriceKind,
  Transmission,
  VehicleMark,
} from '@pa/engines';
import type { Selectable } from 'kysely';
import type { ListingsTable } from '../schema/listings-table.ts';
import type { ColumnTypes } from './recordset.ts';

/** The columns of `listings` that a listing fills. */
export type ListingRow = Omit<Selectable<ListingsTable>, 'change_sequence' | 'created_at' | 'updated_at'>;

/** The columns of a listing with their types. */
export const LISTING_COLUMNS: ColumnTypes<ListingRow> = {
  id: 'uuid',
  source: 'text',
  source_key: 'text',
  title: 'text',
  make: 'text',
  model: 'text',
  generation: 'text',
  trim: 'text',
  body: 'text',
  transmission: 'text',
  gearbox: 'text',
  gears: 'double precision',
  drive: 'text',
  marks: 'text[]',
  unknown_words: 'text[]',
  model_year: 'double precision',
  mileage: 'double precision',
  mileage_unit: 'text',
  color: 'text',
  condition: 'double precision',
  region: 'text',
  seller_type: 'text',
  vin: 'text',
  option_codes: 'text[]',
  details: 'text[]',
  status: 'text',
  price_kind: 'text',
  price_amount: 'numeric',
  price_currency: 'text',
  listed_on: 'date',
  ended_on: 'date',
  known_on: 'date',
  synthetic: 'boolean',
  attributes: 'jsonb',
  content_hash: 'text',
};

/** A listing as its row, with the hash of everything that is in it. */
export function toListingRow(listing: Listing): ListingRow {
  const { vehicle, price } = listing;
  const row: Omit<ListingRow, 'content_hash'> = {
    id: listing.id,
    source: listing.source,
    source_key: listing.sourceKey,
    title: listing.title,
    make: vehicle.make,
    model: vehicle.model,
    generation: vehicle.generation,
    trim: vehicle.trim,
    body: vehicle.body,
    transmission: vehicle.transmission,
    gearbox: vehicle.gearbox,
    gears: vehicle.gears,
    drive: vehicle.drive,
    marks: [...vehicle.marks],
    unknown_words: [...vehicle.unknownWords],
    model_year: listing.modelYear,
    mileage: listing.mileage,
    mileage_unit: listing.mileageUnit,
    color: listing.color,
    condition: listing.condition,
    region: listing.region,
    seller_type: listing.sellerType,
    vin: listing.vin,
    option_codes: [...listing.optionCodes],
    details: [...listing.details],
    status: listing.status,
    price_kind: price?.kind ?? null,
    price_amount: price?.amount ?? null,
    price_currency: price?.currency ?? null,
    listed_on: listing.listedOn,
    ended_on: listing.endedOn,
    known_on: listing.knownOn,
    synthetic: listing.synthetic,
    attributes: listing.attributes,
  };
  return { ...row, content_hash: contentHash(row) };
}

/** A row as its listing. */
export function toListing(row: ListingRow): Listing {
  const { price_kind: kind, price_amount: amount, price_currency: currency } = row;
  return {
    id: row.id,
    source: row.source,
    sourceKey: row.source_key,
    title: row.title,
    vehicle: {
      make: row.make,
      model: row.model,
      generation: row.generation,
      trim: row.trim,
      body: row.body as Body | null,
      transmission: row.transmission as Transmission | null,
      gearbox: row.gearbox as GearboxKind | null,
      gears: row.gears,
      drive: row.drive as Drive | null,
      marks: row.marks as VehicleMark[],
      unknownWords: row.unknown_words,
    },
    modelYear: row.model_year,
    mileage: row.mileage,
    mileageUnit: row.mileage_unit as DistanceUnit,
    color: row.color,
    condition: row.condition,
    region: row.region,
    sellerType: row.seller_type,
    vin: row.vin,
    optionCodes: row.option_codes,
    details: row.details,
    status: row.status as ListingStatus,
    price: kind === null || amount === null || currency === null ? null : { kind: kind as PriceKind, amount, currency },
    listedOn: row.listed_on,
    endedOn: row.ended_on,
    knownOn: row.known_on,
    synthetic: row.synthetic,
    attributes: row.attributes,
  };
}

/** Equal for equal listings, whatever the order of their attributes. */
function contentHash(row: Omit<ListingRow, 'content_hash'>): string {
  const attributes = Object.entries(row.attributes).sort(([left], [right]) => (left < right ? -1 : 1));
  return hash('sha256', JSON.stringify({ ...row, attributes }), 'base64url');
}
