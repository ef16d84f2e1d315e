import { z } from '@hono/zod-openapi';
import { orNull } from './or-null.ts';
import { plainText } from './plain-text.ts';
import { InstantSchema, promptName, reason } from './prompt-words.ts';

const metricFields = {
  name: plainText(100).openapi({ description: 'Name of the metric.' }),
  kind: z.enum(['rate', 'mean']).openapi({ description: '`rate`: each unit is 0 or 1. `mean`: any number.' }),
  better: z.enum(['higher', 'lower']).openapi({ description: 'Which way is good.' }),
  range: z
    .array(z.number())
    .length(2)
    .optional()
    .openapi({ description: 'Where the values of a mean lie. With it intervals hold for every number of units.' }),
  delayMs: z
    .number()
    .min(0)
    .optional()
    .openapi({ description: 'How long after exposure a value is known. Default: 0.' }),
  missing: z.enum(['zero', 'left-out']).optional().openapi({
    description: 'What a due unit without a value counts for. Default: zero for rates, left out of means.',
  }),
};
const MetricSchema = z.object(metricFields).openapi('ExperimentMetric');
const GuardrailSchema = z
  .object({
    ...metricFields,
    margin: z.number().positive().openapi({ description: 'It must not become worse by more than this.' }),
  })
  .openapi('ExperimentGuardrail');

const definition = {
  key: promptName('Stable name.', 'shorter-summaries'),
  subject: z.enum(['prompt', 'model', 'interface']).openapi({ description: 'What the arms are.' }),
  description: plainText(500).openapi({ description: 'What is asked.' }),
  arms: z
    .array(
      z
        .object({
          name: promptName('Name of the arm.', 'control'),
          weight: z.number().int().positive().openapi({ description: 'Shares are in proportion to the weights.' }),
          subject: plainText(200).openapi({ description: 'What the arm runs.', example: 'market_summary@7' }),
        })
        .openapi('ExperimentArm'),
    )
    .min(2)
    .max(20)
    .openapi({ description: 'The first is the control.' }),
  primary: MetricSchema,
  equivalenceMargin: z
    .number()
    .positive()
    .optional()
    .openapi({ description: 'Smaller differences of the primary metric do not matter.' }),
  proxy: MetricSchema.optional(),
  guardrails: z.array(GuardrailSchema).max(10).optional().openapi({ description: 'What must not become worse.' }),
  confidenceLevel: z
    .number()
    .min(0.5)
    .max(0.999)
    .optional()
    .openapi({ description: 'Chance that no interval is wrong at any look. Default: 0.95.' }),
  minimumUnits: z
    .number()
    .int()
    .min(2)
    .optional()
    .openapi({ description: 'Units of each arm that a verdict needs. Default: 100.' }),
};

export const CreateExperimentSchema = z.strictObject(definition).openapi('CreateExperimentRequest');

const EffectSchema = z
  .object({
    metric: z.string().openapi({ description: 'Name of the metric.' }),
    method: z.enum(['exact', 'asymptotic']).openapi({ description: '`exact` holds for every number of units.' }),
    estimate: z.number().nullable().openapi({ description: 'Mean of the arm minus that of the control.' }),
    lower: z.number().nullable().openapi({ description: 'Lower bound at every look at once; null for none yet.' }),
    upper: z.number().nullable().openapi({ description: 'Upper bound at every look at once; null for none yet.' }),
    controlMean: z.number().nullable().openapi({ description: 'null without a value.' }),
    armMean: z.number().nullable().openapi({ description: 'null without a value.' }),
    units: z.number().int().openapi({ description: 'Units of both arms that count.' }),
    margin: z.number().nullable().openapi({ description: 'Of a guardrail; null for others.' }),
    status: z
      .enum(['non-inferior', 'harmed', 'unclear'])
      .nullable()
      .openapi({ description: 'Of a guardrail; null for others.' }),
  })
  .openapi('MetricEffect');

const VerdictSchema = z.enum(['win', 'lose', 'equivalent', 'continue']).openapi('ExperimentVerdict');

export const ExperimentAnalysisSchema = z
  .object({
    analysedAt: InstantSchema.openapi({ description: 'When it was analysed.' }),
    units: z
      .array(
        z
          .object({
            arm: z.string().openapi({ description: 'Name of the arm.' }),
            count: z.number().int().openapi({ description: 'Units that met it.' }),
            share: z.number().openapi({ description: 'The share that it was to get.' }),
          })
          .openapi('ArmUnits'),
      )
      .openapi({ description: 'The control first.' }),
    crossedCount: z.number().int().openapi({ description: 'Units that met two arms: they are left out.' }),
    sampleRatioMismatch: z
      .boolean()
      .openapi({ description: 'True where units are not spread as they should be: then nothing can be said.' }),
    comparisons: z
      .array(
        z
          .object({
            arm: z.string().openapi({ description: 'The arm compared with the control.' }),
            verdict: VerdictSchema,
            reason: z.string().openapi({ description: 'Why, one sentence.' }),
            basis: z.enum(['primary', 'proxy']).openapi({ description: '`proxy`: the verdict is provisional.' }),
            primary: EffectSchema,
            proxy: orNull(EffectSchema).openapi({ description: 'null without a proxy.' }),
            guardrails: z.array(EffectSchema).openapi({ description: 'In their order.' }),
          })
          .openapi('ArmComparison'),
      )
      .openapi({ description: 'One for each arm but the control.' }),
  })
  .openapi('ExperimentAnalysis');

export const ExperimentSchema = z
  .object({
    ...definition,
    createdBy: z.string().openapi({ description: 'Who made it.' }),
    createdAt: InstantSchema.openapi({ description: 'When it was made.' }),
    status: z.enum(['running', 'stopped']).openapi({ description: 'A stopped one assigns nobody.' }),
    exposureShare: z.number().openapi({ description: 'Share of the units that takes part, from 0 to 1.' }),
    analysis: ExperimentAnalysisSchema,
  })
  .openapi('Experiment');

export const ExperimentListSchema = z
  .object({ experiments: z.array(ExperimentSchema).openapi({ description: 'Newest first.' }) })
  .openapi('ExperimentList');

export const ExperimentDetailSchema = z
  .object({
    experiment: ExperimentSchema,
    changes: z
      .array(
        z
          .object({
            revision: z.number().int().openapi({ description: '1, 2, 3, ...' }),
            exposureShare: z.number().openapi({ description: 'Share of the units that took part since.' }),
            status: z.enum(['running', 'stopped']).openapi({ description: 'Since then.' }),
            changedBy: z.string().openapi({ description: 'Who.' }),
            reason: z.string().openapi({ description: 'Why.' }),
            changedAt: InstantSchema.openapi({ description: 'When.' }),
          })
          .openapi('ExperimentChange'),
      )
      .openapi({ description: 'Newest first.' }),
    verdicts: z
      .array(ExperimentAnalysisSchema)
      .openapi({ description: 'What was said before, newest first: a verdict may be revised.' }),
  })
  .openapi('ExperimentDetail');

export const ExperimentKeySchema = z.object({ key: promptName('Key of the experiment.', 'shorter-summaries') });

export const ChangeExperimentSchema = z
  .strictObject({
    key: promptName('Key of the experiment.', 'shorter-summaries'),
    action: z.enum(['ramp', 'stop']).openapi({ description: '`stop` is for good.' }),
    exposureShare: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .openapi({ description: 'Share of the units that takes part; required for `ramp`.' }),
    reason,
  })
  .refine(({ action, exposureShare }) => action !== 'ramp' || exposureShare !== undefined, {
    path: ['exposureShare'],
    message: 'is required for a ramp',
  })
  .openapi('ChangeExperimentRequest');

export const ExposeUnitSchema = z
  .strictObject({
    key: promptName('Key of the experiment.', 'shorter-summaries'),
    unitId: plainText(200).openapi({ description: 'Who or what is assigned; best no personal data.' }),
  })
  .openapi('ExposeUnitRequest');

export const ExposedUnitSchema = z
  .object({
    arm: z.string().nullable().openapi({ description: 'null where the unit takes no part.' }),
    subject: z.string().nullable().openapi({ description: 'What the arm runs; null where the unit takes no part.' }),
  })
  .openapi('ExposedUnit');

export const RecordOutcomesSchema = z
  .strictObject({
    outcomes: z
      .array(
        z
          .strictObject({
            id: plainText(200).optional().openapi({ description: 'Told twice, it counts once. Default: a new one.' }),
            key: promptName('Key of the experiment.', 'shorter-summaries'),
            unitId: plainText(200).openapi({ description: 'The unit.' }),
            metric: plainText(100).openapi({ description: 'A metric of the experiment.' }),
            value: z.number().openapi({ description: 'Its value; one told later takes its place.' }),
          })
          .openapi('OutcomeInput'),
      )
      .min(1)
      .max(500)
      .openapi({ description: 'At most 500.' }),
  })
  .openapi('RecordOutcomesRequest');

export const RecordedOutcomesSchema = z
  .object({ recorded: z.number().int().openapi({ description: 'How many were taken.' }) })
  .openapi('RecordedOutcomes');
