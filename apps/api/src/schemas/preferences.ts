import { z } from '@hono/zod-openapi';
import { DEPTHS } from '@pa/engines';
import { plainText } from './plain-text.ts';
import { makeWord, vehicleWords } from './vehicle-words.ts';

const names = (what: string) =>
  z
    .array(plainText(50))
    .max(100)
    .refine((list) => new Set(list.map((name) => name.toLowerCase())).size === list.length, {
      message: 'must name each once',
    })
    .openapi({ description: `${what} that are watched. Empty: all of them.` });

/** What a person prefers; always all of it, so that nothing is changed by being left out. */
export const PreferencesSchema = z
  .strictObject({
    marketAlerts: z.boolean().openapi({ description: 'The notice of every daily run.' }),
    pricePredictions: z.boolean().openapi({ description: 'Predictions of the watched cars, with that notice.' }),
    anomalyAlerts: z.boolean().openapi({ description: 'A notice of every critical anomaly among the watched cars.' }),
    horizon: z.enum(['1m', '3m', '6m', '1y']).openapi({ description: 'Where a question names no horizon.' }),
    depth: z.enum(DEPTHS).openapi({ description: 'Reading level and length of texts.' }),
    watchedModels: names('Models, such as `911`,'),
    watchedTrims: names('Trims, such as `GT3`,'),
    watchedSegments: z
      .array(plainText(200))
      .max(100)
      .refine((list) => new Set(list).size === list.length, { message: 'must name each once' })
      .openapi({ description: 'Segments that are watched beside those, such as `porsche/911/992.1/gt3`.' }),
  })
  .openapi('Preferences');

export const NoticesQuerySchema = z.object({
  for: z.enum(['me', 'service']).default('me').openapi({
    description: '`me`: notices for the caller; `service`: those for whoever runs the service.',
  }),
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ description: 'How many, newest first.' }),
});

const NoticeSchema = z
  .object({
    id: z.string().openapi({ description: 'The same at every delivery.' }),
    topic: z
      .enum(['daily_run', 'anomaly', 'prediction_accuracy', 'cost', 'data_quality'])
      .openapi({ description: 'What it is about.' }),
    title: z.string().openapi({ description: 'One line.' }),
    body: z.string().openapi({ description: 'Lines of plain text.' }),
    createdAt: z.iso.datetime().openapi({ description: 'When it was written, UTC.' }),
  })
  .openapi('Notice');

export const NoticesSchema = z
  .object({ notices: z.array(NoticeSchema).openapi({ description: 'Newest first.' }) })
  .openapi('Notices');

export const ErasedReaderSchema = z
  .object({
    hadPreferences: z.boolean().openapi({ description: 'Whether preferences were kept.' }),
    feedbackCount: z.number().int().openapi({ description: 'Words on texts that are gone.' }),
    turnCount: z.number().int().openapi({ description: 'Questions with their answers that are gone.' }),
  })
  .openapi('ErasedReader');

export const WatchRequestSchema = z
  .strictObject({
    make: makeWord.optional(),
    model: vehicleWords('Model line.', '911'),
    generation: vehicleWords('Factory generation.', '992.1').optional(),
    trim: vehicleWords('Trim.', 'GT3').optional(),
    ends: z.boolean().optional().openapi({ description: 'True takes the car off the list.' }),
  })
  .openapi('WatchRequest');
