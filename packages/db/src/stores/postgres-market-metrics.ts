import type {
  CarName,
  Dimension,
  MarketMetrics,
  Measure,
  MetricAlternatives,
  MetricExceptions,
  MetricFilter,
  MetricScope,
  NumberBounds,
  RowOrder,
} from '@pa/engines';
import { InvalidInputError } from '@pa/engines/errors';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { LISTING_COLUMNS, type ListingRow, toListing } from './listing-row.ts';
import { columnList } from './recordset.ts';
import { toJsonText } from './to-json-text.ts';

const GROUP_LIMIT = 50;
const ROW_LIMIT = 10;
const MOST_ROWS = 100;

const COLUMNS = columnList(LISTING_COLUMNS);
const MILES = sql.raw(`(case mileage_unit when 'km' then mileage / 1.609344 else mileage end)`);
const PRICE = sql.raw('price_amount::float8');

/** A measure as SQL, put together from fixed parts; the percent of a percentile is a parameter. */
function measureOf(measure: Measure): RawBuilder<unknown> {
  const [, name = '', percent, measurand] = /^([a-z]+)([\d.]*)-(price|miles)$/.exec(measure) ?? [];
  const value = measurand === 'miles' ? MILES : PRICE;
  switch (name) {
    case 'median':
      return sql`percentile_cont(0.5) within group (order by ${value})`;
    case 'mean':
      return sql`avg(${value})`;
    case 'lowest':
      return sql`min(${value})`;
    case 'highest':
      return sql`max(${value})`;
    case 'sum':
      return sql`sum(${value})`;
    case 'deviation':
      return sql`stddev_samp(${value})`;
    default: {
      const share = Number(percent) / 100;
      if (name === 'p' && share > 0 && share < 1) {
        return sql`percentile_cont(${share}::float8) within group (order by ${value})`;
      }
      throw new InvalidInputError(
        `There is no measure ${measure}: a percentile is written like p90-price, with 0 < p < 100.`,
      );
    }
  }
}

interface MeasuredRow {
  readonly name: string | null;
  readonly row_count: number;
  readonly figures: Readonly<Record<string, number | null>> | null;
  readonly first_day: string | null;
  readonly last_day: string | null;
}

/** Measures listings where they lie: one statement a question, built from the fixed parts above and parameters. */
export function postgresMarketMetrics(kysely: Kysely<Database>): MarketMetrics {
  return {
    async measure({ measures = [], by, limit = GROUP_LIMIT, ...scope }) {
      const day = dayOf(scope);
      const name = by === undefined ? sql`null::text` : groupOf(by, day);
      const figures = measures.map((measure) => sql`${sql.lit(measure)}, ${measureOf(measure)}`);
      const { rows } = await sql<MeasuredRow>`
        select ${name} as name, count(*)::float8 as row_count, json_build_object(${sql.join(figures)}) as figures,
          min(${day})::text as first_day, max(${day})::text as last_day
        from listings where ${conditionOf(scope)}
        ${by === undefined ? sql`` : sql`group by 1 order by count(*) desc, ${name} collate "C" nulls last limit ${limit}`}
      `.execute(kysely);
      return rows.map((row) => ({
        group: row.name,
        count: row.row_count,
        values: row.figures ?? {},
        firstDay: row.first_day,
        lastDay: row.last_day,
      }));
    },
    async names(scope) {
      const { rows } = await sql<CarName>`
        select make, model, generation, trim, count(*)::float8 as count
        from listings where ${conditionOf(scope)}
        group by 1, 2, 3, 4
        order by count(*) desc, make collate "C", model collate "C", generation collate "C" nulls last,
          trim collate "C" nulls last
      `.execute(kysely);
      return rows;
    },
    async list({ order, direction, limit = ROW_LIMIT, ...scope }) {
      const key = orderOf(order, dayOf(scope));
      const { rows } = await sql<{ readonly page: readonly ListingRow[] | null }>`
        select json_agg(row_of) as page from (
          select ${COLUMNS} from listings where ${conditionOf(scope)}
          order by ${key} ${directionOf(order, direction)}, id
          limit ${Math.min(limit, MOST_ROWS)}
        ) row_of`.execute(kysely);
      return (rows[0]?.page ?? []).map(toListing);
    },
  };
}

/** Sales are dated by their end, offers by the day from which they were known. */
function dayOf({ rows }: MetricScope): RawBuilder<unknown> {
  return rows === 'sales' ? sql.ref('ended_on') : sql.ref('known_on');
}

function conditionOf({ rows, market, asOf, filter = {} }: MetricScope): RawBuilder<unknown> {
  const scope =
    rows === 'sales'
      ? sql`status = 'sold' and price_kind = ${market.priceKind} and ended_on is not null`
      : sql`status = 'active' and price_kind = 'ask' and (ended_on is null or ended_on >= ${asOf}::date)`;
  return sql.join(
    [
      scope,
      sql`price_currency = ${market.currency}`,
      sql`known_on <= ${asOf}::date`,
      ...filterParts(filter, dayOf({ rows, market, asOf })),
    ],
    sql` and `,
  );
}

function filterParts(filter: MetricFilter, day: RawBuilder<unknown>): readonly RawBuilder<unknown>[] {
  const { make, model, generation, trim, body, transmission, color, region, sellerType, optionCodes, days } = filter;
  const equals = { make, model, trim, body, transmission, color, region, seller_type: sellerType };
  return [
    ...Object.entries(equals).flatMap(([column, wanted]) =>
      wanted === undefined ? [] : [sql`${sql.ref(column)} = ${wanted}`],
    ),
    ...(generation === undefined
      ? []
      : [sql`(generation = ${generation} or starts_with(generation, ${`${generation}.`}))`]),
    ...(optionCodes === undefined || optionCodes.length === 0 ? [] : [sql`option_codes @> ${textArray(optionCodes)}`]),
    ...(filter.marks === undefined || filter.marks.length === 0 ? [] : [sql`marks @> ${textArray(filter.marks)}`]),
    ...alternativeParts(filter.among),
    ...exceptionParts(filter.except),
    ...boundParts(sql.ref('model_year'), filter.modelYear),
    ...boundParts(MILES, filter.miles),
    ...boundParts(PRICE, filter.price),
    ...(days?.from === undefined ? [] : [sql`${day} >= ${days.from}::date`]),
    ...(days?.to === undefined ? [] : [sql`${day} <= ${days.to}::date`]),
  ];
}

function alternativeParts(among: MetricAlternatives = {}): readonly RawBuilder<unknown>[] {
  const { makes, models, generations = [], trims, bodies, transmissions, colors, regions, sellerTypes } = among;
  const columns = { make: makes, model: models, trim: trims, body: bodies, transmission: transmissions, color: colors };
  const others = { ...columns, region: regions, seller_type: sellerTypes };
  const wanted = generations.map((name) => sql`generation = ${name} or starts_with(generation, ${`${name}.`})`);
  return [
    ...Object.entries(others).flatMap(([column, values = []]) =>
      values.length === 0 ? [] : [sql`${sql.ref(column)} = any (${textArray(values)})`],
    ),
    ...(wanted.length === 0 ? [] : [sql`(${sql.join(wanted, sql` or `)})`]),
  ];
}

/** A row without a value is none of the others: `null <> all (...)` is not true. */
function exceptionParts(except: MetricExceptions = {}): readonly RawBuilder<unknown>[] {
  const { makes, models, generations, trims, bodies, transmissions, colors, regions, sellerTypes } = except;
  const columns = { make: makes, model: models, trim: trims, body: bodies, transmission: transmissions, color: colors };
  const others = { ...columns, region: regions, seller_type: sellerTypes };
  const overlapping = { option_codes: except.optionCodes, marks: except.marks };
  return [
    ...Object.entries(others).flatMap(([column, unwanted = []]) =>
      unwanted.length === 0 ? [] : [sql`${sql.ref(column)} <> all (${textArray(unwanted)})`],
    ),
    ...(generations ?? []).map(
      (unwanted) => sql`(generation <> ${unwanted} and not starts_with(generation, ${`${unwanted}.`}))`,
    ),
    ...Object.entries(overlapping).flatMap(([column, unwanted = []]) =>
      unwanted.length === 0 ? [] : [sql`not (${sql.ref(column)} && ${textArray(unwanted)})`],
    ),
  ];
}

function textArray(words: readonly string[]): RawBuilder<unknown> {
  return sql`array(select jsonb_array_elements_text(${toJsonText(words)}::jsonb))`;
}

function boundParts(value: RawBuilder<unknown>, bounds: NumberBounds = {}): readonly RawBuilder<unknown>[] {
  const { atLeast, above, atMost, below } = bounds;
  return [
    ...(atLeast === undefined ? [] : [sql`${value} >= ${atLeast}::float8`]),
    ...(above === undefined ? [] : [sql`${value} > ${above}::float8`]),
    ...(atMost === undefined ? [] : [sql`${value} <= ${atMost}::float8`]),
    ...(below === undefined ? [] : [sql`${value} < ${below}::float8`]),
  ];
}

function groupOf(by: Dimension, day: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (by) {
    case 'model-year':
      return sql`model_year::int::text`;
    case 'month':
      return sql`to_char(${day}, 'YYYY-MM')`;
    case 'year':
      return sql`to_char(${day}, 'YYYY')`;
    case 'seller-type':
      return sql.ref('seller_type');
    default:
      return sql.ref(by);
  }
}

/** Every row has its day, so that the index that ends with it can be read from either end. */
function directionOf(order: RowOrder, direction: 'ascending' | 'descending'): RawBuilder<unknown> {
  const word = direction === 'ascending' ? sql`asc` : sql`desc`;
  return order === 'day' ? word : sql`${word} nulls last`;
}

function orderOf(order: RowOrder, day: RawBuilder<unknown>): RawBuilder<unknown> {
  if (order === 'day') return day;
  if (order === 'miles') return MILES;
  return order === 'price' ? sql.ref('price_amount') : sql.ref('model_year');
}
