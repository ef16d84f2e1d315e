import { z } from '@hono/zod-openapi';
import { DaySchema } from './calendar.ts';
import { MarketInputSchema } from './market.ts';
import { optionalParameter } from './optional-parameter.ts';
import { orNull } from './or-null.ts';
import { plainText } from './plain-text.ts';
import { MissAttributionSchema } from './prediction.ts';

const share = (description: string) => z.number().nullable().openapi({ description });
const count = (description: string) => z.number().int().openapi({ description });

export const AccuracyQuerySchema = z.strictObject({
  market: optionalParameter(MarketInputSchema.openapi({ description: 'Only this market. Default: all.' })),
  segment: optionalParameter(plainText(200).openapi({ description: 'Only this segment.', example: 'porsche/911' })),
  horizon: optionalParameter(
    z.enum(['1m', '3m', '6m', '1y']).openapi({ description: 'Only this horizon.', example: '3m' }),
  ),
});

const RowSchema = z
  .object({
    name: z.string().openapi({ description: 'A segment, a horizon, a band of prices or a target month.' }),
    count: count('Settled predictions.'),
    medianError: share('Median absolute error as a share of the actual price; null without a prediction.'),
    naiveMedianError: share("The same of today's price as the forecast."),
    within5: share('Share within 5 % of the actual price.'),
    within10: share('Share within 10 %.'),
    within20: share('Share within 20 %.'),
    bias: share('Median of predicted over actual, less 1: positive is too high.'),
    coverage: z
      .array(
        z
          .object({
            confidenceLevel: z.number().openapi({ description: 'Stated.' }),
            share: z.number().openapi({ description: 'Observed.' }),
          })
          .openapi('ObservedCoverage'),
      )
      .readonly()
      .openapi({ description: 'Stated against observed coverage.' }),
    stars: z.number().int().nullable().openapi({ description: '1 to 5; null below 5 predictions.' }),
  })
  .openapi('AccuracyRow');

const RecordSchema = z
  .object({
    predictionId: z.string().openapi({ description: 'The entry of the ledger.' }),
    segment: z.string().openapi({ description: 'Path of slugs from make to trim.' }),
    horizon: z.string().openapi({ description: '1m, 3m, 6m or 1y.' }),
    asOf: DaySchema.openapi({ description: 'The day it was made.' }),
    targetDate: DaySchema.openapi({ description: 'The day it spoke of.' }),
    predictedPrice: z.number().openapi({ description: 'Whole currency units.' }),
    actualPrice: z.number().openapi({ description: 'Whole currency units, of the same car on that day.' }),
    error: z.number().openapi({ description: 'Absolute, as a share of the actual price.' }),
    naiveError: z.number().openapi({ description: 'The same of the price of the day it was made.' }),
    covered90: z.boolean().nullable().openapi({ description: 'Whether the 90 % interval held the price.' }),
    attribution: orNull(MissAttributionSchema).openapi({
      description: 'What the miss came from; null where not kept.',
    }),
  })
  .openapi('TrackRecordEntry');

export const AccuracySchema = z
  .object({
    settledCount: count('Predictions with an outcome.'),
    openCount: count('Not due yet, or due without enough sales.'),
    overall: RowSchema,
    bySegment: z.array(RowSchema).readonly().openapi({ description: 'Ordered by segment.' }),
    byHorizon: z.array(RowSchema).readonly().openapi({ description: 'Shortest first.' }),
    byPriceBand: z.array(RowSchema).readonly().openapi({ description: 'By predicted price, lowest first.' }),
    byMonth: z.array(RowSchema).readonly().openapi({ description: 'By target month, oldest first.' }),
    calibration: z
      .array(
        z
          .object({
            confidenceLevel: z.number().openapi({ description: 'Stated.' }),
            share: z.number().openapi({ description: 'Observed.' }),
            count: count('Intervals.'),
          })
          .openapi('CalibrationPoint'),
      )
      .readonly()
      .openapi({ description: 'Stated against observed coverage of all intervals.' }),
    uniformity: z
      .object({
        count: count('Settled predictions.'),
        independentCount: count('Days of prediction, which is what the test counts.'),
        distance: z.number().openapi({ description: 'Largest distance from even, of 1.' }),
        pValue: z.number().openapi({ description: 'Of the test of Kolmogorov and Smirnov.' }),
      })
      .openapi('Uniformity', { description: 'Whether actual prices fell evenly over the predicted distributions.' }),
    attribution: orNull(
      z
        .object({
          count: count('Misses that could be divided.'),
          parts: z
            .array(
              z.object({
                part: z.enum(['index', 'car', 'mix', 'noise', 'total']).openapi({ description: 'What it came from.' }),
                mean: z.number().openapi({ description: 'Log scale; the parts sum to the total.' }),
                medianSize: z.number().openapi({ description: 'Median absolute size, log scale.' }),
              }),
            )
            .readonly()
            .openapi({ description: 'The total last.' }),
        })
        .openapi('MissSummary'),
    ).openapi({ description: 'What the misses against prices paid came from, or null.' }),
    skill: z
      .object({
        meanDifference: share("Mean error less that of today's price: below 0 is better."),
        pValue: share('Of the Diebold-Mariano test.'),
        hasSkill: z.boolean().openapi({ description: 'True where the predictions beat it with p below 0.05.' }),
      })
      .openapi('PredictionSkill'),
    decaySince: orNull(z.string()).openapi({ description: 'Month since which errors are worse than before, or null.' }),
    misses: z.array(RecordSchema).readonly().openapi({ description: 'The largest errors, largest first.' }),
    trackRecord: z.array(RecordSchema).readonly().openapi({ description: 'All, newest target first, at most 500.' }),
    synthetic: z.boolean().openapi({ description: 'True where generated data are among the sources.' }),
    disclaimer: z.string().openapi({ description: 'To be shown with the answer.' }),
  })
  .openapi('AccuracyReport');
