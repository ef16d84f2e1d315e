import { z } from '@hono/zod-openapi';
import { LISTING_TRAITS } from '@pa/engines';

/** One thing that the text of a listing says, and where. */
export const ListingStatementSchema = z
  .object({
    trait: z.enum(LISTING_TRAITS).openapi({ description: 'What it is about.' }),
    value: z
      .union([z.boolean(), z.number().int(), z.string()])
      .openapi({ description: 'True or false, the count of owners, or a word for the condition.' }),
    evidence: z.string().openapi({ description: 'Untrusted words of the source that say so.' }),
    readBy: z.string().openapi({ description: 'Name of the rule that read it, or model.' }),
  })
  .openapi('ListingStatement');
