import { parseVehicle, type Transmission, type Vehicle } from '@pa/engines/market';
import {
  attributesOf,
  mileageCell,
  modelYearCell,
  pastDayCell,
  requiredPriceCell,
  requiredTextCell,
  textCell,
} from './cell-values.ts';
import type { FormatReader, ListingDraft } from './import-format.ts';
import { RejectedRow } from './rejected-row.ts';

// No id column: these tell one auction from another and do not change once it has ended.
const IDENTITY = ['year', 'make', 'model', 'mileage', 'normalized_color', 'transmission', 'end_date'] as const;

/** Finished online auctions of collector cars: model, trim, body and gearbox in one free text, prices in USD, miles. */
export const collectorFormat: FormatReader = {
  format: 'collector',
  requiredColumns: [...IDENTITY, 'sold_price', 'bid_amount', 'status'],
  read(row, context) {
    const make = requiredTextCell(row, 'make');
    const text = requiredTextCell(row, 'model');
    const modelYear = modelYearCell(row, 'year', context);
    const endedOn = pastDayCell(row, 'end_date', context);
    const vehicle = parseVehicle({ make, text, modelYear });
    const draft: ListingDraft = {
      title: [modelYear, make, text].filter((part) => part !== null).join(' '),
      vehicle: withTransmission(vehicle, textCell(row, 'transmission')),
      modelYear,
      mileage: mileageCell(row, 'mileage'),
      mileageUnit: 'mi',
      color: textCell(row, 'normalized_color')?.toLowerCase() ?? null,
      condition: null,
      region: null,
      sellerType: null,
      vin: null,
      optionCodes: [],
      details: [],
      ...outcomeOf(row),
      listedOn: null,
      endedOn,
      knownOn: endedOn,
      synthetic: false,
      attributes: attributesOf(row, ['bid_amount', 'bidders', 'watchers', 'comments']),
    };
    return {
      source: 'collector',
      identity: IDENTITY.map((column) => row[column] ?? ''),
      identityIsUnique: false,
      draft,
    };
  },
};

/** The vehicle with the gearbox of its column where the text did not name one. */
export function withTransmission(vehicle: Vehicle, column: string | null): Vehicle {
  const named = column?.toLowerCase();
  if (vehicle.transmission !== null || (named !== 'manual' && named !== 'automatic')) return vehicle;
  return { ...vehicle, transmission: named satisfies Transmission };
}

function outcomeOf(row: Parameters<FormatReader['read']>[0]): Pick<ListingDraft, 'status' | 'price'> {
  const status = requiredTextCell(row, 'status').toLowerCase();
  if (status === 'sold') {
    return { status, price: { kind: 'sold', amount: requiredPriceCell(row, 'sold_price'), currency: 'USD' } };
  }
  if (status !== 'unsold') throw new RejectedRow('status is neither sold nor unsold');
  // An auction without a bid ends with no price or with one of zero.
  const bid = textCell(row, 'bid_amount');
  if (bid === null || bid === '0') return { status, price: null };
  return { status, price: { kind: 'bid', amount: requiredPriceCell(row, 'bid_amount'), currency: 'USD' } };
}
