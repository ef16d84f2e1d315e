import { z } from 'zod';

/** Version of the stored form and of what is learnt; a payload of another version is refused. */
export const ANOMALY_JUDGE_VERSION = 'anomaly-judge-2';

/** What a judge learnt, as plain JSON. */
export const judgePayload = z.object({
  version: z.literal(ANOMALY_JUDGE_VERSION),
  mispricing: z.unknown(),
  causes: z.object({
    roundness: z.array(z.number()),
    mileageUnit: z.object({ usual: z.enum(['mi', 'km']), share: z.number() }).nullable(),
    optionShares: z.array(z.tuple([z.string(), z.number()])),
  }),
});
