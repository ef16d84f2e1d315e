import { z } from '@hono/zod-openapi';
import { VEHICLE_MARKS } from '@pa/engines';
import { DaySchema } from './calendar.ts';
import { PriceSchema } from './price.ts';
import { orNull } from './or-null.ts';

/** Body of a car. */
export const BodySchema = z
  .enum(['coupe', 'cabriolet', 'targa', 'speedster', 'roadster', 'sedan', 'wagon', 'hatchback', 'suv', 'truck', 'van'])
  .openapi('Body');

/** What a car is, in canonical names. */
export const VehicleSchema = z
  .object({
    make: z.string().openapi({ description: 'Canonical name of the make.' }),
    model: z.string().openapi({ description: 'Model line.' }),
    generation: z.string().nullable().openapi({ description: 'Factory generation; null where the text does not say.' }),
    trim: z.string().nullable().openapi({ description: 'Trim; null where the text does not say.' }),
    body: orNull(BodySchema).openapi({ description: 'Body; null where the text does not say.' }),
    transmission: z
      .enum(['manual', 'automatic'])
      .nullable()
      .openapi({ description: 'Gearbox; null where the text does not say.' }),
    gearbox: z
      .enum(['manual', 'automated-manual', 'dual-clutch', 'torque-converter', 'continuous'])
      .nullable()
      .openapi({ description: 'How the gearbox shifts; null where the text does not say.' }),
    gears: z.number().int().nullable().openapi({ description: 'Forward speeds; null where the text does not say.' }),
    drive: z
      .enum(['all-wheel', 'rear-wheel', 'front-wheel'])
      .nullable()
      .openapi({ description: 'Driven wheels; null where neither text nor trim tells.' }),
    marks: z
      .array(z.enum(VEHICLE_MARKS))
      .readonly()
      .openapi({ description: 'What sets the car apart from others of its trim.' }),
    unknownWords: z.array(z.string()).readonly().openapi({ description: 'Words that no rule understood.' }),
  })
  .openapi('Vehicle');

/** One car offered at one time in one place, as it is stored. */
export const ListingSchema = z
  .object({
    id: z.string().openapi({ description: 'Stable id.' }),
    source: z.string().openapi({ description: 'Where the row comes from.' }),
    sourceKey: z.string().openapi({ description: 'Identity of the row within its source.' }),
    title: z.string().openapi({ description: 'Untrusted text of the source.' }),
    vehicle: VehicleSchema,
    modelYear: z.number().int().nullable().openapi({ description: 'Model year; null where it is not known.' }),
    mileage: z.number().nullable().openapi({ description: 'Odometer reading in `mileageUnit`.' }),
    mileageUnit: z.enum(['mi', 'km']).openapi({ description: 'Unit of the odometer reading.' }),
    color: z.string().nullable().openapi({ description: 'Colour word; null where it is not known.' }),
    condition: z.number().nullable().openapi({ description: 'From 1 (rough) to 5 (as new).' }),
    region: z.string().nullable().openapi({ description: 'State, province or country as the source names it.' }),
    sellerType: z
      .string()
      .nullable()
      .openapi({ description: 'Such as dealer or private; null where it is not known.' }),
    vin: z.string().nullable().openapi({ description: 'Vehicle identification number; null where it is not known.' }),
    optionCodes: z
      .array(z.string())
      .readonly()
      .openapi({ description: 'Codes of the options; empty where the source has none.' }),
    details: z.array(z.string()).readonly().openapi({ description: 'Untrusted lines of the source.' }),
    status: z
      .enum(['active', 'sold', 'unsold', 'withdrawn'])
      .openapi({ description: 'Whether it runs, was sold, ended without a sale, or was withdrawn.' }),
    price: orNull(PriceSchema).openapi({
      description: 'The asking, hammer, highest or dealer price, as its kind says.',
    }),
    listedOn: DaySchema.nullable().openapi({ description: 'First day of the offer.' }),
    endedOn: DaySchema.nullable().openapi({ description: 'Day of the sale or of the end of the auction.' }),
    knownOn: DaySchema.openapi({ description: 'The first day on which the row could be known.' }),
    synthetic: z.boolean().openapi({ description: 'True for generated rows.' }),
    attributes: z
      .record(z.string(), z.string())
      .openapi({ description: 'Further columns of the source, as evidence.' }),
  })
  .openapi('Listing');
