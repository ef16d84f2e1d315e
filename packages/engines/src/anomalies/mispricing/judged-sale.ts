import type { IsoDate } from '../../market/calendar.ts';
import type { Listing } from '../../market/listing.ts';

/** What a price is judged by: the facts of the car and what such a car should cost on a day. */
export interface JudgedCar {
  readonly listing: Pick<
    Listing,
    'vehicle' | 'modelYear' | 'mileage' | 'mileageUnit' | 'color' | 'condition' | 'region' | 'sellerType'
  > & { readonly vin?: string | null };
  readonly day: IsoDate;
  /** Log of the expected price, from a fit that has not seen this row. */
  readonly expectedLogPrice: number;
  /** Typical absolute log residual of cars like this one, as the valuation knows it. */
  readonly logSpread: number;
  /** Sales of its kind behind the expectation. */
  readonly saleCount: number;
}

/** A sale to learn from. */
export interface JudgedSale extends JudgedCar {
  /** Sales of one car share it, so that no car vouches for itself. */
  readonly carKey: string;
  readonly logPrice: number;
}
