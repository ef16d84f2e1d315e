import { z } from '@hono/zod-openapi';
import { DayInputSchema } from './calendar.ts';
import { optionalParameter } from './optional-parameter.ts';

/** The days of a report, both included. */
export const DayRangeQuerySchema = z
  .strictObject({
    from: optionalParameter(
      DayInputSchema.openapi({ param: { description: 'First day, UTC. Default: the first of the month of `to`.' } }),
    ),
    to: optionalParameter(DayInputSchema.openapi({ param: { description: 'Last day, UTC. Default: today.' } })),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['from'],
    message: 'must not be after `to`',
  });
