import { z } from '@hono/zod-openapi';
import { DEPTHS, INSIGHT_TYPES } from '@pa/engines';
import { DayInputSchema, DaySchema } from './calendar.ts';
import { ContentMarkingSchema } from './content-marking.ts';
import { DataRangeSchema } from './data-range.ts';
import { FactSchema, StatedFactSchema } from './fact.ts';
import { optionalParameter } from './optional-parameter.ts';
import { makeWord, vehicleWords } from './vehicle-words.ts';

const InsightTypeSchema = z.enum(INSIGHT_TYPES).openapi('InsightType');

/** A text about the market with every fact it uses. */
export const InsightSchema = z
  .object({
    id: z.string().openapi({ description: 'Stable id.' }),
    type: InsightTypeSchema,
    analysisDate: DaySchema.openapi({ description: 'The day the text speaks of.' }),
    model: z.string().nullable().openapi({ description: 'Model line it speaks of; null for a whole market.' }),
    generation: z.string().nullable().openapi({ description: 'Factory generation it speaks of; null for all.' }),
    trim: z.string().nullable().openapi({ description: 'Trim it speaks of; null for all.' }),
    title: z.string().openapi({ description: 'One line.' }),
    summary: z.string().openapi({ description: 'The text; paragraphs are parted by an empty line.' }),
    facts: z.array(FactSchema).readonly().openapi({ description: 'Every number in the text is one of these.' }),
    claims: z
      .array(StatedFactSchema)
      .readonly()
      .openapi({ description: 'Every place of the summary that states a fact, in order.' }),
    marking: ContentMarkingSchema,
    costNanoUsd: z
      .string()
      .openapi({ description: 'Cost of the text in nano-dollars, a decimal string.', example: '0' }),
    processingTimeMs: z.number().openapi({ description: 'Time to write and to prove the text.' }),
    dataPointCount: z.number().int().openapi({ description: 'Observations behind the text.' }),
    dataRange: DataRangeSchema,
    synthetic: z.boolean().openapi({ description: 'True where generated data are among the sources.' }),
  })
  .openapi('Insight');

export type InsightBody = z.infer<typeof InsightSchema>;

export const InsightListSchema = z
  .object({ insights: z.array(InsightSchema).openapi({ description: 'Newest analysis date first.' }) })
  .openapi('InsightList');

export const InsightQuerySchema = z.strictObject({
  type: optionalParameter(
    InsightTypeSchema.openapi({
      param: { description: 'With a model, market summaries include the segment reports of it.' },
    }),
  ),
  model: optionalParameter(vehicleWords('Model line; `718` means Boxster and Cayman.', '718')),
  trim: optionalParameter(vehicleWords('Trim.', 'GT3')),
  asOf: optionalParameter(DayInputSchema.openapi({ description: 'Only texts that speak of this day.' })),
  limit: optionalParameter(
    z.coerce.number().int().min(1).max(100).openapi({ description: 'At most so many. Default: 20.' }),
  ),
});

export const DepthSchema = z.enum(DEPTHS).openapi({ description: 'How much is said. Default: standard.' });

const horizon = z.enum(['1m', '3m', '6m', '1y']).openapi({ description: 'How far ahead.' });

export const GenerateInsightSchema = z
  .strictObject({
    type: z.enum(['market_summary', 'segment_report', 'price_prediction']).openapi({
      description:
        '`market_summary` speaks of a whole market, `segment_report` of one model, generation or trim, `price_prediction` of its price later on.',
    }),
    make: makeWord.optional(),
    model: vehicleWords('Model line. Required for a text about a car.', '718').optional(),
    generation: vehicleWords('Factory generation.', '992.1').optional(),
    trim: vehicleWords('Trim.', 'GT3').optional(),
    depth: DepthSchema.optional(),
    horizon: horizon.openapi({ description: 'How far ahead a prediction looks. Default: 3m.' }).optional(),
  })
  .refine(({ type, model }) => type === 'market_summary' || model !== undefined, {
    path: ['model'],
    message: 'is required for a text about a car',
  })
  .openapi('GenerateInsightRequest');

export const FeedbackSchema = z
  .strictObject({
    userId: z.string().min(1).max(200).openapi({ description: 'Who says so; one voice a reader.' }),
    isUseful: z.boolean().openapi({ description: 'Whether the text was useful.' }),
  })
  .openapi('InsightFeedback');

export const FeedbackCountSchema = z
  .object({
    useful: z.number().int().openapi({ description: 'Readers who found it useful.' }),
    notUseful: z.number().int().openapi({ description: 'Readers who did not.' }),
  })
  .openapi('InsightFeedbackCount');
