import { z } from 'zod';
import { VEHICLE_MARKS } from '../../market/vehicle-mark.ts';
import type { MetricFilter, NumberBounds } from '../../market/ports/market-metrics.ts';

const name = z.string().trim().min(1).max(60);
const day = z.iso.date();

const body = z.enum([
  'coupe',
  'cabriolet',
  'targa',
  'speedster',
  'roadster',
  'sedan',
  'wagon',
  'hatchback',
  'suv',
  'truck',
  'van',
]);
const transmission = z.enum(['manual', 'automatic']);
const several = z.array(name).max(10).optional();
const marks = z.array(z.enum(VEHICLE_MARKS)).max(10).optional();

const boundsSchema = z
  .strictObject({
    atLeast: z.number().optional(),
    above: z.number().optional(),
    atMost: z.number().optional(),
    below: z.number().optional(),
  })
  .describe('Bounds of a number; an absent one does not bound.');

/** Values of properties, several of each. */
const alternatives = {
  makes: several,
  models: several,
  generations: several,
  trims: several,
  bodies: z.array(body).max(10).optional(),
  transmissions: z.array(transmission).max(2).optional(),
  colors: several,
  regions: several,
  sellerTypes: several,
};

/** The rows that a question means, as a tool takes them. */
export const filterParameters = z
  .strictObject({
    make: name.optional(),
    model: name.optional().describe('Model line, such as 911.'),
    generation: name.optional().describe('Such as 991.2; 991 means both phases.'),
    trim: name.optional().describe('Exactly this trim, such as GT3; it does not take GT3 RS.'),
    body: body.optional(),
    transmission: transmission.optional(),
    color: name.optional(),
    region: name.optional().describe('State, province or country as the source names it, such as ca.'),
    sellerType: name.optional(),
    optionCodes: z.array(name).max(10).optional().describe('Cars that have every one of these options, such as pccb.'),
    marks: marks.describe('Cars of which the seller says every one of these, such as accident-free.'),
    among: z
      .strictObject(alternatives)
      .optional()
      .describe('Values of which a row has to have one, such as blue or green.'),
    except: z
      .strictObject({
        ...alternatives,
        optionCodes: several.describe('Cars that have any of these options.'),
        marks: marks.describe('Cars of which the seller says any of these.'),
      })
      .optional()
      .describe('Rows that are left out.'),
    modelYear: boundsSchema.optional(),
    miles: boundsSchema.optional(),
    price: boundsSchema.optional(),
    days: z
      .strictObject({ from: day.optional(), to: day.optional() })
      .optional()
      .describe('Both days included: the end of a sale, or the day from which an offer was known.'),
  })
  .describe('Which rows are meant; every given field has to hold.');

type Given = z.output<typeof filterParameters>;

/** The checked arguments as a filter, without the fields that are absent. */
export function toMetricFilter(given: Given): MetricFilter {
  const entries = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, isBounds(value) ? present(value) : value]);
  return Object.fromEntries(entries) as MetricFilter;
}

function isBounds(value: unknown): value is NumberBounds {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function present(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}
