import { type AccuracyReport, reportAccuracy } from '../forecasting/accuracy/report-accuracy.ts';
import type { LedgerEntry, PredictionLedger } from '../market/ports/prediction-ledger.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import type { TimeHorizon } from '../market/price-prediction.ts';

export interface AccuracyRequest {
  /** Default: all markets. */
  readonly market?: MarketScope;
  readonly segment?: string;
  readonly horizon?: TimeHorizon;
}

/** Entries read at most: newest first, so that older ones fall out of a very long ledger. */
const MOST_ENTRIES = 200_000;

/** The accuracy of everything a ledger holds, byte for byte the same for the same entries. */
export async function reportLedgerAccuracy(
  ledger: PredictionLedger,
  request: AccuracyRequest = {},
): Promise<AccuracyReport> {
  const { market, segment, horizon } = request;
  const entries: readonly LedgerEntry[] = await ledger.list({
    limit: MOST_ENTRIES,
    ...(market === undefined ? {} : { market: marketKey(market) }),
    ...(segment === undefined ? {} : { segment }),
    ...(horizon === undefined ? {} : { horizon }),
  });
  return reportAccuracy(entries);
}
