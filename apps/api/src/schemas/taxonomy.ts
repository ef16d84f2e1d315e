import { z } from '@hono/zod-openapi';
import { BodySchema } from './listing.ts';
import { MarketInputSchema, MarketSchema } from './market.ts';
import { optionalParameter } from './optional-parameter.ts';
import { orNull } from './or-null.ts';
import { makeWord, vehicleWords } from './vehicle-words.ts';

const saleCount = z.number().int().openapi({ description: 'Sales of it.' });

const CountedNameSchema = z
  .object({ name: z.string().openapi({ description: 'Canonical name.' }), saleCount })
  .openapi('CountedName');

const counted = (description: string) => z.array(CountedNameSchema).readonly().openapi({ description });

const LineChoicesSchema = z
  .object({
    generations: z
      .array(
        z
          .object({
            name: z.string().openapi({ description: 'Factory generation.', example: '991.2' }),
            saleCount,
            firstModelYear: z.number().int().nullable().openapi({ description: 'First model year; null: not known.' }),
            lastModelYear: z.number().int().nullable().openapi({ description: 'Last model year; null: still made.' }),
          })
          .openapi('SoldGeneration'),
      )
      .readonly()
      .openapi({ description: 'Oldest first.' }),
    trims: z
      .array(
        z
          .object({
            name: z.string().openapi({ description: 'Trim.', example: 'Carrera S' }),
            saleCount,
            generations: z.array(z.string()).readonly().openapi({ description: 'Generations it was sold in.' }),
          })
          .openapi('SoldTrim'),
      )
      .readonly()
      .openapi({ description: 'Most sales first.' }),
    bodies: z
      .array(z.object({ name: BodySchema, saleCount }).openapi('CountedBody'))
      .readonly()
      .openapi({ description: 'Most sales first.' }),
    transmissions: z
      .array(
        z
          .object({ name: z.enum(['manual', 'automatic']).openapi({ description: 'Gearbox.' }), saleCount })
          .openapi('CountedTransmission'),
      )
      .readonly()
      .openapi({ description: 'Most sales first.' }),
    colors: counted('Colours with three sales or more, most first.'),
    options: counted('Option codes with three sales or more, most first.'),
  })
  .openapi('LineChoices');

/** What sold cars are called and come with. */
export const TaxonomySchema = z
  .object({
    market: orNull(MarketSchema).openapi({ description: 'null while no fit is stored.' }),
    makes: counted('Makes, most sales first; empty while no fit is stored.'),
    models: counted('Model lines of the make, most sales first; empty without a make.'),
    line: orNull(LineChoicesSchema).openapi({ description: 'Choices of the line; null without one that was sold.' }),
  })
  .openapi('Taxonomy');

export const TaxonomyQuerySchema = z.strictObject({
  make: optionalParameter(makeWord.openapi({ description: 'List the model lines of this make.' })),
  model: optionalParameter(vehicleWords('With a make: list the choices of this model line.', '911')),
  market: optionalParameter(MarketInputSchema),
});
