import { z } from '@hono/zod-openapi';
import { DayInputSchema, DaySchema } from './calendar.ts';
import { IntervalSchema } from './interval.ts';
import { MarketInputSchema, MarketSchema } from './market.ts';
import { orNull } from './or-null.ts';
import { optionalParameter } from './optional-parameter.ts';
import { plainText } from './plain-text.ts';
import { makeWord, vehicleWords } from './vehicle-words.ts';

const amount = (description: string) => z.number().openapi({ description });

const scope = {
  make: optionalParameter(makeWord),
  model: vehicleWords('Model line.', '911'),
  generation: optionalParameter(vehicleWords('Factory generation; absent: all.', '992.1')),
  trim: optionalParameter(vehicleWords('The cars on which the value is wanted; absent: all.', 'Carrera S')),
  market: MarketInputSchema.optional(),
  asOf: DayInputSchema.optional().openapi({ description: 'Read no sale that was not known on this day.' }),
};

export const OptionValueQuerySchema = z.object({
  ...scope,
  option: optionalParameter(
    plainText(60).openapi({
      description: 'One option, by its code or as owners say it; absent: every option.',
      example: 'pccb',
    }),
  ),
});

const ValueEstimateSchema = z
  .object({
    amount: amount('What it adds to the typical car, whole currency units.'),
    interval: IntervalSchema.openapi({ description: 'Of the amount.' }),
    logValue: amount('Effect on the log of the price.'),
    standardError: amount('Of `logValue`.'),
  })
  .openapi('OptionValueEstimate');

const ValueAtAgeSchema = z
  .object({
    ageYears: z.number().openapi({ description: 'Age of the car.' }),
    typicalPrice: amount('Of the typical car of that age without it.'),
    amount: amount('What it adds at that age.'),
    interval: IntervalSchema.openapi({ description: 'Of the amount.' }),
    retainedShare: z.number().nullable().openapi({ description: 'Amount over list price; null without one.' }),
  })
  .openapi('OptionValueAtAge');

const InteractionSchema = z
  .object({
    kind: z.enum(['age', 'trim']).openapi({ description: 'By what the value differs.' }),
    trim: z.string().nullable().openapi({ description: 'The trim; null for age.' }),
    logChange: z.number().openapi({ description: 'Change of the log value a year, or on cars of this trim.' }),
    standardError: z.number().openapi({ description: 'Of `logChange`.' }),
    adjustedPValue: z.number().openapi({ description: 'Chance of such a difference where there is none.' }),
  })
  .openapi('OptionValueInteraction');

const TimeToSellSchema = z
  .object({
    saleCount: z.number().int().openapi({ description: 'Sales that know the day they were offered.' }),
    typicalDays: z.number().openapi({ description: 'Median days on offer.' }),
    days: z.number().openapi({ description: 'Days more, or fewer where negative, with it.' }),
    interval: IntervalSchema.openapi({ description: 'Of `days`.' }),
  })
  .openapi('OptionTimeToSell');

export const OptionValueSchema = z
  .object({
    code: z.string().openapi({ description: 'Code of the option.' }),
    name: z.string().openapi({ description: 'As the maker or the trade writes it.' }),
    withCount: z.number().int().openapi({ description: 'Sales of cars that have it.' }),
    withoutCount: z.number().int().openapi({ description: 'Sales of like cars without it.' }),
    typicalPrice: amount('Of the typical car of the scope without it.'),
    value: ValueEstimateSchema.openapi({ description: 'The answer: with the list price as prior where known.' }),
    orthogonal: ValueEstimateSchema.openapi({ description: 'By double machine learning, without a prior.' }),
    naive: ValueEstimateSchema.openapi({
      description: 'By segment and age alone: that better kept cars have more options is in it.',
    }),
    listPrice: z
      .number()
      .nullable()
      .openapi({ description: 'What the factory asked; null where unknown or of another age.' }),
    retainedShare: z.number().nullable().openapi({ description: 'Value over list price.' }),
    retainedShareInterval: orNull(IntervalSchema).openapi({ description: 'Of `retainedShare`.' }),
    prior: z
      .object({
        retainedShare: z.number().openapi({ description: 'Mean share of the list price that comes back.' }),
        spread: z.number().openapi({ description: 'Standard deviation between options.' }),
      })
      .nullable()
      .openapi({ description: 'What the other options of the scope say; null without a list price.' }),
    byAge: z.array(ValueAtAgeSchema).openapi({ description: 'Decay: the value at up to six ages, youngest first.' }),
    interactions: z.array(InteractionSchema).openapi({ description: 'Differences that earn their place.' }),
    timeToSell: orNull(TimeToSellSchema).openapi({ description: 'Null where too few sales know their days.' }),
    interactionsTried: z.number().int().openapi({ description: 'Differences by age and trim that were tried.' }),
    cautions: z.array(z.string()).openapi({ description: 'What to know before using the number.' }),
  })
  .openapi('OptionValue');

export const OptionValuesSchema = z
  .object({
    asOf: DaySchema.openapi({ description: 'The day the answer holds for.' }),
    market: MarketSchema.openapi({ description: 'Whose prices these are.' }),
    synthetic: z.boolean().openapi({ description: 'True where every sale behind it is made up.' }),
    saleCount: z.number().int().openapi({ description: 'Sales of the scope.' }),
    typicalPrice: amount('Median price of recent sales of the scope.'),
    values: z.array(OptionValueSchema).openapi({ description: 'The dearest first.' }),
    colors: z
      .array(OptionValueSchema)
      .openapi({ description: 'Each basic colour, and a rare one, against the others.' }),
    tooFew: z
      .array(
        z.object({
          code: z.string().openapi({ description: 'Code of the option.' }),
          name: z.string().openapi({ description: 'As the maker or the trade writes it.' }),
          found: z.number().int().openapi({ description: 'Cars found.' }),
          needed: z.number().int().openapi({ description: 'Cars needed.' }),
        }),
      )
      .openapi({ description: 'Options on too few cars for a number, the commonest first.' }),
    disclaimer: z.string().openapi({ description: 'To be shown with the answer.' }),
  })
  .openapi('OptionValues');

const codes = (description: string) => z.array(plainText(60)).max(100).optional().openapi({ description });

export const OptionChoiceRequestSchema = z
  .strictObject({
    ...scope,
    budget: z.number().min(0).max(10_000_000).optional().openapi({ description: 'Most that the options may cost.' }),
    basePrice: z
      .number()
      .min(1)
      .max(100_000_000)
      .optional()
      .openapi({ description: 'Worth of the car without options.' }),
    mustHave: codes('Chosen whatever they cost.'),
    neverChoose: codes('Never chosen.'),
  })
  .openapi('OptionChoiceRequest');

export const OptionChoiceSchema = z
  .object({
    asOf: DaySchema.openapi({ description: 'The day the answer holds for.' }),
    market: MarketSchema.openapi({ description: 'Whose prices these are.' }),
    synthetic: z.boolean().openapi({ description: 'True where every sale behind it is made up.' }),
    basePrice: z.number().openapi({ description: 'Worth of the car without options.' }),
    chosen: z.array(z.string()).openapi({ description: 'Codes to order.' }),
    cost: z.number().openapi({ description: 'Of the chosen options.' }),
    gain: amount('What comes back beyond the cost, in four cases of five at least.'),
    options: z
      .array(
        z.object({
          code: z.string().openapi({ description: 'Code of the option.' }),
          name: z.string().openapi({ description: 'As the maker or the trade writes it.' }),
          chosen: z.boolean().openapi({ description: 'True where it is ordered.' }),
          reason: z.string().openapi({ description: 'Why it is in or out.' }),
          regret: z
            .number()
            .nullable()
            .openapi({ description: 'What the opposite choice would lose; null where it is not allowed.' }),
        }),
      )
      .openapi({ description: 'Every option that was offered, with the reason.' }),
    disclaimer: z.string().openapi({ description: 'To be shown with the answer.' }),
  })
  .openapi('OptionChoice');
