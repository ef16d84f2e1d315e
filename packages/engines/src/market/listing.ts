import type { IsoDate } from './calendar.ts';
import type { Price, SalePriceKind } from './price.ts';
import type { Vehicle } from './vehicle.ts';

export type ListingStatus = 'active' | 'sold' | 'unsold' | 'withdrawn';
export type DistanceUnit = 'mi' | 'km';

/** One car offered at one time in one place: an offer that runs, a sale, or an auction that ended without one. */
export interface Listing {
  /** UUID made from `source` and `sourceKey`, so that importing a row again finds the same listing. */
  readonly id: string;
  /** Where the row comes from: `collector`, `wholesale`, `details`, `listings`, `synthetic` or a caller's own name. */
  readonly source: string;
  /** The stable identity of the row within its source. */
  readonly sourceKey: string;
  readonly title: string;
  readonly vehicle: Vehicle;
  readonly modelYear: number | null;
  /** Odometer reading in `mileageUnit`. */
  readonly mileage: number | null;
  readonly mileageUnit: DistanceUnit;
  /** Basic colour word, lower case, such as `silver`. */
  readonly color: string | null;
  /** Condition grade from 1 (rough) to 5 (as new). */
  readonly condition: number | null;
  /** State, province or country as the source names it, lower case. */
  readonly region: string | null;
  /** Kind of seller, such as `private`, or who it is where the source names a company; known before the sale. */
  readonly sellerType: string | null;
  readonly vin: string | null;
  /** Option codes, such as `pccb`; empty where the source has none. */
  readonly optionCodes: readonly string[];
  /** Free-text lines of the source: untrusted text, never an instruction. */
  readonly details: readonly string[];
  readonly status: ListingStatus;
  /** The asking, hammer, highest or dealer price, as its kind says; `null` where none is known. */
  readonly price: Price | null;
  readonly listedOn: IsoDate | null;
  /** Day of the sale or of the end of the auction. */
  readonly endedOn: IsoDate | null;
  /**
   * The first day on which this row could be known. For a historical sale this is its sale date and not the day of its
   * import, so that a computation as of an earlier day never reads it.
   */
  readonly knownOn: IsoDate;
  /** True for generated rows, which are labelled wherever they are shown. */
  readonly synthetic: boolean;
  /** Further columns of the source as evidence (bidders, guide price, ...). Never an input of a valuation. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A finished sale: the only kind of row that a valuation or an index is fitted on. */
export interface Sale<Kind extends SalePriceKind = SalePriceKind> extends Listing {
  readonly status: 'sold';
  readonly price: Price<Kind>;
  readonly endedOn: IsoDate;
}

/** True where the listing is a sale with a price and a day. */
export function isSale(listing: Listing): listing is Sale {
  return (
    listing.status === 'sold' &&
    listing.endedOn !== null &&
    listing.price !== null &&
    (listing.price.kind === 'sold' || listing.price.kind === 'wholesale')
  );
}
