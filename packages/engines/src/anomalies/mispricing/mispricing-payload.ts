import { z } from 'zod';

/** Version of the stored form. */
export const MISPRICING_VERSION = 'mispricing-2';

/** A mispricing model as plain JSON; the trees have a form of their own, which they check themselves. */
export const mispricingPayload = z.object({
  version: z.literal(MISPRICING_VERSION),
  codes: z.object({ names: z.array(z.array(z.tuple([z.string(), z.number().int()]))) }),
  level: z.unknown(),
  spread: z.unknown(),
  contamination: z.array(z.unknown()).min(1),
  knots: z.array(z.tuple([z.number(), z.number()])).min(1),
});
