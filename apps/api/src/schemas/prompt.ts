import { z } from '@hono/zod-openapi';
import { optionalParameter } from './optional-parameter.ts';
import { orNull } from './or-null.ts';
import { plainText } from './plain-text.ts';
import { InstantSchema, NanoUsdSchema, promptName, reason } from './prompt-words.ts';

/** A version of a prompt. */
export const PromptVersionSchema = z
  .object({
    id: z.string().openapi({ description: 'Stable id.' }),
    type: z.string().openapi({ description: 'What it is for.' }),
    version: z.number().int().openapi({ description: '1, 2, 3, ... within the type.' }),
    contentHash: z.string().openapi({ description: 'SHA-256 of texts, model and parameters.' }),
    systemPrompt: z.string().openapi({ description: 'The instructions.' }),
    userPromptTemplate: z.string().openapi({ description: 'The template with its slots.' }),
    modelProvider: z.string().openapi({ description: 'Provider of the model.' }),
    modelName: z.string().openapi({ description: 'Id of the model.' }),
    temperature: z.number().nullable().openapi({ description: 'null where it is left to the model.' }),
    maxOutputTokens: z.number().int().nullable().openapi({ description: 'null where it is left to the model.' }),
    effort: z.string().nullable().openapi({ description: 'How hard the model thinks; null where it is left to it.' }),
    includes: z
      .array(z.string())
      .openapi({ description: 'Versions of other prompts that it takes in, such as `tone@3`.' }),
    description: z.string().openapi({ description: 'In the words of whoever wrote it.' }),
    createdBy: z.string().openapi({ description: 'Who wrote it.' }),
    createdAt: InstantSchema.openapi({ description: 'When it was added.' }),
    bundled: z.boolean().openapi({ description: 'True where it only ships with the program and is not stored.' }),
  })
  .openapi('PromptVersion');

export const PromptLabelSchema = z
  .object({
    label: z.string().openapi({ description: 'Such as `production`.' }),
    promptId: z.string().openapi({ description: 'What it names.' }),
    version: z.number().int().openapi({ description: 'The version that it names.' }),
    deployedAt: InstantSchema.openapi({ description: 'Since when.' }),
    protected: z.boolean().openapi({ description: 'True where it takes only versions whose last test run passed.' }),
  })
  .openapi('PromptLabel');

export const PromptSummarySchema = z
  .object({
    type: z.string().openapi({ description: 'What it is for.' }),
    latestVersion: z.number().int().nullable().openapi({ description: 'null where it is only bundled.' }),
    model: z.string().openapi({ description: 'Provider and model of the newest version.' }),
    labels: z.array(PromptLabelSchema).openapi({ description: 'In order of their names.' }),
  })
  .openapi('PromptSummary');

export const PromptListSchema = z
  .object({ prompts: z.array(PromptSummarySchema).openapi({ description: 'In order of their names.' }) })
  .openapi('PromptList');

export const PromptDeploymentSchema = z
  .object({
    id: z.string().openapi({ description: 'Stable id.' }),
    label: z.string().openapi({ description: 'The label that was to be moved.' }),
    version: z.number().int().nullable().openapi({ description: 'The version; null where it is not stored any more.' }),
    previousVersion: z.number().int().nullable().openapi({ description: 'What it named before; null for nothing.' }),
    outcome: z
      .enum(['deployed', 'refused'])
      .openapi({ description: '`refused` where somebody else had moved the label in between.' }),
    deployedBy: z.string().openapi({ description: 'Who.' }),
    reason: z.string().openapi({ description: 'Why.' }),
    deployedAt: InstantSchema.openapi({ description: 'When.' }),
  })
  .openapi('PromptDeployment');

export const PromptHistorySchema = z
  .object({ deployments: z.array(PromptDeploymentSchema).openapi({ description: 'Newest first.' }) })
  .openapi('PromptHistory');

export const PromptDetailSchema = z
  .object({
    type: z.string().openapi({ description: 'What it is for.' }),
    versions: z.array(PromptVersionSchema).openapi({ description: 'Newest first.' }),
    labels: z.array(PromptLabelSchema).openapi({ description: 'In order of their names.' }),
    protectedLabels: z.array(z.string()).openapi({ description: 'Labels that ask for a test run that passed.' }),
    deployments: z
      .array(PromptDeploymentSchema)
      .openapi({ description: 'Of every label, newest first, refused tries included.' }),
  })
  .openapi('PromptDetail');

export const PromptTypeParameterSchema = z.object({ type: promptName('What the prompt is for.', 'market_summary') });

export const PromptHistoryQuerySchema = z.strictObject({
  label: optionalParameter(promptName('Which label. Default: `production`.', 'production')),
  at: optionalParameter(
    z.iso.datetime({ offset: true }).openapi({ description: 'Only what ran then.', example: '2026-03-03T14:00:00Z' }),
  ),
});

const versionNumber = z.coerce.number().int().min(1).max(1_000_000_000);
export const PromptDiffQuerySchema = z.strictObject({
  from: versionNumber.openapi({ description: 'The version before.', example: 1 }),
  to: versionNumber.openapi({ description: 'The version after.', example: 2 }),
});

const DiffPartSchema = z
  .object({
    kind: z.enum(['same', 'added', 'removed']).openapi({ description: 'What became of the lines.' }),
    text: z.string().openapi({ description: 'One or more whole lines.' }),
  })
  .openapi('DiffPart');

const PromptSizeSchema = z
  .object({
    tokens: z.number().int().openapi({ description: 'Tokens of the whole prompt, estimated.' }),
    costNanoUsd: NanoUsdSchema.nullable().openapi({ description: 'What they cost as input; null without a price.' }),
  })
  .openapi('PromptSize');

export const PromptDiffSchema = z
  .object({
    from: PromptVersionSchema,
    to: PromptVersionSchema,
    parameters: z
      .array(
        z
          .object({
            name: z.string().openapi({ description: 'Name of the parameter.' }),
            before: z.string().nullable().openapi({ description: 'null for none.' }),
            after: z.string().nullable().openapi({ description: 'null for none.' }),
          })
          .openapi('PromptParameterChange'),
      )
      .openapi({ description: 'Those that differ.' }),
    systemPrompt: z.array(DiffPartSchema).openapi({ description: 'The instructions line by line.' }),
    userPromptTemplate: z.array(DiffPartSchema).openapi({ description: 'The template line by line.' }),
    rendered: z
      .array(
        z
          .object({
            input: z.string().openapi({ description: 'Name of the input: a case of the newest test run.' }),
            parts: z.array(DiffPartSchema).openapi({ description: 'The filled template line by line.' }),
            fault: z.string().nullable().openapi({ description: 'Why a version cannot be filled with it.' }),
            before: orNull(PromptSizeSchema).openapi({ description: 'null where it cannot be counted.' }),
            after: orNull(PromptSizeSchema).openapi({ description: 'null where it cannot be counted.' }),
          })
          .openapi('RenderedDiff'),
      )
      .openapi({ description: 'At most ten.' }),
  })
  .openapi('PromptDiff');

export const DeployPromptSchema = z
  .strictObject({
    promptId: plainText(100).openapi({ description: 'Id of the version.' }),
    label: promptName('Which label. Default: `production`.', 'production').optional(),
    expectedPromptId: z.string().max(100).nullable().optional().openapi({
      description: 'What the caller believes the label to name; null for nothing. Default: whatever it names.',
    }),
    reason,
  })
  .openapi('DeployPromptRequest');

export const RollBackPromptSchema = z
  .strictObject({
    type: promptName('What the prompt is for.', 'market_summary'),
    label: promptName('Which label. Default: `production`.', 'production').optional(),
    reason,
  })
  .openapi('RollBackPromptRequest');
