import { z } from '@hono/zod-openapi';
import { DaySchema } from './calendar.ts';
import { DataRangeSchema } from './data-range.ts';
import { InsightSchema } from './insight.ts';
import { MarketSchema } from './market.ts';
import { orNull } from './or-null.ts';

const AccuracySchema = z
  .object({
    settledCount: z
      .number()
      .int()
      .openapi({ description: 'Predictions whose outcome is known, at most 1,000 newest.' }),
    medianAbsolutePercentageError: z
      .number()
      .nullable()
      .openapi({ description: 'As a share; null where none is settled.' }),
    naiveMedianAbsolutePercentageError: z.number().nullable().openapi({ description: "The same for today's price." }),
    coverage90: z.number().nullable().openapi({ description: 'Share of the 90 % intervals that held the price.' }),
  })
  .openapi('Accuracy');

/** Everything the first page shows as cards. */
export const OverviewSchema = z
  .object({
    today: DaySchema.openapi({ description: 'The day of the server, UTC. Rows known later are not counted.' }),
    lastRunOn: DaySchema.nullable().openapi({
      description: 'Day of the last complete daily run; null before the first.',
    }),
    markets: z
      .array(
        z.object({
          market: MarketSchema,
          saleCount: z.number().int().openapi({ description: 'Sales of the market.' }),
          segmentCount: z.number().int().openapi({ description: 'Segments of the market with an index.' }),
        }),
      )
      .openapi({ description: 'Most sales first.' }),
    saleCount: z.number().int().openapi({ description: 'Sales of all markets.' }),
    activeListingCount: z.number().int().openapi({ description: 'Listings that run today.' }),
    segmentCount: z.number().int().openapi({ description: 'Segments with an index, over all markets.' }),
    openAnomalies: z
      .object({
        total: z.number().int().openapi({ description: 'All severities.' }),
        low: z.number().int().openapi({ description: 'Open ones of low severity.' }),
        medium: z.number().int().openapi({ description: 'Open ones of medium severity.' }),
        high: z.number().int().openapi({ description: 'Open ones of high severity.' }),
        critical: z.number().int().openapi({ description: 'Open ones of critical severity.' }),
      })
      .openapi('OpenAnomalies'),
    accuracy: AccuracySchema,
    llmCostTodayNanoUsd: z.string().openapi({
      description: 'What language models cost today, nano-dollars as a decimal string.',
      example: '0',
    }),
    summary: orNull(InsightSchema).openapi({ description: 'The newest market summary; null before the first run.' }),
    dataRange: DataRangeSchema,
    dataset: z
      .object({
        name: z.string().openapi({ description: 'What the data are, for people.' }),
        synthetic: z
          .boolean()
          .openapi({ description: 'True where the data are generated: say so wherever they are shown.' }),
      })
      .openapi('Dataset'),
    disclaimer: z.string().openapi({ description: 'To be shown with the answer.' }),
  })
  .openapi('Overview');
