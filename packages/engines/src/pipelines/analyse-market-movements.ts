import type { MarketEvent } from '../market/market-event.ts';
import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import { type MarketMovement, marketMovement } from './market-movement.ts';
import { readMarketEvents } from './read-market-events.ts';
import type { AnalysisAccess } from './read-segment-indices.ts';

/** How the segments of a market moved. */
export interface MarketMovements {
  readonly status: 'ok';
  readonly market: MarketScope;
  /** The day of the analysis the figures are from. */
  readonly asOf: IsoDate;
  /** Those with a direction first, then by the size of the change. */
  readonly movements: readonly MarketMovement[];
  /** Lasting movements that the detectors of the daily run told so far, newest first; each once. */
  readonly events: readonly MarketEvent[];
}

export interface MarketMovementsRequest {
  /** Default: the market with most sales. */
  readonly market?: MarketScope;
  /** Default: today by the clock. */
  readonly asOf?: IsoDate;
  /** Months over which indices are compared. Default 3. */
  readonly monthCount?: number;
}

/** The change of every stored index over some months, and the movements of index, volume and mix. Never fits. */
export async function analyseMarketMovements(
  request: MarketMovementsRequest,
  { dependencies, analyses }: AnalysisAccess,
): Promise<MarketMovements | NotEnoughData> {
  const { stores, now } = dependencies;
  const { market, asOf = dayOfInstant(now()), monthCount = 3 } = request;
  const analysis = await analyses.read({ ...(market === undefined ? {} : { market }), asOf });
  if (analysis.status !== 'ok') return analysis;
  const movements: MarketMovement[] = [];
  for (const segment of analysis.segments) {
    const stored = await stores.marketIndices.latest({ market: analysis.market, segment, asOf: analysis.asOf });
    const movement = stored?.asOf === analysis.asOf ? marketMovement(stored.index, { monthCount }) : null;
    if (movement !== null) movements.push(movement);
  }
  movements.sort(
    (left, right) =>
      Number(left.direction === 'flat') - Number(right.direction === 'flat') ||
      Math.abs(right.change) - Math.abs(left.change) ||
      (left.segment < right.segment ? -1 : 1),
  );
  const stored = await readMarketEvents(stores, { market: analysis.market, asOf: analysis.asOf });
  const events = (stored?.events ?? []).toReversed();
  return { status: 'ok', market: analysis.market, asOf: analysis.asOf, movements, events };
}
