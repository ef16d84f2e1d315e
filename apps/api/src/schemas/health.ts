import { z } from '@hono/zod-openapi';
import { DaySchema } from './calendar.ts';

/** Whether the process can do its work. */
export const HealthSchema = z
  .object({
    status: z.enum(['ok', 'degraded']).openapi({ description: '`degraded`: a store does not answer.' }),
    lastRunOn: DaySchema.nullable().openapi({ description: 'Day of the last complete daily run.' }),
  })
  .openapi('Health');
