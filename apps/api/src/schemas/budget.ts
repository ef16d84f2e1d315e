import { z } from '@hono/zod-openapi';
import { nanoUsd } from './nano-usd.ts';
import { orNull } from './or-null.ts';
import { plainText } from './plain-text.ts';

const BudgetScopeSchema = z
  .object({
    kind: z.enum(['global', 'feature', 'user', 'model', 'job']).openapi({ description: 'What is counted.' }),
    key: z.string().nullable().openapi({ description: 'Which one; null where everything is counted.' }),
  })
  .openapi('BudgetScope');

const BudgetWindowSchema = z
  .object({
    kind: z
      .enum(['calendar', 'rolling'])
      .openapi({ description: 'A period of the calendar, or the last so much time.' }),
    period: z.enum(['day', 'week', 'month']).nullable().openapi({ description: 'Of the calendar; else null.' }),
    timeZone: z.string().nullable().openapi({ description: 'IANA name, of the calendar; else null.' }),
    lengthMs: z.number().nullable().openapi({ description: 'Of a rolling window, milliseconds; else null.' }),
  })
  .openapi('BudgetWindow');

const BudgetSchema = z
  .object({
    id: z.string().openapi({ description: 'Stable id.' }),
    scope: BudgetScopeSchema.openapi({ description: 'What it counts.' }),
    window: BudgetWindowSchema.openapi({ description: 'Over which time.' }),
    limitNanoUsd: nanoUsd('What may be spent.'),
    alertAt: z.array(z.number()).openapi({ description: 'Shares of the limit at which an alert is raised.' }),
    whenStoreFails: z
      .enum(['refuse', 'allow'])
      .openapi({ description: 'What happens to a call when spending cannot be read.' }),
  })
  .openapi('Budget');

export const BudgetStateSchema = z
  .object({
    budget: BudgetSchema.openapi({ description: 'The budget.' }),
    spentNanoUsd: nanoUsd('Spent in its window.'),
    heldNanoUsd: nanoUsd('Set aside for calls that have not answered yet.'),
    windowStart: z.string().openapi({ format: 'date-time', description: 'When its window began.' }),
    nextWindowStart: z
      .string()
      .nullable()
      .openapi({ format: 'date-time', description: 'When the next begins; null for a rolling window.' }),
  })
  .openapi('BudgetState');

const BudgetChangeSchema = z
  .object({
    id: z.string().openapi({ description: 'Id of the change.' }),
    budgetId: z.string().openapi({ description: 'Id of the budget.' }),
    before: orNull(BudgetSchema).openapi({ description: 'null where the book had none.' }),
    after: orNull(BudgetSchema).openapi({ description: 'null where it was taken away.' }),
    reason: z.string().openapi({ description: 'Why, in the words of the person.' }),
    changedBy: z.string().openapi({ description: 'Who, by the name of the sign-in.' }),
    changedAt: z.string().openapi({ format: 'date-time', description: 'When.' }),
  })
  .openapi('BudgetChange');

export const BudgetListSchema = z
  .object({
    budgets: z.array(BudgetStateSchema).openapi({ description: 'In force, by id.' }),
    changes: z.array(BudgetChangeSchema).openapi({ description: 'The newest 50, newest first.' }),
  })
  .openapi('BudgetList');

const DIGITS = /^\d{1,18}$/;
const reason = plainText(2000).openapi({ description: 'Why. It is kept for good.' });
const id = plainText(200).openapi({ description: 'Id of the budget: letters, digits and : . @ / - _.' });

export const ChangeBudgetSchema = z
  .strictObject({
    id,
    scope: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('global') }),
        z.strictObject({ kind: z.enum(['feature', 'user', 'model', 'job']), key: plainText(200) }),
      ])
      .openapi({ description: 'What it counts.' }),
    window: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('calendar'),
          period: z.enum(['day', 'week', 'month']),
          timeZone: plainText(60),
        }),
        z.strictObject({ kind: z.literal('rolling'), lengthMs: z.number().int().positive() }),
      ])
      .openapi({ description: 'Over which time: of the calendar in a time zone, or the last so many milliseconds.' }),
    limitNanoUsd: z.string().regex(DIGITS, 'must be whole nano-dollars as a decimal string').openapi({
      description: 'What may be spent, nano-dollars as a decimal string.',
      example: '1000000000000',
    }),
    alertAt: z
      .array(z.number().positive().max(10))
      .max(10)
      .default([])
      .openapi({ description: 'Shares of the limit at which an alert is raised, such as 0.8.' }),
    whenStoreFails: z
      .enum(['refuse', 'allow'])
      .default('refuse')
      .openapi({ description: 'What happens to a call when spending cannot be read.' }),
    reason,
  })
  .openapi('ChangeBudgetRequest');

export const RemoveBudgetSchema = z.strictObject({ id, reason }).openapi('RemoveBudgetRequest');
