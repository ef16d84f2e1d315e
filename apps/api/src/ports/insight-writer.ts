import type { IsoDate, MarketInsight, MarketScope, NotEnoughData } from '@pa/engines';
import type { UnknownVehicle } from './price-predictor.ts';

/** Which text is wanted. */
export interface InsightRequest {
  readonly type: 'market_summary' | 'segment_report';
  readonly make?: string;
  readonly model?: string;
  readonly generation?: string;
  readonly trim?: string;
  readonly market: MarketScope;
  readonly asOf: IsoDate;
}

/** Writes a text about the market, or hands out the stored one for the same request and day. */
export interface InsightWriter {
  generateInsight(request: InsightRequest): Promise<MarketInsight | NotEnoughData | UnknownVehicle>;
}
