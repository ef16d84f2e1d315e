import type { Sale } from '../../market/listing.ts';

/** A sale with what a guide said the car was worth before it was sold. */
export interface GuidedSale {
  readonly sale: Sale;
  /** Whole currency units of the sale's price; `null`, 0 and below count as unknown. */
  readonly guidePrice: number | null;
}

/** True where the guide knew the car. */
export function hasGuidePrice(guidePrice: number | null): guidePrice is number {
  return guidePrice !== null && Number.isFinite(guidePrice) && guidePrice > 0;
}
