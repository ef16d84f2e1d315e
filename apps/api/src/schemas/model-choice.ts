import { z } from '@hono/zod-openapi';

const MeasuredSchema = z
  .object({
    value: z.number().openapi({ description: 'The estimate.' }),
    lower: z.number().openapi({ description: 'Lower bound of its 95 % interval.' }),
    upper: z.number().openapi({ description: 'Upper bound of its 95 % interval.' }),
  })
  .openapi('MeasuredFigure');

const who = {
  provider: z.string().openapi({ description: 'Who serves it.', example: 'openai' }),
  model: z.string().openapi({ description: 'The id that is asked for.', example: 'gpt-6-luna' }),
  callCount: z.number().int().openapi({ description: 'Priced answers of the last 30 days that it rests on.' }),
  testCallCount: z.number().int().openapi({ description: 'How many of those were made by tests.' }),
  trials: z.number().int().openapi({ description: 'Test cases and units of experiments.' }),
};

export const ModelChoicesSchema = z
  .object({
    recommendations: z
      .array(
        z
          .object({
            feature: z.string().openapi({ description: 'What the models do.', example: 'market_summary' }),
            status: z
              .enum(['switch', 'keep', 'not-enough-evidence'])
              .openapi({ description: 'What the evidence says.' }),
            reason: z.string().openapi({ description: 'Why, one sentence.' }),
            currentModel: z.string().openapi({ description: 'The model that answers most.' }),
            recommendedModel: z.string().nullable().openapi({ description: 'null but for a switch.' }),
            savedPerSuccessNanoUsd: z
              .number()
              .nullable()
              .openapi({ description: 'Nano-dollars that a success would cost less; null but for a switch.' }),
            measured: z
              .array(
                z
                  .object({
                    ...who,
                    quality: MeasuredSchema.openapi({ description: 'Share of trials that succeeded.' }),
                    latencyMs: MeasuredSchema.openapi({ description: '95 of 100 answers come within it.' }),
                    costPerSuccessNanoUsd: MeasuredSchema.openapi({ description: 'Nano-dollars.' }),
                    dominatedBy: z.string().nullable().openapi({ description: 'null on the Pareto frontier.' }),
                  })
                  .openapi('MeasuredModel'),
              )
              .openapi({ description: 'Models with enough evidence.' }),
            unmeasured: z
              .array(
                z
                  .object({
                    ...who,
                    neededCalls: z.number().int().openapi({ description: 'Answers that a judgement takes.' }),
                    neededTrials: z.number().int().openapi({ description: 'Trials that a judgement takes.' }),
                  })
                  .openapi('UnmeasuredModel'),
              )
              .openapi({ description: 'Models that too little is known of.' }),
          })
          .openapi('ModelChoice'),
      )
      .openapi({ description: 'One a feature, by name.' }),
  })
  .openapi('ModelChoices');
