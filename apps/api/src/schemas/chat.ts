import { z } from '@hono/zod-openapi';
import { DaySchema } from './calendar.ts';
import { ContentMarkingSchema } from './content-marking.ts';
import { FactSchema, StatedFactSchema } from './fact.ts';
import { MarketSchema } from './market.ts';
import { orNull } from './or-null.ts';

const QUESTION_LENGTH = 2_000;

const conversationId = z
  .string()
  .min(1)
  .max(100)
  .openapi({ description: 'Conversation of the caller; absent: a new one.' });

const messagePart = z.looseObject({
  type: z.string().openapi({ description: 'Only parts of type `text` are read.' }),
  text: z.string().max(20_000).optional().openapi({ description: 'The words of a text part.' }),
});

/** A question as plain JSON, or the messages of a chat client of the AI SDK, of which the last one is asked. */
export const ChatRequestSchema = z
  .union([
    z
      .strictObject({
        question: z.string().trim().min(1).max(QUESTION_LENGTH).openapi({ description: 'The question.' }),
        conversationId: conversationId.optional(),
        stream: z.boolean().default(false).openapi({ description: 'True: a UI message stream in place of JSON.' }),
      })
      .openapi('ChatQuestion'),
    z
      .looseObject({
        id: conversationId.optional(),
        messages: z
          .array(
            z.looseObject({
              role: z.enum(['user', 'assistant', 'system']).openapi({ description: 'Who says it.' }),
              parts: z.array(messagePart).max(50).openapi({ description: 'What is said.' }),
            }),
          )
          .min(1)
          .max(200)
          .openapi({ description: 'The whole chat; the last message is the question.' }),
      })
      .openapi('ChatMessages'),
  ])
  .openapi('ChatRequest');

export type ChatRequest = z.output<typeof ChatRequestSchema>;

/** One reply of the analyst. */
export const ChatAnswerSchema = z
  .object({
    conversationId: z.string().openapi({ description: 'To be sent with the next question.' }),
    position: z.number().int().openapi({ description: 'Place of the turn, from 0 on.' }),
    question: z.string().openapi({ description: 'The question as it was understood: without control characters.' }),
    kind: z.enum(['answer', 'clarification', 'unknown', 'not-enough-data']).openapi({
      description: '`answer`: proved figures. `clarification`: a question back, with `choices`.',
    }),
    text: z.string().openapi({ description: 'The reply; paragraphs are parted by an empty line.' }),
    facts: z.array(FactSchema).openapi({ description: 'Every number in the text is one of these.' }),
    claims: z.array(StatedFactSchema).openapi({ description: 'Every place of the text that states a fact.' }),
    headline: z
      .array(z.union([z.number(), z.string()]))
      .openapi({ description: 'The answer itself, unrounded, in the order of the question.' }),
    choices: z.array(z.string()).openapi({ description: 'Questions that can be sent next as they are.' }),
    call: orNull(
      z.object({
        tool: z.string().openapi({ description: 'The tool that answered.' }),
        arguments: z.record(z.string(), z.unknown()).openapi({ description: 'Its checked arguments.' }),
      }),
    ).openapi({ description: 'What was asked of the data; null where nothing was.' }),
    method: z.string().openapi({ description: 'How the figures were made.' }),
    n: z.number().int().openapi({ description: 'Rows behind the figures.' }),
    period: orNull(
      z.object({
        from: DaySchema.openapi({ description: 'First day of the rows.' }),
        to: DaySchema.openapi({ description: 'Last day of the rows.' }),
      }),
    ).openapi({ description: 'Days that the rows are from; null where they have none.' }),
    rows: z
      .array(
        z.object({
          id: z.string().openapi({ description: 'Id of the listing.' }),
          title: z.string().openapi({ description: 'Its title, as its seller wrote it.' }),
        }),
      )
      .openapi({ description: 'Rows behind the answer, some where there are many.' }),
    market: MarketSchema,
    asOf: DaySchema.openapi({ description: 'Nothing known later was read.' }),
    analyst: z.enum(['built-in', 'model']).openapi({
      description: '`built-in`: rules and templates. `model`: a language model chose the tool or wrote the words.',
    }),
    marking: ContentMarkingSchema,
    costNanoUsd: z.string().openapi({ description: 'Cost in nano-dollars, a decimal string.', example: '0' }),
    synthetic: z.boolean().openapi({ description: 'True where generated data are among the sources.' }),
  })
  .openapi('ChatAnswer');

export type ChatAnswerBody = z.infer<typeof ChatAnswerSchema>;

/** A request of an OpenAI client; what else such clients send is read over. */
export const CompletionRequestSchema = z
  .looseObject({
    model: z.string().max(200).optional().openapi({ description: 'Any; the answer names the one that served.' }),
    stream: z.boolean().nullish().openapi({ description: 'True: server-sent events.' }),
    messages: z
      .array(
        z.looseObject({
          role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']).openapi({ description: 'Who says it.' }),
          content: z
            .union([z.string().max(20_000), z.array(messagePart).max(50), z.null()])
            .optional()
            .openapi({ description: 'What is said.' }),
        }),
      )
      .min(1)
      .max(200)
      .openapi({ description: 'The whole chat; the last message is the question.' }),
  })
  .openapi('CompletionRequest');

export type CompletionRequest = z.output<typeof CompletionRequestSchema>;
