import { z } from '@hono/zod-openapi';
import { orNull } from './or-null.ts';
import { BaselineComparisonSchema } from './prompt-test.ts';
import { InstantSchema, NanoUsdSchema, reason } from './prompt-words.ts';

const StepSchema = z
  .object({
    round: z.number().int().openapi({ description: '0 for the base.' }),
    kind: z.enum(['base', 'instructions', 'examples']).openapi({ description: 'How it came about.' }),
    parent: z.number().int().nullable().openapi({ description: 'The step it grew from; null for the base.' }),
    systemPrompt: z.string().openapi({ description: 'What was tried.' }),
    part: z.enum(['train', 'validation', 'test']).openapi({ description: 'The cases it was run on.' }),
    score: z.number().nullable().openapi({ description: 'Mean score, from 0 to 1; null where it did not finish.' }),
    passedCaseCount: z.number().int().openapi({ description: 'Cases that passed.' }),
    caseCount: z.number().int().openapi({ description: 'Cases of the part.' }),
    spentNanoUsd: NanoUsdSchema.openapi({ description: 'Spent up to here.' }),
    dropped: z.string().nullable().openapi({ description: 'Why it does not count; null where it does.' }),
  })
  .openapi('OptimisationStep');

const OptimisationStateSchema = z
  .object({
    state: z
      .enum(['under-way', 'ended', 'failed'])
      .openapi({ description: 'What an ended run found is in the list, where it found anything.' }),
    requestedAt: InstantSchema.openapi({ description: 'When it was asked for.' }),
    reason: z.string().nullable().openapi({ description: 'Why it failed; null for all others.' }),
  })
  .openapi('OptimisationState');

export const OptimisationListSchema = z
  .object({
    optimisations: z
      .array(
        z
          .object({
            id: z.string().openapi({ description: 'Stable id.' }),
            status: z
              .enum(['improved', 'not-improved', 'budget-exhausted', 'not-enough-cases'])
              .openapi({ description: '`improved` alone has a candidate.' }),
            reason: z.string().openapi({ description: 'Why, one sentence.' }),
            baseVersion: z.number().int().nullable().openapi({ description: 'null for the bundled version.' }),
            candidatePromptId: z.string().nullable().openapi({ description: 'The new version; null for none.' }),
            candidateVersion: z.number().int().nullable().openapi({ description: 'Its number; null for none.' }),
            heldOut: orNull(BaselineComparisonSchema).openapi({
              description: 'The best against the base on held-out cases; null where it did not come to that.',
            }),
            caseCounts: z
              .object({
                train: z.number().int().openapi({ description: 'Seen by what proposes.' }),
                validation: z.number().int().openapi({ description: 'Choose among the proposals.' }),
                test: z.number().int().openapi({ description: 'Held out to the end.' }),
              })
              .openapi('OptimisationSplit'),
            steps: z.array(StepSchema).openapi({ description: 'Everything that was tried, in its order.' }),
            proposer: z.string().openapi({ description: 'Provider and model that proposed.' }),
            seed: z.number().openapi({ description: 'Of the split and of the examples.' }),
            budgetNanoUsd: NanoUsdSchema.openapi({ description: 'The most that it could cost.' }),
            spentNanoUsd: NanoUsdSchema.openapi({ description: 'What it cost.' }),
            startedAt: InstantSchema.openapi({ description: 'When it began.' }),
            requestedBy: z
              .string()
              .nullable()
              .openapi({ description: 'Who asked for it; null for nobody written down.' }),
            requestReason: z.string().nullable().openapi({ description: 'Why; null where nobody was written down.' }),
          })
          .openapi('PromptOptimisation'),
      )
      .openapi({ description: 'Newest first.' }),
    newestOrder: orNull(OptimisationStateSchema).openapi({
      description: 'What came of the newest order; null where none is known.',
    }),
  })
  .openapi('PromptOptimisationList');

export const StartOptimisationSchema = z
  .strictObject({
    budgetNanoUsd: z
      .string()
      .regex(/^[1-9]\d{0,14}$/, 'must be whole nano-dollars above 0 as a decimal string')
      .openapi({
        description: 'The most that it may cost, nano-dollars as a decimal string. It is never passed.',
        example: '500000000',
      }),
    reason,
  })
  .openapi('StartOptimisationRequest');

export const OptimisationOrderSchema = z
  .object({
    type: z.string().openapi({ description: 'The prompt.' }),
    testRunId: z.string().openapi({ description: 'The test run whose cases are used.' }),
    caseCount: z.number().int().openapi({ description: 'How many those are.' }),
    budgetNanoUsd: NanoUsdSchema.openapi({ description: 'The most that it may cost.' }),
    requestedBy: z.string().openapi({ description: 'Who asked for it.' }),
    reason: z.string().openapi({ description: 'Why.' }),
    requestedAt: InstantSchema.openapi({ description: 'When it was asked for.' }),
  })
  .openapi('PromptOptimisationOrder');
