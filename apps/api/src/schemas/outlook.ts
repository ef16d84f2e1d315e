import { z } from '@hono/zod-openapi';
import { DaySchema } from './calendar.ts';
import { IntervalSchema } from './interval.ts';
import { HorizonSchema } from './prediction.ts';

const part = (description: string) => z.number().int().openapi({ description });

const OutlookStepSchema = z
  .object({
    horizon: HorizonSchema,
    targetDate: DaySchema.openapi({ description: 'The day it speaks of.' }),
    mileage: z.number().nullable().openapi({ description: 'Odometer on that day; null where it is not known.' }),
    amount: part('Median, whole currency units.'),
    intervals: z
      .array(IntervalSchema)
      .readonly()
      .openapi({ description: '50, 80 and 90 % of what such a car sells for then.' }),
    parts: z
      .object({
        age: part('What getting older takes.'),
        mileage: part('What being driven on takes.'),
        market: part('What the market, and the scenario if any, add.'),
      })
      .openapi({ description: 'With the value of today they sum to the amount.' }),
  })
  .openapi('OutlookStep');

export const OutlookSchema = z
  .object({
    segment: z.string().openapi({ description: 'The segment whose index is carried ahead.' }),
    hasSkill: z.boolean().openapi({ description: 'False where the forecast is no better than the last value.' }),
    distancePerYear: z.number().nullable().openapi({ description: 'In the unit of the odometer.' }),
    scenario: z
      .object({
        name: z.string().openapi({ description: '`base` where nothing changes.' }),
        ratePoints: z.number().openapi({ description: 'Change of the interest rate in percentage points.' }),
        supplyChange: z.number().openapi({ description: 'Change of supply as a share.' }),
      })
      .openapi({ description: 'What is assumed to change.' }),
    elasticities: z
      .object({
        rate: z.number().openapi({ description: 'Change of the log price for a point of interest.' }),
        supply: z.number().openapi({ description: 'Change of the log price for a unit of log supply.' }),
      })
      .openapi({ description: 'How prices are assumed to answer; no estimate.' }),
    steps: z.array(OutlookStepSchema).readonly().openapi({ description: 'One a horizon, as asked for.' }),
  })
  .openapi('Outlook');
