import { median, quantile } from '../../statistics/quantile.ts';
import type { IsoDate } from '../calendar.ts';
import type { Listing } from '../listing.ts';
import type { MarketData } from '../ports/market-data.ts';
import type {
  CarName,
  Dimension,
  MarketMetrics,
  Measure,
  Measured,
  MetricScope,
  RowOrder,
} from '../ports/market-metrics.ts';
import { compareText } from './compare-text.ts';
import { percentOf } from '../percentile-measure.ts';
import { matchesRow, milesOf } from './match-row.ts';

interface DatedRow {
  readonly row: Listing;
  readonly day: IsoDate;
}

const GROUP_LIMIT = 50;
const ROW_LIMIT = 10;
const MOST_ROWS = 100;

/** Measures the rows of any market data by reading them: for small markets, tests, and stores without a better way. */
export function metricsOfMarketData(marketData: MarketData): MarketMetrics {
  async function rowsOf({ rows, market, asOf, filter = {} }: MetricScope): Promise<readonly DatedRow[]> {
    const found: DatedRow[] = [];
    if (rows === 'sales') {
      const days = filter.days?.from === undefined ? {} : { from: filter.days.from };
      for await (const sale of marketData.sales({ market, asOf, ...days })) {
        if (matchesRow(sale, filter, sale.endedOn)) found.push({ row: sale, day: sale.endedOn });
      }
      return found;
    }
    for await (const row of marketData.activeListings({ asOf, currency: market.currency })) {
      if (row.price?.kind === 'ask' && matchesRow(row, filter, row.knownOn)) found.push({ row, day: row.knownOn });
    }
    return found;
  }

  return {
    async measure({ measures = [], by, limit = GROUP_LIMIT, ...scope }) {
      const rows = await rowsOf(scope);
      if (by === undefined) return [measured(null, rows, measures)];
      const groups = Map.groupBy(rows, (dated) => groupOf(dated, by));
      return [...groups]
        .map(([group, members]) => measured(group, members, measures))
        .sort((left, right) => right.count - left.count || compareGroups(left.group, right.group))
        .slice(0, limit);
    },
    async names(scope) {
      const rows = await rowsOf(scope);
      const groups = Map.groupBy(rows, ({ row: { vehicle } }) =>
        JSON.stringify([vehicle.make, vehicle.model, vehicle.generation, vehicle.trim]),
      );
      return [...groups.values()].map(carName).sort(compareNames);
    },
    async list({ order, direction, limit = ROW_LIMIT, ...scope }) {
      const sign = direction === 'ascending' ? 1 : -1;
      return [...(await rowsOf(scope))]
        .sort(
          (left, right) =>
            sign * compareKeys(orderKey(left, order), orderKey(right, order), sign) ||
            compareText(left.row.id, right.row.id),
        )
        .slice(0, Math.min(limit, MOST_ROWS))
        .map(({ row }) => row);
    },
  };
}

function carName(rows: readonly DatedRow[]): CarName {
  const { make, model, generation, trim } = rows[0]!.row.vehicle;
  return { make, model, generation, trim, count: rows.length };
}

function compareNames(left: CarName, right: CarName): number {
  return (
    right.count - left.count ||
    compareText(left.make, right.make) ||
    compareText(left.model, right.model) ||
    compareGroups(left.generation, right.generation) ||
    compareGroups(left.trim, right.trim)
  );
}

function measured(group: string | null, rows: readonly DatedRow[], measures: readonly Measure[]): Measured {
  const days = rows.map(({ day }) => day).sort();
  return {
    group,
    count: rows.length,
    values: Object.fromEntries(measures.map((measure) => [measure, valueOf(measure, rows)])),
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
  };
}

function valueOf(measure: Measure, rows: readonly DatedRow[]): number | null {
  const values = rows
    .map(({ row }) => (measure.endsWith('miles') ? milesOf(row) : (row.price?.amount ?? null)))
    .filter((value) => value !== null);
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  const mean = sum / values.length;
  switch (measure) {
    case 'median-price':
    case 'median-miles':
      return median(values);
    case 'mean-price':
    case 'mean-miles':
      return mean;
    case 'lowest-price':
    case 'lowest-miles':
      return values.reduce((least, value) => Math.min(least, value));
    case 'highest-price':
    case 'highest-miles':
      return values.reduce((most, value) => Math.max(most, value));
    case 'sum-price':
    case 'sum-miles':
      return sum;
    case 'deviation-price':
    case 'deviation-miles':
      return values.length < 2
        ? null
        : Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1));
    default:
      return quantile(values, percentOf(measure) / 100);
  }
}

function groupOf({ row, day }: DatedRow, by: Dimension): string | null {
  switch (by) {
    case 'make':
    case 'model':
    case 'generation':
    case 'trim':
    case 'body':
    case 'transmission':
      return row.vehicle[by];
    case 'color':
    case 'region':
      return row[by];
    case 'seller-type':
      return row.sellerType;
    case 'model-year':
      return row.modelYear === null ? null : String(row.modelYear);
    case 'month':
      return day.slice(0, 7);
    case 'year':
      return day.slice(0, 4);
  }
}

function orderKey({ row, day }: DatedRow, order: RowOrder): number | string | null {
  if (order === 'price') return row.price?.amount ?? null;
  if (order === 'miles') return milesOf(row);
  return order === 'day' ? day : row.modelYear;
}

/** What is missing comes last in either direction. */
function compareKeys(left: number | string | null, right: number | string | null, sign: number): number {
  if (left === right) return 0;
  if (left === null) return sign;
  if (right === null) return -sign;
  return left < right ? -1 : 1;
}

/** Rows that do not say come last among groups of one size. */
function compareGroups(left: string | null, right: string | null): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  return compareText(left, right);
}
