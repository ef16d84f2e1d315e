import {
  type DistanceUnit,
  type ListingStatus,
  parseVehicle,
  type Price,
  vehicleFromColumns,
  withTextMarks,
} from '@pa/engines/market';
import {
  dayCell,
  mileageCell,
  modelYearCell,
  numberCell,
  pastDayCell,
  priceCell,
  requiredTextCell,
  textCell,
} from './cell-values.ts';
import { withTransmission } from './collector-format.ts';
import type { FormatReader, SourceRow } from './import-format.ts';
import { RejectedRow } from './rejected-row.ts';

/** Every column of our own format; `pa import --help` and the README describe them. */
export const LISTINGS_COLUMNS = [
  'id',
  'source',
  'title',
  'make',
  'model',
  'trim',
  'body',
  'transmission',
  'model_year',
  'mileage',
  'mileage_unit',
  'color',
  'condition',
  'region',
  'seller_type',
  'vin',
  'options',
  'details',
  'status',
  'price',
  'price_kind',
  'currency',
  'listed_on',
  'ended_on',
] as const;

const STATUSES: readonly ListingStatus[] = ['active', 'sold', 'unsold', 'withdrawn'];

/** Our own documented format for the listings and sales of a user. */
export const listingsFormat: FormatReader = {
  format: 'listings',
  requiredColumns: ['id', 'make', 'model', 'status', 'price', 'currency'],
  read(row, context) {
    const make = requiredTextCell(row, 'make');
    const model = requiredTextCell(row, 'model');
    const trim = textCell(row, 'trim');
    const modelYear = modelYearCell(row, 'model_year', context);
    const status = oneOf(row, { column: 'status', allowed: STATUSES });
    const price = priceOf(row, status);
    const finished = status === 'sold' || status === 'unsold';
    const endedOn = finished ? pastDayCell(row, 'ended_on', context) : dayCell(row, 'ended_on');
    const listedOn = textCell(row, 'listed_on') === null ? null : pastDayCell(row, 'listed_on', context);
    const body = textCell(row, 'body');
    const vehicle =
      trim === null && body === null
        ? parseVehicle({ make, text: model, modelYear })
        : vehicleFromColumns({ make, model, trim, body, modelYear });
    const title = textCell(row, 'title') ?? [modelYear, make, model, trim].filter((part) => part !== null).join(' ');
    const details = listCell(row, 'details');
    return {
      source: textCell(row, 'source') ?? 'listings',
      identity: [requiredTextCell(row, 'id')],
      identityIsUnique: true,
      draft: {
        title,
        vehicle: withTextMarks(withTransmission(vehicle, textCell(row, 'transmission')), { title, details }),
        modelYear,
        mileage: mileageCell(row, 'mileage'),
        mileageUnit: oneOf<DistanceUnit>(row, { column: 'mileage_unit', allowed: ['mi', 'km'], absent: 'mi' }),
        color: textCell(row, 'color')?.toLowerCase() ?? null,
        condition: conditionOf(row),
        region: textCell(row, 'region')?.toLowerCase() ?? null,
        sellerType: textCell(row, 'seller_type')?.toLowerCase() ?? null,
        vin: textCell(row, 'vin')?.toUpperCase() ?? null,
        optionCodes: listCell(row, 'options').map((code) => code.toLowerCase()),
        details,
        status,
        price,
        listedOn,
        endedOn,
        knownOn: (finished ? endedOn : listedOn) ?? context.today,
        synthetic: false,
        attributes: {},
      },
    };
  },
};

function priceOf(row: SourceRow, status: ListingStatus): Price | null {
  const currency = requiredTextCell(row, 'currency').toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) throw new RejectedRow('currency is no ISO 4217 code');
  const kinds: readonly Price['kind'][] = status === 'sold' ? ['sold', 'wholesale'] : ['ask', 'bid'];
  const usual = status === 'sold' ? 'sold' : status === 'unsold' ? 'bid' : 'ask';
  const kind = oneOf(row, { column: 'price_kind', allowed: kinds, absent: usual });
  const amount = priceCell(row, 'price');
  if (amount === null && status === 'sold') throw new RejectedRow('price is missing');
  return amount === null ? null : { kind, amount, currency };
}

function conditionOf(row: SourceRow): number | null {
  const grade = numberCell(row, 'condition');
  if (grade !== null && (grade < 1 || grade > 5)) throw new RejectedRow('condition is no grade from 1 to 5');
  return grade;
}

function oneOf<Word extends string>(
  row: SourceRow,
  options: { readonly column: string; readonly allowed: readonly Word[]; readonly absent?: Word },
): Word {
  const { column, allowed, absent } = options;
  const text = textCell(row, column)?.toLowerCase();
  if (text === undefined && absent !== undefined) return absent;
  const word = allowed.find((candidate) => candidate === text);
  if (word === undefined) throw new RejectedRow(`${column} is none of ${allowed.join(', ')}`);
  return word;
}

function listCell(row: SourceRow, column: string): readonly string[] {
  const text = textCell(row, column);
  return text === null
    ? []
    : text
        .split('|')
        .map((part) => part.trim())
        .filter((part) => part !== '');
}
