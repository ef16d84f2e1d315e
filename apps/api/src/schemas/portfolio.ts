import { z } from '@hono/zod-openapi';
import { DisclaimerSchema } from './recommendation.ts';
import { makeWord, vehicleWords } from './vehicle-words.ts';

const HoldingSchema = z
  .strictObject({
    make: makeWord.optional(),
    model: vehicleWords('Model line.', '911'),
    generation: vehicleWords('Factory generation.', '992.1').optional(),
    trim: vehicleWords('Trim.', 'GT3').optional(),
    count: z.number().int().min(1).max(10_000).optional().openapi({ description: 'Cars. Default 1.' }),
    amount: z.number().positive().optional().openapi({
      description: 'What all of them are worth. Default: the typical car of the segment, times the count.',
    }),
  })
  .openapi('Holding');

export const PortfolioRequestSchema = z
  .strictObject({
    holdings: z.array(HoldingSchema).min(1).max(100).openapi({ description: 'One entry a kind of car.' }),
    consent: z
      .strictObject({
        userId: z.string().trim().min(1).max(200).openapi({ description: 'Who has read the disclaimer.' }),
        disclaimerVersion: z.string().min(1).openapi({ description: 'The version that was shown.' }),
      })
      .openapi({ description: 'That the reader has read the disclaimer in force and wants to go on.' }),
  })
  .openapi('PortfolioRequest');

const share = (description: string) => z.number().openapi({ description });

export const PortfolioSchema = z
  .object({
    asOf: z.string().openapi({ description: 'Day of the analysis.' }),
    currency: z.string().openapi({ description: 'Of every amount.' }),
    amount: z.number().openapi({ description: 'Worth of the whole.' }),
    heldDeviation: share('Standard deviation of the monthly return as held.'),
    leastVarianceDeviation: share('The same with the weights of least variance, within what sales allow.'),
    equalWeightDeviation: share('The same with equal weights.'),
    shrinkage: share('Part of the covariance that was drawn to its target.'),
    monthCount: z.number().int().openapi({ description: 'Months of returns behind it.' }),
    synthetic: z.boolean().openapi({ description: 'True where every sale behind it is made up.' }),
    positions: z
      .array(
        z.object({
          segment: z.string().openapi({ description: 'Segment of the index.' }),
          name: z.string().openapi({ description: 'The segment in words.' }),
          count: z.number().int().openapi({ description: 'Cars held.' }),
          amount: z.number().openapi({ description: 'Their worth.' }),
          heldWeight: share('Share of the money as held.'),
          leastVarianceWeight: share('Share of the money with least variance.'),
          monthlyDeviation: share('Standard deviation of the monthly return of the index.'),
          salesPerMonth: z.number().openapi({ description: 'Mean sales a month over the last year.' }),
          monthsToSell: z.number().nullable().openapi({ description: 'Months of such sales; null without sales.' }),
        }),
      )
      .readonly()
      .openapi({ description: 'One a segment.' }),
    disclaimer: DisclaimerSchema,
  })
  .openapi('Portfolio');
