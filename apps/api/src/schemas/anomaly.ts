import { z } from '@hono/zod-openapi';
import { DaySchema } from './calendar.ts';
import { ListingStatementSchema } from './listing-statement.ts';
import { ListingSchema } from './listing.ts';
import { optionalParameter } from './optional-parameter.ts';
import { PriceSchema } from './price.ts';
import { orNull } from './or-null.ts';
import { isStorable, plainText } from './plain-text.ts';

export const AnomalyTypeSchema = z
  .enum(['undervalued', 'overvalued', 'unusual_options', 'data_quality'])
  .openapi('AnomalyType');
export const AnomalyCauseSchema = z
  .enum([
    'bargain',
    'stated_flaw',
    'overpriced',
    'scam',
    'typo',
    'miles_as_kilometres',
    'wrong_currency',
    'rare_car',
    'stale_listing',
    'duplicate',
    'relisted',
    'bad_row',
  ])
  .openapi('AnomalyCause', { description: 'Why it stands out.' });
export const AnomalySeveritySchema = z.enum(['low', 'medium', 'high', 'critical']).openapi('AnomalySeverity');
export const AnomalyStatusSchema = z.enum(['active', 'resolved', 'false_positive']).openapi('AnomalyStatus');

export const ContributingFactorSchema = z
  .object({
    name: z.string().openapi({ description: 'Name of the reason.' }),
    description: z.string().openapi({ description: 'The reason in words.' }),
    logEffect: z.number().openapi({ description: 'Effect on the log of the price.' }),
  })
  .openapi('ContributingFactor');

/** A listing whose price does not fit the market of its day. */
export const AnomalySchema = z
  .object({
    id: z.string().openapi({ description: 'Stable id.' }),
    listingId: z.string().openapi({ description: 'Id of the listing.' }),
    listingTitle: z.string().openapi({ description: 'Untrusted text of the source.' }),
    segment: z.string().openapi({ description: 'Path of slugs from make to trim.' }),
    type: AnomalyTypeSchema,
    cause: AnomalyCauseSchema,
    severity: AnomalySeveritySchema,
    confirmationProbability: z.number().openapi({
      description: 'That a person who looks at it confirms it, from 0 to 1; the severity is read from it.',
    }),
    price: PriceSchema,
    expectedPrice: z.number().openapi({ description: 'Median of the estimate, in the currency of the price.' }),
    expectedLow: z.number().openapi({ description: 'Lower bound of the 90 % interval of the expected price.' }),
    expectedHigh: z.number().openapi({ description: 'Upper bound of the 90 % interval of the expected price.' }),
    deviation: z.number().openapi({ description: '(price - expected) / expected: -0.25 is a quarter below.' }),
    score: z.number().openapi({
      description: 'How rare such a price is on such a car, in typical residuals: half of ordinary cars are below 1.',
    }),
    contributingFactors: z
      .array(ContributingFactorSchema)
      .readonly()
      .openapi({ description: 'Their effects sum to the log deviation.' }),
    explanation: z.string().openapi({ description: 'One sentence, filled in from the numbers beside it.' }),
    detectedOn: DaySchema.openapi({ description: 'The day it was found first.' }),
    status: AnomalyStatusSchema,
    resolvedOn: DaySchema.nullable().openapi({ description: 'Day of the verdict; null while it is open.' }),
    resolutionNote: z.string().nullable().openapi({ description: 'Why, in the words of the person; null without.' }),
    synthetic: z.boolean().openapi({ description: 'True where the listing is generated.' }),
  })
  .openapi('Anomaly');

export const AnomalyListSchema = z
  .object({
    anomalies: z.array(AnomalySchema).readonly().openapi({ description: 'Highest score first.' }),
    total: z.number().int().openapi({ description: 'All that match, not only this page.' }),
    limit: z.number().int().openapi({ description: 'Page size of this answer.' }),
    offset: z.number().int().openapi({ description: 'Rows skipped before this page.' }),
    disclaimer: z.string().openapi({ description: 'To be shown with the explanations.' }),
  })
  .openapi('AnomalyList');

/** What people said of the findings of each severity. */
export const SeverityRecordSchema = z
  .object({
    severities: z
      .array(
        z
          .object({
            severity: AnomalySeveritySchema,
            judged: z.number().int().openapi({ description: 'Findings with a verdict.' }),
            confirmed: z.number().int().openapi({ description: 'Those that were confirmed.' }),
            confirmedShare: z.number().nullable().openapi({ description: 'null where none was judged.' }),
            lower90: z.number().openapi({ description: 'Lower bound of the 90 % interval of the share.' }),
            upper90: z.number().openapi({ description: 'Upper bound of the 90 % interval of the share.' }),
            saidShare: z
              .number()
              .nullable()
              .openapi({ description: 'Mean probability that was given beforehand; null where none was judged.' }),
          })
          .openapi('SeverityVerdicts'),
      )
      .openapi({ description: 'The gravest first.' }),
  })
  .openapi('SeverityRecord');

export const AnomalyDetailSchema = z
  .object({
    anomaly: AnomalySchema,
    listing: orNull(ListingSchema).openapi({ description: 'null where the listing is no longer stored.' }),
    statements: z.array(ListingStatementSchema).readonly().openapi({
      description: 'What the text of the listing says of the car, in the order of the text; nobody has checked it.',
    }),
    disclaimer: z.string().openapi({ description: 'To be shown with the answer.' }),
  })
  .openapi('AnomalyDetail');

export const AnomalyQuerySchema = z.strictObject({
  severity: optionalParameter(AnomalySeveritySchema.openapi({ param: { description: 'Only this severity.' } })),
  status: optionalParameter(AnomalyStatusSchema.openapi({ param: { description: 'Only this status.' } })),
  type: optionalParameter(AnomalyTypeSchema.openapi({ param: { description: 'Only this type.' } })),
  limit: optionalParameter(
    z.coerce.number().int().min(1).max(500).openapi({ description: 'At most so many. Default: 50.' }),
  ),
  offset: optionalParameter(
    z.coerce.number().int().min(0).max(1_000_000).openapi({ description: 'So many are skipped. Default: 0.' }),
  ),
});

export const ResolveAnomalySchema = z
  .strictObject({
    id: plainText(100).openapi({ description: 'Id of the anomaly.' }),
    status: z.enum(['resolved', 'false_positive']).openapi({ description: 'The verdict.' }),
    note: z
      .string()
      .trim()
      .max(2000)
      .refine(isStorable, { message: 'must be text without NUL characters and unpaired surrogates' })
      .optional()
      .openapi({ description: 'Why, in the words of the person.' }),
  })
  .openapi('ResolveAnomalyRequest');
