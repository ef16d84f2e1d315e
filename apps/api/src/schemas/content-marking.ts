import { z } from '@hono/zod-openapi';

/** Says who wrote a text, so that nobody takes a generated one for a person's. */
export const ContentMarkingSchema = z
  .object({
    aiGenerated: z.boolean().openapi({ description: 'True where a language model wrote the words.' }),
    provider: z.string().openapi({ description: 'Who served the text; `none` where no model wrote it.' }),
    requestedModel: z.string().openapi({ description: 'The model that was asked for.' }),
    servedModel: z.string().openapi({ description: 'The model that answered; `template` where none did.' }),
    promptVersion: z.string().openapi({ description: 'Version of the prompt or template behind the text.' }),
    disclaimer: z.string().openapi({ description: 'To be shown with the text.' }),
  })
  .openapi('ContentMarking');
