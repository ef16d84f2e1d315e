import { z } from '@hono/zod-openapi';
import { DayInputSchema, DaySchema } from './calendar.ts';
import { DataRangeSchema } from './data-range.ts';
import { FactSchema } from './fact.ts';
import { DepthSchema, InsightSchema } from './insight.ts';
import { IntervalSchema } from './interval.ts';
import { MarketInputSchema, MarketSchema } from './market.ts';
import { optionalParameter } from './optional-parameter.ts';
import { makeWord, vehicleWords } from './vehicle-words.ts';
import { orNull } from './or-null.ts';
import { plainText } from './plain-text.ts';

export const HorizonSchema = z.enum(['1m', '3m', '6m', '1y']).openapi('Horizon');

/** A stored prediction; it never changes. */
export const PredictionSchema = z
  .object({
    id: z.string().openapi({ description: 'Stable id.' }),
    market: MarketSchema,
    segment: z.string().openapi({ description: 'Path of slugs from make to trim.', example: 'porsche/911/992.1/gt3' }),
    make: z.string().openapi({ description: 'Canonical name of the make.' }),
    model: z.string().openapi({ description: 'Model line.' }),
    generation: z.string().nullable().openapi({ description: 'Factory generation; null for all.' }),
    trim: z.string().nullable().openapi({ description: 'Trim; null for all.' }),
    horizon: HorizonSchema,
    asOf: DaySchema.openapi({ description: 'The day it was made; nothing known later went into it.' }),
    targetDate: DaySchema.openapi({ description: 'The day it speaks of.' }),
    referenceCar: z
      .object({
        modelYear: z.number().int().openapi({ description: 'Model year of the car.' }),
        mileage: z.number().openapi({ description: 'Miles.' }),
        saleCount: z.number().int().openapi({ description: 'Sales it was taken from.' }),
        mix: z
          .array(
            z.object({
              model: z.string().openapi({ description: 'Model line.' }),
              generation: z.string().nullable().openapi({ description: 'Factory generation; null where unknown.' }),
              trim: z.string().nullable().openapi({ description: 'Trim; null where unknown.' }),
              modelYear: z.number().int().openapi({ description: 'Model year of the car.' }),
              mileage: z.number().openapi({ description: 'Miles.' }),
              share: z.number().openapi({ description: 'Of the mix; the shares sum to 1.' }),
            }),
          )
          .readonly()
          .optional()
          .openapi({ description: 'Cars that the price of a wider segment is the mean of, on the log scale.' }),
      })
      .openapi('ReferenceCar', { description: 'The typical car of the segment, whose price is predicted.' }),
    currentPrice: z.number().openapi({ description: 'Value of the reference car on the day it was made.' }),
    indexGrowth: z
      .number()
      .optional()
      .openapi({ description: 'Growth of the price index in the prediction; 1 is none. Absent in older records.' }),
    predictedPrice: z.number().openapi({ description: 'Median of the predicted distribution.' }),
    intervals: z.array(IntervalSchema).readonly().openapi({ description: '50, 80 and 90 %.' }),
    naivePrice: z.number().openapi({ description: 'What a forecaster without a model would say.' }),
    saleCount: z.number().int().openapi({ description: 'Sales of the segment behind it.' }),
    hasSkill: z.boolean().openapi({ description: 'True where the model beat the naive baseline in its backtest.' }),
    modelVersion: z.string().openapi({ description: 'Version of the code that made it.' }),
    synthetic: z.boolean().openapi({ description: 'True where generated data are among the sources.' }),
    context: z
      .object({
        marketConditions: z
          .array(FactSchema)
          .readonly()
          .openapi({ description: 'How the market stood on that day, as facts.' }),
        keyAssumptions: z.array(z.string()).readonly().openapi({ description: 'What the method takes as given.' }),
        riskFactors: z.array(z.string()).readonly().openapi({ description: 'What may go wrong.' }),
      })
      .optional()
      .openapi({ description: 'What it rests on; absent where nobody noted it.' }),
  })
  .openapi('Prediction');

export const MissAttributionSchema = z
  .object({
    total: z.number().openapi({ description: 'Log of predicted over paid: the sum of the parts.' }),
    index: z.number().openapi({ description: 'The market moved otherwise than forecast.' }),
    car: z.number().openapi({ description: 'The car was worth something else: age, miles, a revised valuation.' }),
    mix: z.number().openapi({ description: 'Other cars were sold than the reference car.' }),
    noise: z.number().openapi({ description: 'Paid beyond the values of the cars.' }),
  })
  .openapi('MissAttribution', { description: 'Parts of a miss on the log scale.' });

export const OutcomeSchema = z
  .object({
    predictionId: z.string().openapi({ description: 'Id of the prediction.' }),
    settledOn: DaySchema.openapi({ description: 'The day it was settled.' }),
    saleCount: z.number().int().openapi({ description: 'Sales around the target date that it is taken from.' }),
    actualPrice: z
      .number()
      .openapi({ description: 'Constant-quality price of the reference car around the target date.' }),
    actualLow: z.number().openapi({ description: 'Lowest constant-quality price of a single sale.' }),
    actualHigh: z.number().openapi({ description: 'Highest constant-quality price of a single sale.' }),
    absolutePercentageError: z.number().openapi({ description: 'As a share: 0.05 is five per cent.' }),
    naiveAbsolutePercentageError: z.number().openapi({ description: 'The same for the price of the day it was made.' }),
    covered: z
      .array(
        z.object({
          confidenceLevel: z.number().openapi({ description: 'Level of the interval.' }),
          covered: z.boolean().openapi({ description: 'True where it held the actual price.' }),
        }),
      )
      .readonly()
      .openapi({ description: 'Which of the intervals held the actual price.' }),
    attribution: MissAttributionSchema.optional().openapi({
      description: 'What the miss came from; absent where the prediction did not keep its index growth.',
    }),
  })
  .openapi('PredictionOutcome');

export const LedgerEntrySchema = z
  .object({
    prediction: PredictionSchema,
    outcome: orNull(OutcomeSchema).openapi({ description: 'null until it is settled.' }),
  })
  .openapi('LedgerEntry');

export const LedgerSchema = z
  .object({ entries: z.array(LedgerEntrySchema).readonly().openapi({ description: 'Newest first.' }) })
  .openapi('PredictionLedger');

/** The answer to a prediction request. */
export const PredictionAnswerSchema = z
  .object({
    status: z.literal('ok').openapi({ description: 'Always `ok`; a refusal is a 422.' }),
    market: MarketSchema,
    segment: z.string().openapi({
      description: 'The segment that was asked for; where the words name several, the one with most sales.',
    }),
    asOf: DaySchema.openapi({ description: 'The day of the analysis that it is from.' }),
    predictions: z.array(PredictionSchema).readonly().openapi({ description: 'One a horizon, shortest first.' }),
    alternatives: z
      .array(
        z
          .object({
            segment: z.string().openapi({ description: 'Path of slugs from make to trim.' }),
            predictions: z
              .array(PredictionSchema)
              .readonly()
              .openapi({ description: 'One a horizon, shortest first.' }),
          })
          .openapi('SegmentPredictions'),
      )
      .readonly()
      .openapi({
        description: 'Further segments that the words name, such as the other generations of a trim; most sales first.',
      }),
    insight: InsightSchema.openapi({ description: 'The answer in words, with its facts and its marking.' }),
    disclaimer: z.string().openapi({ description: 'To be shown with the answer.' }),
    dataRange: DataRangeSchema,
    synthetic: z.boolean().openapi({ description: 'True where generated data are among the sources.' }),
  })
  .openapi('PredictionAnswer');

export const PredictionQuerySchema = z.strictObject({
  model: vehicleWords('Model line.', '911'),
  trim: optionalParameter(vehicleWords('Trim; absent widens to the generation or model.', 'gt3')),
  generation: optionalParameter(vehicleWords('Factory generation; absent means all of them.', '992.1')),
  make: optionalParameter(makeWord),
  horizon: optionalParameter(HorizonSchema.openapi({ param: { description: 'Absent: all four horizons.' } })),
  market: optionalParameter(MarketInputSchema),
  asOf: optionalParameter(
    DayInputSchema.openapi({ description: 'Nothing known later is read. Default: the day of the last daily run.' }),
  ),
  depth: optionalParameter(
    DepthSchema.openapi({ param: { description: 'How much the text says. Default: what the reader prefers.' } }),
  ),
});

export const LedgerQuerySchema = z.strictObject({
  market: optionalParameter(MarketInputSchema),
  segment: optionalParameter(plainText(200).openapi({ description: 'The segment itself, not its children.' })),
  horizon: optionalParameter(HorizonSchema.openapi({ param: { description: 'Only this horizon.' } })),
  asOf: optionalParameter(DayInputSchema.openapi({ description: 'Only predictions made on this day.' })),
  settled: optionalParameter(
    z.enum(['true', 'false']).openapi({ description: 'Only those with (true) or without (false) an outcome.' }),
  ),
  limit: optionalParameter(
    z.coerce.number().int().min(1).max(1000).openapi({ description: 'At most so many. Default: 100.' }),
  ),
});

export const ValidatePredictionSchema = z
  .strictObject({ predictionId: plainText(100).openapi({ description: 'Id of the prediction.' }) })
  .openapi('ValidatePredictionRequest');

export const PredictionValidationSchema = z
  .object({
    status: z.enum(['settled', 'pending', 'not-enough-data']).openapi({
      description:
        '`pending`: the target date has not come. `not-enough-data`: it has, but the sales around it do not carry a verdict.',
    }),
    prediction: PredictionSchema,
    outcome: orNull(OutcomeSchema).openapi({ description: 'null where there is none yet.' }),
    reason: z.string().nullable().openapi({ description: 'Why there is no outcome; null where there is one.' }),
  })
  .openapi('PredictionValidation');
