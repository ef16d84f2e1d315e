import { z } from '@hono/zod-openapi';
import { DayInputSchema, DaySchema, MonthSchema } from './calendar.ts';
import { DataRangeSchema } from './data-range.ts';
import { IntervalSchema } from './interval.ts';
import { MarketInputSchema, MarketSchema } from './market.ts';
import { optionalParameter } from './optional-parameter.ts';
import { orNull } from './or-null.ts';
import { plainText } from './plain-text.ts';
import { LiquiditySchema, RepeatSalesSchema } from './segment-activity.ts';

/** One month of an index. */
export const IndexPointSchema = z
  .object({
    month: MonthSchema.openapi({ description: 'Calendar month.' }),
    level: z.number().openapi({ description: 'Price level, 100 in the base month; the mix of cars is taken out.' }),
    lower90: z.number().openapi({ description: 'Lower bound of the 90 % band of the level.' }),
    upper90: z.number().openapi({ description: 'Upper bound of the 90 % band of the level.' }),
    saleCount: z
      .number()
      .int()
      .openapi({ description: 'Sales of the month; 0 where the month is carried by the parent segment.' }),
    rawMedian: z.number().nullable().openapi({
      description: 'Median price of the month as it was; moves with the mix of cars. null without a sale.',
    }),
  })
  .openapi('IndexPoint');

const ForecastStepSchema = z
  .object({
    month: MonthSchema.openapi({ description: 'Calendar month.' }),
    monthsAhead: z.number().int().openapi({ description: 'Months after the last month of the index.' }),
    level: z.number().openapi({ description: 'Median of the level in this month, on the scale of the index.' }),
    intervals: z.array(IntervalSchema).openapi({ description: '50, 80 and 90 % of the level.' }),
  })
  .openapi('ForecastStep');

const IndexForecastSchema = z
  .object({
    originMonth: MonthSchema.openapi({ description: 'The last month of the index.' }),
    method: z.string().openapi({ description: 'Name of the forecasting method.' }),
    steps: z.array(ForecastStepSchema).openapi({ description: 'One a month.' }),
    backtest: z
      .object({
        originCount: z.number().int().openapi({ description: 'Rolling origins of the backtest.' }),
        meanAbsoluteError: z.number().openapi({ description: 'Mean absolute log error over rolling origins.' }),
        naiveMeanAbsoluteError: z.number().openapi({ description: 'The same for the last value.' }),
      })
      .openapi('ForecastBacktest'),
    hasSkill: z.boolean().openapi({ description: 'True where it beat the last value on the rolling origins.' }),
  })
  .openapi('IndexForecast');

/** The index of a segment with its forecast path. */
export const MarketIndexSchema = z
  .object({
    market: MarketSchema,
    segment: z.string().openapi({ description: 'The segment that was asked for.' }),
    asOf: DaySchema.openapi({ description: 'The day the index was computed.' }),
    points: z.array(IndexPointSchema).readonly().openapi({ description: 'Consecutive months, oldest first.' }),
    forecast: orNull(IndexForecastSchema).openapi({ description: 'null where the data do not carry one.' }),
    forecastRefusal: z
      .string()
      .nullable()
      .openapi({ description: 'Why there is no forecast; null where there is one.' }),
    liquidity: orNull(LiquiditySchema).openapi({ description: 'How fast its cars sell; null where not stored.' }),
    repeatSales: orNull(RepeatSalesSchema).openapi({ description: 'null where too few chassis numbers sold twice.' }),
    dataRange: DataRangeSchema,
    synthetic: z.boolean().openapi({ description: 'True where generated data are among the sources.' }),
    disclaimer: z.string().openapi({ description: 'To be shown with the answer.' }),
  })
  .openapi('MarketIndex');

export const IndexQuerySchema = z.strictObject({
  segment: plainText(200).openapi({
    description: 'Path of slugs from make to trim, as `/segments` lists them.',
    example: 'porsche/911/992.1',
  }),
  market: optionalParameter(MarketInputSchema),
  months: optionalParameter(
    z.coerce.number().int().min(1).max(12).openapi({ description: 'Months of forecast. Default: 12.' }),
  ),
  asOf: optionalParameter(DayInputSchema.openapi({ description: 'The index as computed last on or before this day.' })),
});
