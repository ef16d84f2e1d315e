import { z } from '@hono/zod-openapi';
import { BudgetStateSchema } from './budget.ts';
import { DaySchema } from './calendar.ts';
import { nanoUsd } from './nano-usd.ts';

const CostGroupSchema = z
  .object({
    key: z.string().nullable().openapi({ description: 'What was summed by; null for calls that do not say.' }),
    callCount: z.number().int().openapi({ description: 'Attempts, failed ones included.' }),
    failedCallCount: z.number().int().openapi({ description: 'Attempts without an answer.' }),
    unpricedCallCount: z.number().int().openapi({ description: 'Attempts whose cost is not known and in no sum.' }),
    tokenCount: z.number().openapi({ description: 'Tokens of prompts and answers.' }),
    costNanoUsd: nanoUsd('What they cost, corrections included.'),
  })
  .openapi('CostGroup');

const CostBreakdownSchema = z
  .object({
    totalNanoUsd: nanoUsd('Everything.'),
    callCount: z.number().int().openapi({ description: 'Attempts, failed ones included.' }),
    unpricedCallCount: z
      .number()
      .int()
      .openapi({ description: 'Attempts whose cost is not known: the total is higher by that.' }),
    byFeature: z.array(CostGroupSchema).openapi({ description: 'Dearest first.' }),
    byModel: z.array(CostGroupSchema).openapi({ description: 'By the model that answered, dearest first.' }),
    byPromptVersion: z.array(CostGroupSchema).openapi({ description: 'By name and version, dearest first.' }),
    byUser: z.array(CostGroupSchema).openapi({ description: 'Dearest first, at most 50.' }),
  })
  .openapi('CostBreakdown');

const SavingSchema = z
  .object({
    kind: z.string().openapi({
      description: 'answer-cache, prompt-cache, batch, template or model-choice.',
      example: 'answer-cache',
    }),
    count: z.number().int().openapi({ description: 'How often.' }),
    savedNanoUsd: nanoUsd('What it would have cost more. Beside the costs, never taken off them.'),
    estimatedNanoUsd: nanoUsd('The part of it that is estimated.'),
  })
  .openapi('Saving');

const MonthForecastSchema = z
  .object({
    month: z.string().openapi({ description: 'YYYY-MM, UTC.', example: '2026-11' }),
    status: z.enum(['ok', 'not-enough-data']).openapi({ description: 'Whether there is a forecast.' }),
    spentNanoUsd: nanoUsd('Spent in the month so far.'),
    expectedNanoUsd: z
      .string()
      .nullable()
      .openapi({ description: 'At its end, nano-dollars as a decimal string; null without a forecast.' }),
    lowerNanoUsd: z.string().nullable().openapi({ description: 'Lower bound of the interval, likewise.' }),
    upperNanoUsd: z.string().nullable().openapi({ description: 'Upper bound of the interval, likewise.' }),
    confidenceLevel: z.number().nullable().openapi({ description: 'Of the interval; null without a forecast.' }),
    foundDays: z.number().int().openapi({ description: 'Whole days of calls that it rests on.' }),
    neededDays: z
      .number()
      .int()
      .nullable()
      .openapi({ description: 'Days that it would need; null where it is there.' }),
  })
  .openapi('MonthForecast');

const CostAlertSchema = z
  .object({
    id: z.string().openapi({ description: 'Id of the alert.' }),
    kind: z.string().openapi({ description: 'budget-threshold, burn-rate, unpriced-model or spend-anomaly.' }),
    text: z.string().openapi({ description: 'One sentence for people.' }),
    raisedAt: z.string().openapi({ format: 'date-time', description: 'When it was raised.' }),
  })
  .openapi('CostAlert');

/** What language models cost: today, over a period, and by the end of the month. */
export const CostsSchema = z
  .object({
    today: DaySchema.openapi({ description: 'The day of the server, UTC.' }),
    from: DaySchema.openapi({ description: 'First day of the period.' }),
    to: DaySchema.openapi({ description: 'Last day of the period.' }),
    ofToday: CostBreakdownSchema.openapi({ description: 'Today so far.' }),
    ofPeriod: CostBreakdownSchema.openapi({ description: 'The period.' }),
    daily: z
      .array(
        z.object({
          day: DaySchema.openapi({ description: 'The day, UTC.' }),
          costNanoUsd: nanoUsd('What it cost.'),
          callCount: z.number().int().openapi({ description: 'Attempts.' }),
        }),
      )
      .openapi({ description: 'Every day of the period, those without calls included.' }),
    savings: z.array(SavingSchema).openapi({ description: 'Of the period, most first.' }),
    savedNanoUsd: nanoUsd('All savings of the period.'),
    forecast: MonthForecastSchema,
    budgets: z.array(BudgetStateSchema).openapi({ description: 'In force, by id.' }),
    alerts: z.array(CostAlertSchema).openapi({ description: 'The newest 20, newest first.' }),
  })
  .openapi('Costs');
