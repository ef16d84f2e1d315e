import { vehicleFromColumns } from '@pa/engines/market';
import {
  attributesOf,
  mileageCell,
  modelYearCell,
  numberCell,
  pastDayCell,
  requiredPriceCell,
  requiredTextCell,
  textCell,
} from './cell-values.ts';
import { withTransmission } from './collector-format.ts';
import type { FormatReader, SourceRow } from './import-format.ts';
import { RejectedRow } from './rejected-row.ts';

/** Sales between dealers in the USA: one column each for make, model, trim and body, prices in USD, miles. */
export const wholesaleFormat: FormatReader = {
  format: 'wholesale',
  requiredColumns: [
    'year',
    'make',
    'model',
    'trim',
    'body',
    'vin',
    'condition',
    'odometer',
    'sellingprice',
    'sale_date',
  ],
  read(row, context) {
    const make = requiredTextCell(row, 'make');
    const model = requiredTextCell(row, 'model');
    const vin = requiredTextCell(row, 'vin').toUpperCase();
    const modelYear = modelYearCell(row, 'year', context);
    const endedOn = pastDayCell(row, 'sale_date', context);
    const trim = textCell(row, 'trim');
    const body = textCell(row, 'body');
    const vehicle = vehicleFromColumns({ make, model, trim, body, modelYear });
    return {
      source: 'wholesale',
      // One car may be sold twice on one day: the second sale gets the next ordinal.
      identity: [vin, endedOn],
      identityIsUnique: false,
      draft: {
        title: [modelYear, make, model, trim, body].filter((part) => part !== null).join(' '),
        vehicle: withTransmission(vehicle, textCell(row, 'transmission')),
        modelYear,
        mileage: mileageCell(row, 'odometer'),
        mileageUnit: 'mi',
        color: textCell(row, 'color')?.toLowerCase() ?? null,
        condition: conditionOf(row),
        region: textCell(row, 'state')?.toLowerCase() ?? null,
        // Fleets, lenders and makers prepare their cars differently: who sells says more than that a dealer buys.
        sellerType: textCell(row, 'seller')?.toLowerCase() ?? null,
        vin,
        optionCodes: [],
        details: [],
        status: 'sold',
        price: { kind: 'wholesale', amount: requiredPriceCell(row, 'sellingprice'), currency: 'USD' },
        listedOn: null,
        endedOn,
        knownOn: endedOn,
        synthetic: false,
        // `mmr` is the guide price of the trade: evidence to compare with, never an input.
        attributes: attributesOf(row, ['mmr', 'interior']),
      },
    };
  },
};

/** Grades 1 to 5 in tenths; the source writes the whole grades as 1 to 5 and the others as 11 to 49. */
function conditionOf(row: SourceRow): number | null {
  const grade = numberCell(row, 'condition');
  if (grade === null) return null;
  if (grade < 1 || grade > 50) throw new RejectedRow('condition is no grade');
  return grade <= 5 ? grade : grade / 10;
}
