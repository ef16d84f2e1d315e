import { z } from '@hono/zod-openapi';
import { DaySchema } from './calendar.ts';
import { PriceSchema } from './price.ts';
import { orNull } from './or-null.ts';

const BodySchema = z
  .enum(['coupe', 'cabriolet', 'targa', 'speedster', 'roadster', 'sedan', 'wagon', 'hatchback', 'suv', 'truck', 'van'])
  .openapi('Body');

/** One car offered at one time in one place, as it is stored. */
export const ListingSchema = z
  .object({
    id: z.string(),
    source: z.string(),
    sourceKey: z.string().openapi({ description: 'Identity of the row within its source.' }),
    title: z.string().openapi({ description: 'Untrusted text of the source.' }),
    vehicle: z
      .object({
        make: z.string(),
        model: z.string(),
        generation: z.string().nullable(),
        trim: z.string().nullable(),
        body: orNull(BodySchema),
        transmission: z.enum(['manual', 'automatic']).nullable(),
        unknownWords: z.array(z.string()).readonly().openapi({ description: 'Words that no rule understood.' }),
      })
      .openapi('Vehicle'),
    modelYear: z.number().int().nullable(),
    mileage: z.number().nullable().openapi({ description: 'Odometer reading in `mileageUnit`.' }),
    mileageUnit: z.enum(['mi', 'km']),
    color: z.string().nullable(),
    condition: z.number().nullable().openapi({ description: 'From 1 (rough) to 5 (as new).' }),
    region: z.string().nullable(),
    sellerType: z.string().nullable(),
    vin: z.string().nullable(),
    optionCodes: z.array(z.string()).readonly(),
    details: z.array(z.string()).readonly().openapi({ description: 'Untrusted lines of the source.' }),
    status: z.enum(['active', 'sold', 'unsold', 'withdrawn']),
    price: orNull(PriceSchema),
    listedOn: DaySchema.nullable(),
    endedOn: DaySchema.nullable(),
    knownOn: DaySchema.openapi({ description: 'The first day on which the row could be known.' }),
    synthetic: z.boolean(),
    attributes: z
      .record(z.string(), z.string())
      .openapi({ description: 'Further columns of the source, as evidence.' }),
  })
  .openapi('Listing');
