import type { IsoDate } from '../calendar.ts';
import type { PredictionOutcome, PricePrediction, TimeHorizon } from '../price-prediction.ts';

/** A stored prediction with what came of it; `outcome` is `null` until it is settled. */
export interface LedgerEntry {
  readonly prediction: PricePrediction;
  readonly outcome: PredictionOutcome | null;
}

/**
 * Keeps predictions for ever and scores each of them once.
 *
 * *Duplicate*: an id that exists is kept as it is and not counted; a prediction is never changed. *Expired*: there is
 * no expiry. *Settle*: only on or after the target date and only once; a second settlement is ignored. *Missing*:
 * `byId` answers `null`, settling an unknown id is an `UnknownPredictionError`.
 */
export interface PredictionLedger {
  /** Stores what is new and answers how many that were, all or nothing. */
  record(predictions: readonly PricePrediction[]): Promise<number>;
  byId(id: string): Promise<LedgerEntry | null>;
  /** Newest `asOf` first, ties by id; at most `limit` (default 100). */
  list(query: {
    readonly market?: string;
    /** The segment itself, not its children. */
    readonly segment?: string;
    readonly horizon?: TimeHorizon;
    /** Only predictions made on exactly this day. */
    readonly asOf?: IsoDate;
    /** Only those with (true) or without (false) an outcome; both where absent. */
    readonly settled?: boolean;
    readonly limit?: number;
  }): Promise<readonly LedgerEntry[]>;
  /** Predictions whose target date is not after `asOf` and which have no outcome, oldest target first, ties by id; without `limit` all. */
  due(query: {
    readonly asOf: IsoDate;
    /** Only those with a target date on or after this day. Default: all. */
    readonly targetFrom?: IsoDate;
    readonly limit?: number;
  }): Promise<readonly PricePrediction[]>;
  /**
   * Fills in outcomes, all or nothing; answers how many were new. One before its target date is an
   * `EarlySettlementError`.
   */
  settle(outcomes: readonly PredictionOutcome[]): Promise<number>;
}
