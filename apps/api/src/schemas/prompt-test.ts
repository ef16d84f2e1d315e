import { z } from '@hono/zod-openapi';
import { optionalParameter } from './optional-parameter.ts';
import { orNull } from './or-null.ts';
import { InstantSchema, NanoUsdSchema } from './prompt-words.ts';

const BoundsSchema = z
  .object({
    lower: z.number().openapi({ description: 'Lower bound.' }),
    upper: z.number().openapi({ description: 'Upper bound.' }),
  })
  .openapi('Bounds');

export const BaselineComparisonSchema = z
  .object({
    baselineRunId: z.string().openapi({ description: 'The run compared with.' }),
    pairs: z.number().int().openapi({ description: 'Cases that both runs have, unchanged.' }),
    method: z.enum(['mcnemar', 'bootstrap']).openapi({ description: "McNemar's exact test, or the paired bootstrap." }),
    difference: z.number().openapi({ description: 'Mean score of this run minus that of the other.' }),
    interval: BoundsSchema,
    pValue: z.number().nullable().openapi({ description: 'Exact and two-sided; null for the bootstrap.' }),
    verdict: z.enum(['better', 'worse', 'equivalent', 'undecided']).openapi({ description: 'What the pairs show.' }),
  })
  .openapi('BaselineComparison');

export const PromptTestSummarySchema = z
  .object({
    id: z.string().openapi({ description: 'Stable id.' }),
    promptId: z.string().nullable().openapi({ description: 'The version; null for a draft.' }),
    version: z.number().int().nullable().openapi({ description: 'Its number; null for a draft.' }),
    model: z.string().openapi({ description: 'Provider and model that it was run on.' }),
    ownModel: z.boolean().openapi({ description: 'False where that is not the model of the prompt.' }),
    startedAt: InstantSchema.openapi({ description: 'When it began.' }),
    caseCount: z.number().int().openapi({ description: 'Cases.' }),
    repeatCount: z.number().int().openapi({ description: 'Answers to each case.' }),
    passedCaseCount: z.number().int().openapi({ description: 'Cases that passed every time.' }),
    flakyCaseCount: z.number().int().openapi({ description: 'Cases that passed sometimes.' }),
    passRateInterval: BoundsSchema.openapi({ description: 'Exact 95 % interval of the share that passes.' }),
    costNanoUsd: NanoUsdSchema.nullable().openapi({ description: 'Cost of the run; null without a price.' }),
    medianLatencyMs: z.number().nullable().openapi({ description: 'Median of the calls; null where none answered.' }),
    p95LatencyMs: z.number().nullable().openapi({ description: '95th percentile; null where none answered.' }),
    outcome: z.enum(['passed', 'failed', 'inconclusive']).openapi({ description: 'What a protected label asks for.' }),
    reason: z.string().openapi({ description: 'Why, one sentence.' }),
    comparison: orNull(BaselineComparisonSchema).openapi({ description: 'null without a baseline.' }),
  })
  .openapi('PromptTestSummary');

export const PromptTestListSchema = z
  .object({ tests: z.array(PromptTestSummarySchema).openapi({ description: 'Newest first.' }) })
  .openapi('PromptTestList');

export const PromptTestQuerySchema = z.strictObject({
  limit: optionalParameter(
    z.coerce.number().int().min(1).max(100).openapi({ description: 'At most so many. Default: 20.' }),
  ),
});

export const PromptTestSchema = z
  .object({
    summary: PromptTestSummarySchema,
    cases: z
      .array(
        z
          .object({
            caseId: z.string().openapi({ description: 'Name of the case.' }),
            passed: z.boolean().openapi({ description: 'True where every assertion held every time.' }),
            flaky: z.boolean().openapi({ description: 'True where it passed sometimes.' }),
            score: z.number().openapi({ description: 'Mean score, from 0 to 1.' }),
            answers: z
              .array(
                z
                  .object({
                    answer: z.string().nullable().openapi({ description: 'null where the call failed.' }),
                    error: z.string().nullable().openapi({ description: 'Why it failed; null where it answered.' }),
                    latencyMs: z.number().nullable().openapi({ description: 'null where it failed.' }),
                    costNanoUsd: NanoUsdSchema.nullable().openapi({ description: 'null without a price.' }),
                    assertions: z
                      .array(
                        z
                          .object({
                            name: z.string().openapi({ description: 'What is asserted.' }),
                            kind: z.string().openapi({ description: 'How it is checked.' }),
                            passed: z.boolean().openapi({ description: 'Whether it held.' }),
                            reason: z.string().openapi({ description: 'What was seen.' }),
                          })
                          .openapi('AssertionResult'),
                      )
                      .openapi({ description: 'In their order.' }),
                  })
                  .openapi('TestedAnswer'),
              )
              .openapi({ description: 'One a repeat.' }),
          })
          .openapi('TestedCase'),
      )
      .openapi({ description: 'In their order.' }),
  })
  .openapi('PromptTest');
