import { z } from '@hono/zod-openapi';
import { DayInputSchema, DaySchema } from './calendar.ts';
import { MarketInputSchema, MarketSchema } from './market.ts';
import { optionalParameter } from './optional-parameter.ts';

const QualityIssueSchema = z
  .object({
    dimension: z
      .enum(['completeness', 'validity', 'uniqueness', 'freshness', 'volume', 'drift', 'consistency'])
      .openapi({ description: 'What kind of trust it costs.' }),
    code: z.string().openapi({ description: 'Stable name, such as mileage_goes_down.' }),
    field: z.string().nullable().openapi({ description: 'The field it is about; null for the rows as a whole.' }),
    count: z.number().int().openapi({ description: 'Rows that have it.' }),
    exampleListingIds: z.array(z.string()).readonly().openapi({ description: 'The first rows that have it.' }),
    message: z.string().openapi({ description: 'One sentence for people.' }),
  })
  .openapi('QualityIssue');

const FieldDriftSchema = z
  .object({
    field: z.string().openapi({ description: 'The field that is compared.' }),
    stabilityIndex: z.number().openapi({ description: 'Population stability index; from 0.25 on an issue.' }),
    kolmogorovSmirnov: z.number().nullable().openapi({ description: 'Largest gap of shares; null for names.' }),
    wasserstein: z
      .number()
      .nullable()
      .openapi({ description: 'Mean distance in the unit of the field; null for names.' }),
    referenceCount: z.number().int().openapi({ description: 'Rows of the 24 weeks before.' }),
    currentCount: z.number().int().openapi({ description: 'Rows of the last 28 days.' }),
  })
  .openapi('FieldDrift');

/** What is wrong with the stored rows, market by market. */
export const DataQualitySchema = z
  .object({
    markets: z
      .array(
        z
          .object({
            market: MarketSchema.openapi({ description: 'The market.' }),
            asOf: DaySchema.openapi({ description: 'The day it was assessed for.' }),
            rowCount: z.number().int().openapi({ description: 'Sales up to the day and offers that run on it.' }),
            faultyRowCount: z.number().int().openapi({ description: 'Rows with a fault of their own.' }),
            issues: z.array(QualityIssueSchema).readonly().openapi({ description: 'Most rows first.' }),
            drift: z.array(FieldDriftSchema).readonly().openapi({ description: 'Empty where there are too few rows.' }),
          })
          .openapi('MarketQuality'),
      )
      .openapi({ description: 'One entry a market.' }),
  })
  .openapi('DataQuality');

export const QualityQuerySchema = z.strictObject({
  market: optionalParameter(MarketInputSchema),
  asOf: optionalParameter(DayInputSchema.openapi({ description: 'The day to assess for; the last run without it.' })),
});
