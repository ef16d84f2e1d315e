import { z } from '@hono/zod-openapi';
import { ContributingFactorSchema } from './anomaly.ts';
import { DaySchema } from './calendar.ts';
import { IntervalSchema } from './interval.ts';
import { MarketSchema } from './market.ts';
import { orNull } from './or-null.ts';
import { ComparablesSchema } from './valuation.ts';

const probability = z
  .number()
  .openapi({ description: 'That a person who looks at it confirms it, from 0 to 1, by the newest fit.' });

const FlagRemovalSchema = z
  .object({
    fact: z
      .enum(['price', 'mileage', 'mileage unit', 'model year', 'condition'])
      .openapi({ description: 'The fact that is changed, everything else as it is.' }),
    from: z.string().openapi({ description: 'As it is.' }),
    to: z.string().openapi({ description: 'As it would be.' }),
    confirmationProbability: probability,
  })
  .openapi('FlagRemoval');

/** Why an anomaly is one, by the newest fit. */
export const AnomalyEvidenceSchema = z
  .object({
    market: MarketSchema,
    asOf: DaySchema.openapi({ description: 'Day of the fit behind it.' }),
    amount: z.number().int().openapi({ description: 'What the car should cost by a fit that has not seen it.' }),
    intervals: z.array(IntervalSchema).readonly().openapi({ description: '50, 80 and 90 %.' }),
    saleCount: z.number().int().openapi({ description: 'Sales of its kind behind the amount.' }),
    score: z.number().openapi({ description: 'How rare such a price is on such a car, in typical residuals.' }),
    confirmationProbability: probability,
    contributions: z
      .array(ContributingFactorSchema)
      .readonly()
      .openapi({ description: 'Their effects sum to the log of price over amount.' }),
    comparables: orNull(ComparablesSchema).openapi({ description: 'Sold cars like it; null where there are too few.' }),
    removals: z.array(FlagRemovalSchema).readonly().openapi({
      description: 'For each fact the smallest change that clears the anomaly, judged anew. May be empty.',
    }),
    disclaimer: z.string().openapi({ description: 'To be shown with the answer.' }),
  })
  .openapi('AnomalyEvidence');
