import { parseListingTitle, parseVehicle, withTextMarks } from '@pa/engines/market';
import { CATALOGUE_MAKE, readOptions } from '@pa/engines/options';
import { attributesOf, pastDayCell, requiredPriceCell, requiredTextCell, textCell } from './cell-values.ts';
import { withTransmission } from './collector-format.ts';
import type { FormatReader, SourceRow } from './import-format.ts';
import { readOdometerText } from './odometer-text.ts';
import { RejectedRow } from './rejected-row.ts';

const DETAIL_COLUMNS = [
  'listingDetail1',
  'listingDetail2',
  'listingDetail3',
  'listingDetail4',
  'listingDetail5',
] as const;
const VIN = /^[A-HJ-NPR-Z0-9]{17}$/;

/** Sold auctions of any make with a title and five lines of free text, prices in USD. */
export const detailsFormat: FormatReader = {
  format: 'details',
  requiredColumns: ['title', 'make', 'auctionUrl', 'dateSold', 'saleAmount', ...DETAIL_COLUMNS],
  read(row, context) {
    const title = requiredTextCell(row, 'title');
    const make = requiredTextCell(row, 'make');
    const parsed = parseListingTitle(title);
    if (make === 'Parts and Automobilia' || parsed.subject === 'part') {
      throw new RejectedRow('no car: parts and automobilia');
    }
    if (parsed.modelYear === null) throw new RejectedRow('the title has no model year');
    const endedOn = pastDayCell(row, 'dateSold', context);
    const details = DETAIL_COLUMNS.map((column) => textCell(row, column)).filter((line) => line !== null);
    const odometer = details.map(readOdometerText).find((reading) => reading !== null) ?? null;
    const chassis = chassisOf(details);
    const vehicle = parseVehicle({
      make,
      text: parsed.text,
      modelYear: parsed.modelYear,
      foreword: parsed.marks.join(' '),
    });
    return {
      source: 'details',
      identity: [requiredTextCell(row, 'auctionUrl')],
      identityIsUnique: true,
      draft: {
        title,
        vehicle: withTextMarks(withTransmission(vehicle, transmissionOf(details)), { title, details }),
        modelYear: parsed.modelYear,
        mileage: odometer?.mileage ?? null,
        mileageUnit: odometer?.unit ?? 'mi',
        color: null,
        condition: null,
        region: textCell(row, 'vehicleLocation')?.toLowerCase() ?? null,
        sellerType: textCell(row, 'sellerType')?.toLowerCase() ?? null,
        vin: chassis !== null && VIN.test(chassis) ? chassis : null,
        optionCodes: optionCodesOf([parsed.text, ...details], { ...vehicle, modelYear: parsed.modelYear }),
        details,
        status: 'sold',
        price: { kind: 'sold', amount: requiredPriceCell(row, 'saleAmount'), currency: 'USD' },
        listedOn: null,
        endedOn,
        knownOn: endedOn,
        synthetic: false,
        attributes: attributesOf(row, ['era', 'origin', 'views', 'watchers']),
      },
    };
  },
};

/** What title and lines name of the catalogue, where the catalogue knows the make. */
function optionCodesOf(
  texts: readonly string[],
  car: { readonly make: string; readonly model: string; readonly modelYear: number },
): readonly string[] {
  return car.make === CATALOGUE_MAKE ? readOptions(texts.join('\n'), car).codes : [];
}

function chassisOf(details: readonly string[]): string | null {
  const line = details.find((detail) => /^chassis:/i.test(detail));
  return line === undefined
    ? null
    : line
        .slice(line.indexOf(':') + 1)
        .trim()
        .toUpperCase();
}

/** The gearbox that a line of the form "Six-Speed Manual Transaxle" names, else `null`. */
function transmissionOf(details: SourceRow[string][]): string | null {
  for (const detail of details) {
    if (!/\b(transmission|transaxle|gearbox)\b/i.test(detail)) continue;
    if (/\bmanual\b/i.test(detail)) return 'manual';
    if (/\b(automatic|dual-clutch|pdk|tiptronic|cvt|automated)\b/i.test(detail)) return 'automatic';
  }
  return null;
}
