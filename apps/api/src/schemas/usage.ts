import { z } from '@hono/zod-openapi';
import { DaySchema } from './calendar.ts';
import { orNull } from './or-null.ts';
import { InstantSchema } from './prompt-words.ts';

const times = {
  medianMs: z.number().openapi({ description: 'Half of them took no longer, in milliseconds.' }),
  p95Ms: z.number().openapi({ description: '95 of 100 took no longer, in milliseconds.' }),
  slowestMs: z.number().openapi({ description: 'The slowest of them, in milliseconds.' }),
};

const FeatureUseSchema = z
  .object({
    name: z.string().openapi({ description: 'What was used.', example: 'insight_opened' }),
    count: z.number().int().openapi({ description: 'How often in the period.' }),
    countBefore: z.number().int().openapi({ description: 'How often in as many days before it.' }),
  })
  .openapi('FeatureUse');

const RouteTimesSchema = z
  .object({
    route: z.string().openapi({ description: 'Method and pattern of the path.' }),
    count: z.number().int().openapi({ description: 'Answers.' }),
    failedCount: z.number().int().openapi({ description: 'Answers of status 500 and above.' }),
    ...times,
  })
  .openapi('RouteTimes');

const ModelTimesSchema = z
  .object({
    model: z.string().openapi({ description: 'Provider and model that were asked.' }),
    count: z.number().int().openapi({ description: 'Calls in the period.' }),
    failedCount: z.number().int().openapi({ description: 'Calls without an answer, given up ones included.' }),
    ...times,
  })
  .openapi('ModelTimes');

const RunStepTimeSchema = z
  .object({
    step: z.string().openapi({ description: 'The step.' }),
    market: z.string().nullable().openapi({ description: 'The market; null for a step over all.' }),
    durationMs: z.number().openapi({ description: 'How long it took when it last ran, in milliseconds.' }),
  })
  .openapi('RunStepTime');

/** What is used, and how long it takes. */
export const UsageSchema = z
  .object({
    from: DaySchema.openapi({ description: 'First day of the period, UTC.' }),
    to: DaySchema.openapi({ description: 'Last day of the period, UTC.' }),
    use: z.array(FeatureUseSchema).openapi({ description: 'Most used first.' }),
    requests: z
      .object({
        since: InstantSchema.openapi({ description: 'When this process began to count: others are not in it.' }),
        routes: z.array(RouteTimesSchema).openapi({ description: 'Slowest first; the newest 1,000 answers of each.' }),
      })
      .openapi('RequestTimes'),
    models: orNull(z.array(ModelTimesSchema)).openapi({
      description: 'Language models that were called, most calls first; null where no ledger is wired in.',
    }),
    dailyRun: orNull(
      z
        .object({
          day: DaySchema.openapi({ description: 'Day of the last complete run.' }),
          steps: z.array(RunStepTimeSchema).openapi({ description: 'In their order.' }),
        })
        .openapi('DailyRunTimes'),
    ).openapi({ description: 'null before the first run.' }),
  })
  .openapi('Usage');
