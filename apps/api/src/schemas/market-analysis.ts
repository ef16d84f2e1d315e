import { z } from '@hono/zod-openapi';
import { DayInputSchema, DaySchema, MonthSchema } from './calendar.ts';
import { MarketInputSchema, MarketSchema } from './market.ts';
import { IndexPointSchema } from './market-index.ts';
import { optionalParameter } from './optional-parameter.ts';
import { orNull } from './or-null.ts';
import { makeWord, vehicleWords } from './vehicle-words.ts';

const share = (description: string) => z.number().openapi({ description });
const shareOrNull = (description: string) => z.number().nullable().openapi({ description });
const segmentName = z.string().openapi({ description: 'Path of slugs from make to trim.', example: 'porsche/911' });
const frame = {
  market: MarketSchema,
  asOf: DaySchema.openapi({ description: 'The day of the analysis that the figures are from.' }),
  synthetic: z.boolean().openapi({ description: 'True where generated data are among the sources.' }),
  disclaimer: z.string().openapi({ description: 'To be shown with the answer.' }),
};
const segmentWords = {
  make: optionalParameter(makeWord),
  model: vehicleWords('Model line.', '911'),
  generation: optionalParameter(vehicleWords('Generation. Absent: all together.', '992.1')),
  trim: optionalParameter(vehicleWords('Trim. Absent: all together.', 'Carrera S')),
  market: optionalParameter(MarketInputSchema),
  asOf: optionalParameter(DayInputSchema.openapi({ description: 'The analysis made last on or before this day.' })),
};
const monthInput = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month, written YYYY-MM')
  .openapi({ description: 'A calendar month.', example: '2024-01' });

export const TrendsQuerySchema = z.strictObject({
  ...segmentWords,
  from: optionalParameter(monthInput.openapi({ description: 'First month. Default: the first of the index.' })),
  to: optionalParameter(monthInput.openapi({ description: 'Last month. Default: the last of the index.' })),
});

const BreakSchema = z
  .object({
    segment: segmentName,
    kind: z.enum(['level', 'growth']).openapi({ description: 'What broke: the level, or the pace of its growth.' }),
    month: MonthSchema.openapi({ description: 'First month of the new regime.' }),
    change: share('Change of the level as a share, or of the monthly growth in points of a share.'),
    monthsSince: z.number().int().openapi({ description: 'Months of the new regime there are so far.' }),
  })
  .openapi('MarketBreak');

const TrendSchema = z
  .object({
    segment: segmentName,
    points: z.array(IndexPointSchema).readonly().openapi({ description: 'Consecutive months, oldest first.' }),
    movement: orNull(
      z
        .object({
          monthCount: z.number().int().openapi({ description: 'Months from the first level to the last.' }),
          change: share('Level against level: 0.02 is two percent up.'),
          lower90: share('Lower bound of the 90 % interval of the change.'),
          upper90: share('Upper bound of the 90 % interval of the change.'),
          direction: z
            .enum(['rising', 'falling', 'flat'])
            .openapi({ description: '`flat` where the interval of the change holds zero.' }),
        })
        .openapi('MarketMovement'),
    ).openapi({ description: 'null for a single month.' }),
    saleCount: z.number().int().openapi({ description: 'Sales in the range.' }),
    hasSkill: z.boolean().openapi({ description: 'True where the forecast of the segment beat its last value.' }),
  })
  .openapi('SegmentTrend');

export const TrendsSchema = z
  .object({
    ...frame,
    trends: z.array(TrendSchema).openapi({ description: 'Most sales first.' }),
    breaks: z.array(BreakSchema).openapi({ description: 'Lasting breaks by exact changepoint search, newest first.' }),
  })
  .openapi('MarketTrends');

export const MovementsQuerySchema = z.strictObject({
  market: optionalParameter(MarketInputSchema),
  asOf: optionalParameter(DayInputSchema.openapi({ description: 'The analysis made last on or before this day.' })),
  months: optionalParameter(
    z.coerce
      .number()
      .int()
      .min(1)
      .max(120)
      .openapi({ description: 'Months that indices are compared over. Default: 3.' }),
  ),
});

const MarketEventSchema = z
  .object({
    series: z.enum(['index', 'volume', 'mix']).openapi({
      description: 'Prices of like cars, sales a week, or the share among the sales of the segment above.',
    }),
    segment: segmentName,
    direction: z.enum(['up', 'down']).openapi({ description: 'Which way it went.' }),
    startedOn: DaySchema.openapi({ description: 'First day of the week or month it most likely began in.' }),
    detectedOn: DaySchema.openapi({ description: 'Last day of the week or month that gave it away.' }),
    levelBefore: z.number().openapi({ description: 'Sales a week or a share; 100 for an index.' }),
    levelSince: z.number().openapi({ description: 'The same from the start to the day it was told.' }),
  })
  .openapi('MarketEvent');

export const MovementsSchema = z
  .object({
    ...frame,
    events: z.array(MarketEventSchema).readonly().openapi({ description: 'Newest first; each movement once.' }),
    movements: z
      .array(
        z
          .object({
            segment: segmentName,
            month: MonthSchema.openapi({ description: 'The month of the newest level.' }),
            monthCount: z.number().int().openapi({ description: 'Months compared over.' }),
            change: share('Level against level: 0.02 is two percent up.'),
            lower90: share('Lower bound of the 90 % interval of the change.'),
            upper90: share('Upper bound of the 90 % interval of the change.'),
            saleCount: z.number().int().openapi({ description: 'Sales between the two levels.' }),
            direction: z
              .enum(['rising', 'falling', 'flat'])
              .openapi({ description: '`flat` where the interval of the change holds zero.' }),
          })
          .openapi('SegmentMovement'),
      )
      .readonly()
      .openapi({ description: 'Those with a direction first, then by size.' }),
  })
  .openapi('MarketMovements');

export const SeasonalityQuerySchema = z.strictObject({
  ...segmentWords,
  years: optionalParameter(
    z.coerce.number().int().min(2).max(50).openapi({ description: 'Newest whole years. Default: all.' }),
  ),
});

const AdviceSchema = z
  .object({
    month: z.number().int().openapi({ description: '1 is January.' }),
    odds: share('Chance that it is the best month of the twelve.'),
    gain: share('Against the mean month, as a share; positive where it pays.'),
  })
  .openapi('SeasonalAdvice');

const SeasonSchema = z
  .object({
    segment: segmentName,
    refusal: z.string().nullable().openapi({ description: 'Why nothing can be said; null where something can.' }),
    monthCount: z.number().int().openapi({ description: 'Months looked at.' }),
    exists: z.boolean().openapi({ description: 'True where the test finds a season; without one none is claimed.' }),
    pValue: shareOrNull('Chance of waves this large without a season.'),
    effects: z
      .array(
        z
          .object({
            month: z.number().int().openapi({ description: '1 is January.' }),
            effect: share('Against the mean of the year, as a share.'),
            lower90: share('Lower bound of the 90 % interval.'),
            upper90: share('Upper bound of the 90 % interval.'),
            cheapestOdds: share('Chance that it is the cheapest month.'),
            dearestOdds: share('Chance that it is the dearest month.'),
          })
          .openapi('MonthEffect'),
      )
      .openapi({ description: 'January first; empty without a season.' }),
    bestToBuy: orNull(AdviceSchema).openapi({ description: 'null without a season.' }),
    bestToSell: orNull(AdviceSchema).openapi({ description: 'null without a season.' }),
    priceRange: shareOrNull('Dearest against cheapest month of like cars; 0 without a season.'),
    rawRange: shareOrNull('The same of raw medians, mix and season together; null where a month had no sale.'),
    mixRange: shareOrNull('What the raw medians swing beyond like cars: the mix of cars sold.'),
  })
  .openapi('SegmentSeason');

/** One season as it is answered. */
export type SeasonBody = z.input<typeof SeasonSchema>;

export const SeasonalitySchema = z
  .object({ ...frame, seasons: z.array(SeasonSchema).openapi({ description: 'Most sales first.' }) })
  .openapi('Seasonality');

export const CorrelationsQuerySchema = z.strictObject({
  market: optionalParameter(MarketInputSchema),
  asOf: optionalParameter(DayInputSchema.openapi({ description: 'The analysis made last on or before this day.' })),
  depth: optionalParameter(
    z.coerce.number().int().min(1).max(4).openapi({ description: '2 compares model lines. Default: 2.' }),
  ),
  limit: optionalParameter(
    z.coerce.number().int().min(2).max(30).openapi({ description: 'The most traded segments. Default: 12.' }),
  ),
});

const PairSchema = z
  .object({
    left: segmentName,
    right: segmentName,
    monthCount: z.number().int().openapi({ description: 'Months of growth that both have.' }),
    correlation: share('Of monthly growth in the same month.'),
    lower90: share('Lower bound of the 90 % interval by block bootstrap.'),
    upper90: share('Upper bound of the 90 % interval by block bootstrap.'),
    pValue: share('Chance of a correlation this large without any.'),
    significant: z.boolean().openapi({ description: 'True at a false-discovery rate of 10 % over all pairs.' }),
    leadLag: orNull(
      z
        .object({
          leader: segmentName,
          follower: segmentName,
          lagMonths: z.number().int().openapi({ description: 'Months by which the follower is behind.' }),
          correlation: share('Of growth at that lag.'),
          pValue: share('Chance that the best of all lags of unrelated series is as large.'),
        })
        .openapi('LeadLag'),
    ).openapi({ description: 'null where no lead is believed.' }),
  })
  .openapi('PairCorrelation');

export const CorrelationsSchema = z
  .object({
    ...frame,
    names: z.array(z.string()).readonly().openapi({ description: 'The segments compared, most sales first.' }),
    pairs: z.array(PairSchema).readonly().openapi({ description: 'Every pair that shares enough months.' }),
  })
  .openapi('Correlations');
