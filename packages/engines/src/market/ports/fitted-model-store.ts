import type { IsoDate } from '../calendar.ts';

/** A fitted model as it is kept: plain JSON with the hash of the data it was fitted on. */
export interface FittedModelRecord {
  /** What it does: `valuation`, `market-indices`. */
  readonly kind: string;
  /** `marketKey` of the market it belongs to. */
  readonly market: string;
  readonly asOf: IsoDate;
  /** Version of the code that can read the payload. */
  readonly version: string;
  /** SHA-256 of the rows and settings it was fitted on, hexadecimal. */
  readonly dataHash: string;
  /** Plain JSON; numbers come back exactly, the order of keys need not. */
  readonly payload: unknown;
}

/**
 * Keeps fitted models, so that requests read them and never fit.
 *
 * *Duplicate*: saving the same kind, market, asOf and version again replaces the payload (a rerun of one day).
 * *Missing*: `latest` answers `null`. *Concurrent*: the last writer wins, whole.
 */
export interface FittedModelStore {
  save(record: FittedModelRecord): Promise<void>;
  /** The newest record of a kind and market with exactly this version and `asOf` not later than the given day. */
  latest(query: {
    readonly kind: string;
    readonly market: string;
    readonly version: string;
    readonly asOf: IsoDate;
  }): Promise<FittedModelRecord | null>;
}
