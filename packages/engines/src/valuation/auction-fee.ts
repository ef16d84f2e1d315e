import { InvalidInputError } from '../errors.ts';

/** What a buyer pays an auction on top of the hammer price. */
export interface AuctionFee {
  /** Share of the hammer price, such as 0.05. */
  readonly share: number;
  /** The fee is never more than this many whole currency units; `null` where it has no cap. */
  readonly cap: number | null;
  /** And never less, 0 where there is no such rule. */
  readonly minimum: number;
}

/** Online collector auctions: 5 % of the hammer price, at most 7,500. */
export const COLLECTOR_AUCTION_FEE: AuctionFee = { share: 0.05, cap: 7_500, minimum: 0 };

/** The fee on a hammer price, whole currency units. A fee that is no share from 0 on is an `InvalidInputError`. */
export function feeOf(hammer: number, fee: AuctionFee = COLLECTOR_AUCTION_FEE): number {
  checkFee(fee);
  const plain = Math.max(fee.minimum, hammer * fee.share);
  return Math.round(fee.cap === null ? plain : Math.min(fee.cap, plain));
}

/** What a car costs its buyer when it is sold at a hammer price. Rises with the hammer price, so intervals stay intervals. */
export function totalPrice(hammer: number, fee: AuctionFee = COLLECTOR_AUCTION_FEE): number {
  return Math.round(hammer) + feeOf(hammer, fee);
}

/** The highest whole hammer price whose total is not above what a buyer wants to pay; 0 where even the fee is more. */
export function hammerFor(total: number, fee: AuctionFee = COLLECTOR_AUCTION_FEE): number {
  checkFee(fee);
  const capped = fee.cap === null ? Number.NEGATIVE_INFINITY : total - fee.cap;
  let hammer = Math.max(0, Math.ceil(Math.max(capped, Math.min(total / (1 + fee.share), total - fee.minimum)) + 1));
  while (hammer > 0 && totalPrice(hammer, fee) > total) hammer--;
  return hammer;
}

function checkFee({ share, cap, minimum }: AuctionFee): void {
  const isShare = Number.isFinite(share) && share >= 0;
  const isBounded =
    Number.isFinite(minimum) && minimum >= 0 && (cap === null || (Number.isFinite(cap) && cap >= minimum));
  if (!isShare || !isBounded) {
    throw new InvalidInputError(
      `A fee of ${share} with a minimum of ${minimum} and a cap of ${cap} is none: give a share from 0 and a cap from the minimum on.`,
    );
  }
}
