import type { IsoDate } from '../../market/calendar.ts';
import type { Listing } from '../../market/listing.ts';
import type { Price } from '../../market/price.ts';
import { StatisticalInputError } from '../../statistics/input-error.ts';
import { type CauseContext, findCause } from '../cause/find-cause.ts';
import type { RepeatedListing } from '../duplicates/find-repeated-listings.ts';
import type { JudgedCar } from '../mispricing/judged-sale.ts';
import { type MispricingModel, mispricingModelFromPayload } from '../mispricing/mispricing-model.ts';
import type { ExpectedPrice } from '../priced-listing.ts';
import type { ConfirmationScale } from '../severity/confirmation-scale.ts';
import { ANOMALY_JUDGE_VERSION, judgePayload } from './judge-payload.ts';
import type { Judgement } from './judgement.ts';

/** A listing with a price beside what it should cost, on the day it is judged on. */
export interface JudgedCandidate {
  readonly listing: Listing;
  readonly price: Price;
  readonly expected: ExpectedPrice;
  readonly repeat: RepeatedListing | null;
  readonly asOf: IsoDate;
}

/** What a market taught about odd prices and their causes. Immutable; a fraction of a millisecond a listing. */
export interface AnomalyJudge {
  readonly mispricing: MispricingModel;
  readonly causes: CauseContext;
  judge(candidate: JudgedCandidate, scale: ConfirmationScale): Judgement;
  /** The judgements of many candidates, in their order: those of `judge`, and several times faster. */
  judgeAll(candidates: readonly JudgedCandidate[], scale: ConfirmationScale): readonly Judgement[];
  /** Plain JSON that `anomalyJudgeFromPayload` turns back into an equal judge. */
  toPayload(): unknown;
}

/** A price that is zero or negative is judged as one unit of the currency. */
const LEAST_PRICE = 1;

/** Puts a judge together from its parts. */
export function createAnomalyJudge(parts: {
  readonly mispricing: MispricingModel;
  readonly causes: CauseContext;
}): AnomalyJudge {
  const { mispricing, causes } = parts;
  const judgeAll = (candidates: readonly JudgedCandidate[], scale: ConfirmationScale): readonly Judgement[] => {
    const scores = mispricing.scoreAll(
      candidates.map(({ listing, price, expected }) => {
        const logPrice = Math.log(Math.max(LEAST_PRICE, price.amount));
        return { ...judgedCar(listing, expected), logPrice };
      }),
    );
    return candidates.map(({ listing, price, expected, repeat, asOf }, place) => {
      const found = scores[place]!;
      const { residual, localSpread } = found;
      const day = expected.valuedOn > asOf ? expected.valuedOn : asOf;
      const cause = findCause({ listing, price, residual, localSpread, repeats: repeat, asOf: day }, causes);
      return {
        ...found,
        cause,
        probability: scale.probability({ listing, price, score: found.score, residual, cause }),
      };
    });
  };
  return {
    mispricing,
    causes,
    judge: (candidate, scale) => judgeAll([candidate], scale)[0]!,
    judgeAll,
    toPayload: () => ({
      version: ANOMALY_JUDGE_VERSION,
      mispricing: mispricing.toPayload(),
      causes: { ...causes, optionShares: [...causes.optionShares] },
    }),
  };
}

/** Reads what `toPayload` gave, also after a way through JSON. Anything else is refused: fit again. */
export function anomalyJudgeFromPayload(payload: unknown): AnomalyJudge {
  const parsed = judgePayload.safeParse(payload);
  if (!parsed.success) {
    throw new StatisticalInputError(
      `The stored judge of prices cannot be read as version ${ANOMALY_JUDGE_VERSION}: fit it again (${parsed.error.issues[0]?.message ?? 'unknown form'}).`,
    );
  }
  const { mispricing, causes } = parsed.data;
  return createAnomalyJudge({
    mispricing: mispricingModelFromPayload(mispricing),
    causes: { ...causes, optionShares: new Map(causes.optionShares) },
  });
}

/** The facts of a listing that its oddness is judged by, with the unrounded expectation. */
export function judgedCar(listing: Listing, expected: ExpectedPrice): JudgedCar {
  let expectedLogPrice = expected.baseLogPrice;
  for (const { logEffect } of expected.contributions) expectedLogPrice += logEffect;
  const { logSpread, saleCount, valuedOn: day } = expected;
  return { listing, day, expectedLogPrice, logSpread, saleCount };
}
