import { z } from 'zod';

/** Version of the payload and of the model behind it; a payload of another version is refused. */
export const VALUATION_VERSION = 'valuation-8';

const integers = z.array(z.number().int());
const band = z.object({ confidenceLevel: z.number(), lower: z.number(), upper: z.number() });

/** One fit in ten-thousandths of the log: coefficients column by column and market paths period by period. */
const fit = z.object({ coefficients: integers, paths: z.record(z.string(), integers) });

/** A fitted valuation as plain JSON. Everything a value is computed from is in it, already rounded. */
export const valuationPayload = z.object({
  version: z.literal(VALUATION_VERSION),
  market: z.object({ priceKind: z.enum(['sold', 'wholesale']), currency: z.string() }),
  asOf: z.string(),
  saleCount: z.number(),
  dataHash: z.string(),
  exclusions: z.record(z.string(), z.number()),
  firstMonth: z.string(),
  /** Period of the last sale, and how much the level moves from one period to the next at each depth. */
  lastPeriod: z.number().int(),
  stepVariances: z.array(z.number()),
  typicalMileage: integers,
  rampMeans: z.array(z.number()),
  groups: z.array(z.object({ keys: z.array(z.string()), counts: integers })),
  variances: z.array(z.number()),
  full: fit,
  folds: z.array(fit),
  spread: z.object({
    logSpread: z.number(),
    bandBounds: integers,
    bands: integers,
    segments: z.record(z.string(), z.number()),
  }),
  /** By how much farther sales after the fit lie from their values than those of its own time. */
  forwardFactor: z.number(),
  /** By how much farther cars of a trim that was never sold lie from their values than their spread says. */
  unseenTrimFactor: z.number(),
  calibration: z.object({ priceBounds: integers, cells: z.array(z.tuple([z.array(band), z.array(band)])) }),
});

export type ValuationPayload = z.infer<typeof valuationPayload>;

/** The form of one fit within a payload. */
export type FitPayload = z.infer<typeof fit>;
