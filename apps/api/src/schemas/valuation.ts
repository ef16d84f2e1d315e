import { z } from '@hono/zod-openapi';
import { DayInputSchema, DaySchema } from './calendar.ts';
import { IntervalSchema } from './interval.ts';
import { BodySchema, VehicleSchema } from './listing.ts';
import { MarketInputSchema, MarketSchema } from './market.ts';
import { orNull } from './or-null.ts';
import { OutlookSchema } from './outlook.ts';
import { plainText } from './plain-text.ts';
import { HorizonSchema } from './prediction.ts';
import { vehicleWords } from './vehicle-words.ts';

const amount = (description: string) => z.number().int().openapi({ description });

/** The car of `POST /valuations`, in the words of a person. */
export const ValuationRequestSchema = z
  .strictObject({
    make: vehicleWords('Make. Default: Porsche.', 'Porsche').optional(),
    model: vehicleWords('Model line.', '911'),
    generation: vehicleWords('Factory generation. Default: that of the model year.', '991.2').optional(),
    trim: vehicleWords('Trim; absent: any.', 'Carrera S').optional(),
    modelYear: z.int().min(1886).max(2200).openapi({ description: 'Model year.', example: 2017 }),
    mileage: z
      .number()
      .min(0)
      .max(2_000_000)
      .optional()
      .openapi({ description: 'Odometer reading in `mileageUnit`; absent: not known.', example: 21000 }),
    mileageUnit: z.enum(['mi', 'km']).default('mi').openapi({ description: 'Default: mi.' }),
    transmission: z
      .enum(['manual', 'automatic'])
      .optional()
      .openapi({ description: 'Gearbox. Default: as most sales of the segment have it.' }),
    body: BodySchema.optional().openapi({ description: 'Body. Default: as most sales of the segment have it.' }),
    color: plainText(40).optional().openapi({ description: 'Basic colour word.', example: 'silver' }),
    condition: z.number().min(1).max(5).optional().openapi({ description: 'From 1 (rough) to 5 (as new).' }),
    region: plainText(80).optional().openapi({ description: 'State, province or country.' }),
    sellerType: plainText(60).optional().openapi({ description: 'Such as dealer or private.' }),
    optionCodes: z
      .array(plainText(60))
      .max(100)
      .default([])
      .openapi({ description: 'Codes of the options, such as pccb.' }),
    vin: plainText(20).optional().openapi({
      description: 'Chassis number: earlier sales of the car itself are not among its comparables.',
    }),
    comparableCount: z.int().min(5).max(50).default(8).openapi({ description: 'How many comparables. Default: 8.' }),
    ahead: z
      .strictObject({
        horizons: z.array(HorizonSchema).min(1).max(4).openapi({ description: 'How far the value is carried ahead.' }),
        distancePerYear: z
          .number()
          .min(0)
          .max(200_000)
          .optional()
          .openapi({ description: 'In `mileageUnit`. Default: as much a year as so far.', example: 6000 }),
        ratePoints: z
          .number()
          .min(-20)
          .max(20)
          .default(0)
          .openapi({ description: 'Change of the interest rate in percentage points by the end of each horizon.' }),
        supplyChange: z
          .number()
          .min(-0.95)
          .max(20)
          .default(0)
          .openapi({ description: 'Change of supply as a share: 0.1 is ten percent more cars on offer.' }),
      })
      .optional()
      .openapi({ description: 'Asks for the value later. Default: today alone.' }),
    market: MarketInputSchema.optional(),
    asOf: DayInputSchema.optional().openapi({
      description: 'Use the fit of this day or the last before it. Default: the newest.',
    }),
  })
  .openapi('ValuationRequest');

const ValuedCarSchema = z
  .object({
    vehicle: VehicleSchema,
    modelYear: z.number().int().nullable().openapi({ description: 'Model year.' }),
    mileage: z.number().nullable().openapi({ description: 'Odometer reading in `mileageUnit`; null: not known.' }),
    mileageUnit: z.enum(['mi', 'km']).openapi({ description: 'Unit of the odometer reading.' }),
    color: z.string().nullable().openapi({ description: 'Colour word; null: not known.' }),
    condition: z.number().nullable().openapi({ description: 'From 1 (rough) to 5 (as new); null: not known.' }),
    region: z.string().nullable().openapi({ description: 'State, province or country; null: not known.' }),
    sellerType: z.string().nullable().openapi({ description: 'Kind of seller; null: not known.' }),
    optionCodes: z.array(z.string()).readonly().openapi({ description: 'Codes of the options.' }),
  })
  .openapi('ValuedCar', { description: 'The car as it was valued, in canonical names.' });

const AdjustmentSchema = z
  .object({
    name: z.string().openapi({ description: 'What is adjusted for; `unexplained` is the rest.', example: 'mileage' }),
    amount: amount('Signed, whole currency units.'),
  })
  .openapi('Adjustment');

const ComparableSchema = z
  .object({
    id: z.string().openapi({ description: 'Id of the listing.' }),
    title: z.string().openapi({ description: 'Untrusted text of the source.' }),
    soldOn: DaySchema.openapi({ description: 'Day of the sale.' }),
    price: amount('What it sold for.'),
    modelYear: z.number().int().nullable().openapi({ description: 'Model year; null where it is not known.' }),
    mileage: z.number().nullable().openapi({ description: 'Odometer reading in `mileageUnit`.' }),
    mileageUnit: z.enum(['mi', 'km']).openapi({ description: 'Unit of the odometer reading.' }),
    vehicle: VehicleSchema,
    color: z.string().nullable().openapi({ description: 'Colour word; null where it is not known.' }),
    optionCodes: z.array(z.string()).readonly().openapi({ description: 'Codes of the options.' }),
    adjustments: z
      .array(AdjustmentSchema)
      .readonly()
      .openapi({ description: 'With `price` they sum to the value of the car exactly.' }),
    adjustedAmount: amount('What the sale says the car is worth: all adjustments but the unexplained one.'),
    weight: z.number().openapi({ description: 'Share of what all comparables say; the weights sum to 1.' }),
    synthetic: z.boolean().openapi({ description: 'True for a generated row.' }),
  })
  .openapi('Comparable');

export const ComparablesSchema = z
  .object({
    comparables: z.array(ComparableSchema).readonly().openapi({ description: 'The most informative first.' }),
    consensusAmount: amount('What they say by themselves: a weighted mean of the adjusted amounts.'),
    searchedCount: z.number().int().openapi({ description: 'Sales of the model line they were chosen from.' }),
  })
  .openapi('Comparables');

const ExplanationSchema = z
  .object({
    baseAmount: amount('What a car without any known effect would fetch.'),
    parts: z
      .array(
        z
          .object({
            name: z.string().openapi({ description: 'What contributes.', example: 'mileage' }),
            amount: amount('Signed, whole currency units.'),
            share: z.number().openapi({ description: 'The same as a share: 0.1 is ten per cent more.' }),
          })
          .openapi('ExplainedPart'),
      )
      .readonly()
      .openapi({ description: 'Largest first; with `baseAmount` they sum to the value exactly.' }),
  })
  .openapi('ValueExplanation');

const ValueChangeSchema = z
  .object({
    fact: z
      .enum(['mileage', 'age', 'transmission', 'body', 'colour', 'condition', 'option'])
      .openapi({ description: '`age`: a year that passes while the car stands and the market holds its level.' }),
    from: z.string().nullable().openapi({ description: 'As it is; null where it is not known or absent.' }),
    to: z.string().nullable().openapi({ description: 'As it would be; null for an option that is taken away.' }),
    amount: amount('The value with the change.'),
    difference: amount('What the change adds.'),
  })
  .openapi('ValueChange');

const MileagePointSchema = z
  .object({
    mileage: z.number().openapi({ description: 'Odometer reading in the unit of the car.' }),
    amount: amount('Value at this reading.'),
    intervals: z.array(IntervalSchema).readonly().openapi({ description: '50, 80 and 90 %.' }),
  })
  .openapi('MileagePoint');

/** The answer to a valuation request. */
export const ValuationAnswerSchema = z
  .object({
    status: z.literal('ok').openapi({ description: 'Always `ok`; a refusal is a 422.' }),
    market: MarketSchema,
    asOf: DaySchema.openapi({ description: 'The day of the fit and of the value; nothing later went into it.' }),
    car: ValuedCarSchema,
    assumed: z
      .array(z.enum(['body', 'transmission', 'mileage']))
      .readonly()
      .openapi({
        description:
          'Facts nobody gave, taken as most sales of the segment have them; mileage where the reading given cannot be believed.',
      }),
    uncounted: z
      .array(
        z
          .object({
            fact: z.enum(['color', 'region', 'seller', 'option']).openapi({ description: 'Which fact.' }),
            given: z.string().openapi({ description: 'What was given.' }),
          })
          .readonly(),
      )
      .readonly()
      .openapi({ description: 'Facts that were given and that no sale shares: they add nothing to the value.' }),
    amount: amount('Value: the median of the distribution.'),
    intervals: z.array(IntervalSchema).readonly().openapi({ description: '50, 80 and 90 %.' }),
    quantiles: z
      .array(z.number().int())
      .readonly()
      .openapi({ description: 'Amounts at 5, 10, ... 95 %; empty where the model states intervals alone.' }),
    segment: z.string().openapi({ description: 'The most specific segment with sales.', example: 'porsche/911/991.2' }),
    saleCount: z.number().int().openapi({ description: 'Sales of that segment.' }),
    marketSaleCount: z.number().int().openapi({ description: 'Sales behind the fit.' }),
    modelVersion: z.string().openapi({ description: 'Version of the model.' }),
    explanation: ExplanationSchema.openapi({ description: 'Why it is worth that, in whole currency units.' }),
    comparables: orNull(ComparablesSchema).openapi({ description: 'null where there are fewer than five.' }),
    comparablesRefusal: z.string().nullable().openapi({ description: 'Why there are no comparables; null with them.' }),
    changes: z
      .array(ValueChangeSchema)
      .readonly()
      .openapi({ description: 'What would change it most, largest first.' }),
    mileageCurve: z.array(MileagePointSchema).readonly().openapi({ description: 'The same car by its odometer.' }),
    outlook: orNull(OutlookSchema).openapi({
      description: 'null where it was not asked for, and where it is refused.',
    }),
    outlookRefusal: z.string().nullable().openapi({ description: 'Why there is no outlook; null with one.' }),
    disclaimer: z.string().openapi({ description: 'To be shown with the answer.' }),
    synthetic: z.boolean().openapi({ description: 'True where generated data are among the sources.' }),
  })
  .openapi('ValuationAnswer');

export type ValuationBody = z.input<typeof ValuationAnswerSchema>;
