import { z } from '@hono/zod-openapi';
import { DayInputSchema } from './calendar.ts';
import { plainText } from './plain-text.ts';

/** One row of `POST /listings`. */
export const ListingRowSchema = z
  .strictObject({
    source: plainText(60)
      .regex(/^[a-z0-9][a-z0-9._-]*$/, 'must be lower-case letters, digits, dots, hyphens or underscores')
      .default('listings')
      .openapi({ description: 'Where the row comes from. Default: listings.' }),
    sourceKey: plainText(200).openapi({
      description: 'Identity of the row within its source: sending it again updates it.',
    }),
    title: plainText(300).optional().openapi({ description: 'Default: made from year, make, model and trim.' }),
    make: plainText(60).openapi({ description: 'Make in any spelling.', example: 'Porsche' }),
    model: plainText(120).openapi({
      description: 'Model in free text; generation, trim, body and gearbox are read from it where they are not given.',
      example: '911 Carrera S Coupe 6-Speed',
    }),
    trim: plainText(80).optional().openapi({ description: 'Trim, where the source has it apart.' }),
    body: plainText(40).optional().openapi({ description: 'Body, where the source has it apart.' }),
    transmission: z
      .enum(['manual', 'automatic'])
      .optional()
      .openapi({ description: 'Gearbox; wins over what the model says.' }),
    modelYear: z.int().min(1886).max(2200).optional().openapi({ description: 'Model year, at most two years ahead.' }),
    mileage: z
      .number()
      .min(0)
      .max(10_000_000)
      .optional()
      .openapi({ description: 'Odometer reading in `mileageUnit`.' }),
    mileageUnit: z.enum(['mi', 'km']).default('mi').openapi({ description: 'Default: mi.' }),
    color: plainText(40).optional().openapi({ description: 'Colour word.' }),
    condition: z.number().min(1).max(5).optional().openapi({ description: 'From 1 (rough) to 5 (as new).' }),
    region: plainText(80).optional().openapi({ description: 'State, province or country.' }),
    sellerType: plainText(60).optional().openapi({ description: 'Such as dealer or private.' }),
    vin: plainText(20).optional().openapi({ description: 'Vehicle identification number.' }),
    optionCodes: z
      .array(plainText(60))
      .max(200)
      .default([])
      .openapi({ description: 'Codes of the options, such as pccb.' }),
    details: z.array(plainText(2000)).max(200).default([]).openapi({ description: 'Free-text lines of the source.' }),
    status: z
      .enum(['active', 'sold', 'unsold', 'withdrawn'])
      .default('active')
      .openapi({ description: 'Default: active. A sold car needs price and endedOn.' }),
    price: z
      .strictObject({
        kind: z
          .enum(['ask', 'sold', 'bid', 'wholesale'])
          .openapi({ description: 'ask or bid on offer, sold or wholesale once sold.' }),
        amount: z
          .number()
          .min(1)
          .max(1_000_000_000)
          .openapi({ description: 'Whole units of the currency; fractions are rounded.' }),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/, 'must be a currency of ISO 4217 in upper case, such as USD')
          .openapi({ description: 'ISO 4217, upper case.' }),
      })
      .optional()
      .openapi({ description: 'The price, where one is known.' }),
    listedOn: DayInputSchema.optional().openapi({ description: 'First day of the offer; not later than today.' }),
    endedOn: DayInputSchema.optional().openapi({ description: 'Day of the sale or of the end of the auction.' }),
  })
  .openapi('ListingRow');

export type ListingRow = z.infer<typeof ListingRowSchema>;

export const ListingRowsSchema = z.array(ListingRowSchema).openapi('ListingRows');

/** What became of the rows. */
export const ListingReceiptSchema = z
  .object({
    received: z.number().int().openapi({ description: 'Rows in the body.' }),
    inserted: z.number().int().openapi({ description: 'Rows that were new.' }),
    updated: z.number().int().openapi({ description: 'Rows that changed a stored one.' }),
    unchanged: z.number().int().openapi({ description: 'Rows that were stored already.' }),
    rejected: z
      .array(
        z
          .object({
            row: z.number().int().openapi({ description: 'Position in the body, from 1.' }),
            sourceKey: z
              .string()
              .nullable()
              .openapi({ description: 'As it was sent; null where it could not be read.' }),
            reasons: z.array(z.string()).openapi({ description: 'Every fault of the row.' }),
          })
          .openapi('RejectedRow'),
      )
      .openapi({ description: 'Every row that was not kept, with all reasons.' }),
    scanEnqueued: z.boolean().openapi({ description: 'True where a scan of just what is new was asked for.' }),
  })
  .openapi('ListingReceipt');
