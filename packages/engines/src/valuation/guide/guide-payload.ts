import { z } from 'zod';

/** Version of the stored form and of the model behind it. */
export const GUIDED_VERSION = 'guided-valuation-1';

const integers = z.array(z.number().int()).readonly();
const band = z.object({ confidenceLevel: z.number(), lower: z.number(), upper: z.number() });

const bands = z.array(band).readonly();

/** A fitted correction as plain JSON; the plain valuation is stored beside it and not in it. */
export const guidePayload = z.object({
  version: z.literal(GUIDED_VERSION),
  asOf: z.string(),
  saleCount: z.number(),
  /** A valuation of premiums over the guide. */
  premium: z.unknown(),
  /** Trees, one for each fold that was left out. */
  folds: z.array(z.unknown()),
  spread: z.object({
    logSpread: z.number(),
    bandBounds: integers,
    bands: integers,
    segments: z.record(z.string(), z.number()),
  }),
  calibration: z.object({
    priceBounds: integers,
    cells: z.array(z.tuple([bands, bands]).readonly()).readonly(),
  }),
});

export type GuidePayload = z.infer<typeof guidePayload>;
