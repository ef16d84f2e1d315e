import { rampBasis } from '../../statistics/ramp-basis.ts';
import type { SparseRows } from '../../statistics/sparse-rows.ts';
import type { OptionValueSale } from './option-value-sale.ts';

/** What an estimate holds equal between the cars it compares. */
export interface ControlDesign {
  readonly design: SparseRows;
  readonly penalties: Float64Array;
}

/** Facts that may be left out, because they are what is being valued. */
export type ControlName = 'color' | 'body' | 'transmission';

const AGE_KNOTS = [0, 1, 2, 3, 5, 8, 12, 18, 25, 35, 50];
const LOG_MILE_KNOTS = [4, 7, 8, 9, 9.6, 10.2, 10.7, 11.2, 11.8, 12.4];
const RAMP_PENALTY = 0.05;
const LEVEL_PENALTY = 1;
const BEND_PENALTY = 2;

/**
 * One row a sale: segment at every level, age and miles as curves that each generation may bend, condition grade,
 * colour, body, gearbox, region, kind of seller, and the time of the sale for the market and for its model line. What is
 * not known has a column of its own in place of a guess.
 */
export function buildControlDesign(
  sales: readonly OptionValueSale[],
  { without = [] }: { readonly without?: readonly ControlName[] } = {},
): ControlDesign {
  const names = new Map<string, number>();
  const penalties: number[] = [];
  const column = (name: string, penalty: number): number => {
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, penalties.length);
    penalties.push(penalty);
    return penalties.length - 1;
  };
  const start = new Int32Array(sales.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  const put = (name: string, value: number, penalty: number): void => {
    if (value === 0) return;
    columns.push(column(name, penalty));
    values.push(value);
  };
  const meanAge = mean(sales.map((sale) => sale.age));
  const knownMiles = sales.flatMap((sale) => (sale.miles === null ? [] : [Math.log(Math.max(40, sale.miles))]));
  const meanLogMiles = mean(knownMiles);
  const ages = new Float64Array(AGE_KNOTS.length - 1);
  const miles = new Float64Array(LOG_MILE_KNOTS.length - 1);

  sales.forEach((sale, row) => {
    put('intercept', 1, 1e-6);
    const family = `${sale.model}|${sale.generation ?? '-'}`;
    for (const segment of sale.segments.slice(1)) put(`segment ${segment}`, 1, LEVEL_PENALTY);
    rampBasis(sale.age, AGE_KNOTS, ages).forEach((value, index) => put(`age ${index}`, value, RAMP_PENALTY));
    put(`age of ${family}`, (sale.age - meanAge) / 5, BEND_PENALTY);
    put(`year ${family} ${sale.modelYear}`, 1, BEND_PENALTY);
    if (sale.miles === null) put('miles unknown', 1, LEVEL_PENALTY);
    else {
      const logMiles = Math.log(Math.max(40, sale.miles));
      rampBasis(logMiles, LOG_MILE_KNOTS, miles).forEach((value, index) => put(`miles ${index}`, value, RAMP_PENALTY));
      put(`miles of ${family}`, logMiles - meanLogMiles, BEND_PENALTY);
    }
    put(`condition ${sale.condition === null ? 'unknown' : Math.round(sale.condition * 2) / 2}`, 1, LEVEL_PENALTY);
    put(`quarter ${Math.floor(sale.month / 3)}`, 1, LEVEL_PENALTY);
    put(`half year of ${sale.model} ${Math.floor(sale.month / 6)}`, 1, BEND_PENALTY);
    if (!without.includes('color')) put(`color ${sale.color ?? 'unknown'}`, 1, LEVEL_PENALTY);
    if (!without.includes('body')) put(`body ${sale.model} ${sale.body ?? 'unknown'}`, 1, LEVEL_PENALTY);
    if (!without.includes('transmission')) put(`gearbox ${family} ${sale.transmission ?? 'unknown'}`, 1, BEND_PENALTY);
    put(`region ${sale.region ?? 'unknown'}`, 1, LEVEL_PENALTY);
    put(`seller ${sale.sellerType ?? 'unknown'}`, 1, LEVEL_PENALTY);
    start[row + 1] = columns.length;
  });
  return {
    design: {
      rowCount: sales.length,
      columnCount: penalties.length,
      start,
      columns: Int32Array.from(columns),
      values: Float64Array.from(values),
    },
    penalties: Float64Array.from(penalties),
  };
}

/** What a first look would hold equal: the segment and the age, nothing of how a car was kept. */
export function buildNaiveDesign(sales: readonly OptionValueSale[]): ControlDesign {
  const names = new Map<string, number>();
  const rows = sales.map((sale) => [sale.segments.at(-1) ?? '-', `${sale.model}|${sale.generation ?? '-'}`] as const);
  for (const [leaf, family] of rows) {
    for (const name of [`s ${leaf}`, `a ${family}`]) if (!names.has(name)) names.set(name, names.size);
  }
  const start = Int32Array.from({ length: sales.length + 1 }, (_, row) => row * 2);
  const columns = new Int32Array(sales.length * 2);
  const values = new Float64Array(sales.length * 2);
  rows.forEach(([leaf, family], row) => {
    columns.set([names.get(`s ${leaf}`) ?? 0, names.get(`a ${family}`) ?? 0], row * 2);
    values.set([1, sales[row]?.age ?? 0], row * 2);
  });
  return {
    design: { rowCount: sales.length, columnCount: names.size, start, columns, values },
    penalties: new Float64Array(names.size).fill(1e-3),
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
