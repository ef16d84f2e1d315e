import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Sale, SalePriceKind, Vehicle } from '../src/market/index.ts';
import { parseVehicle, vehicleFromColumns } from '../src/market/index.ts';

/** A sale with what the bench compares against and never feeds in. */
export interface BenchSale {
  readonly sale: Sale;
  /** The trade guide's value, NaN where the file has none. */
  readonly guide: number;
}

/** Rows of a CSV or CSV.gz file as records. Quotes as in RFC 4180. */
export function readCsv(file: string): readonly Readonly<Record<string, string>>[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') field += text[++i]!;
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      row.push(field);
      field = '';
    } else if (character === '\n') {
      row.push(field.replace(/\r$/, ''));
      rows.push(row);
      row = [];
      field = '';
    } else field += character;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  const [header = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

const known = (text: string | undefined): string | null =>
  text === undefined || text === '' || text === 'null' ? null : text;
const numeric = (text: string | undefined): number | null => {
  const value = Number(known(text) ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
};

function saleOf(
  facts: Pick<
    Sale,
    'id' | 'vehicle' | 'modelYear' | 'mileage' | 'color' | 'condition' | 'region' | 'sellerType' | 'endedOn' | 'vin'
  >,
  price: { readonly kind: SalePriceKind; readonly amount: number },
): Sale {
  return {
    ...facts,
    source: 'bench',
    sourceKey: facts.id,
    title: facts.id,
    mileageUnit: 'mi',
    optionCodes: [],
    details: [],
    status: 'sold',
    price: { ...price, currency: 'USD' },
    listedOn: null,
    knownOn: facts.endedOn,
    synthetic: false,
    attributes: {},
  };
}

/** Finished sales of the collector file. */
export function collectorSales(file: string): readonly BenchSale[] {
  const sales: BenchSale[] = [];
  readCsv(file).forEach((row, index) => {
    const amount = numeric(row['sold_price']);
    if (row['status'] !== 'sold' || amount === null) return;
    const parsed = parseVehicle({ make: row['make'] ?? '', text: row['model'] ?? '', modelYear: numeric(row['year']) });
    const vehicle = withTransmission(parsed, known(row['transmission']));
    const sale = saleOf(
      {
        id: `collector-${index}`,
        vehicle,
        modelYear: numeric(row['year']),
        mileage: numeric(row['mileage']),
        color: known(row['normalized_color'])?.toLowerCase() ?? null,
        condition: null,
        region: null,
        sellerType: null,
        endedOn: (row['end_date'] ?? '').slice(0, 10),
        vin: null,
      },
      { kind: 'sold', amount },
    );
    sales.push({ sale, guide: Number.NaN });
  });
  return sales;
}

/** Sales of the wholesale file. Condition 10 to 50 counts as 1 to 5. */
export function wholesaleSales(file: string): readonly BenchSale[] {
  const sales: BenchSale[] = [];
  readCsv(file).forEach((row, index) => {
    const amount = numeric(row['sellingprice']);
    const condition = numeric(row['condition']);
    if (amount === null) return;
    const columns = vehicleFromColumns({
      make: row['make'] ?? '',
      model: row['model'] ?? '',
      trim: known(row['trim']),
      body: known(row['body']),
      modelYear: numeric(row['year']),
    });
    const vehicle = withTransmission(columns, known(row['transmission']));
    const sale = saleOf(
      {
        id: `wholesale-${index}`,
        vehicle,
        modelYear: numeric(row['year']),
        mileage: numeric(row['odometer']),
        color: known(row['color']),
        condition: condition === null ? null : condition > 5 ? condition / 10 : condition,
        region: known(row['state']),
        sellerType: known(row['seller']),
        endedOn: (row['sale_date'] ?? '').slice(0, 10),
        vin: known(row['vin']),
      },
      { kind: 'wholesale', amount },
    );
    sales.push({ sale, guide: numeric(row['mmr']) ?? Number.NaN });
  });
  return sales;
}

function withTransmission(vehicle: Vehicle, column: string | null): Vehicle {
  const stated = column === 'manual' || column === 'automatic' ? column : null;
  return { ...vehicle, transmission: vehicle.transmission ?? stated };
}
