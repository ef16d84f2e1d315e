import { type DataFaultCode, dataFaults } from '../anomalies/data-fault.ts';
import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import type { Listing } from '../market/listing.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { writeDataQualityText } from '../insights/write-data-quality-text.ts';
import type { MarketInsight } from '../market/insight.ts';
import { contentHash } from './content-hash.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { writeOnce } from './write-once.ts';

const EXAMPLE_COUNT = 5;
const FIELDS = ['modelYear', 'mileage', 'color', 'condition', 'region', 'sellerType', 'vin'] as const;

/** How far the rows of one market can be trusted. */
export interface DataQualityReport {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  /** Sales up to the day and offers of the market's currency that run on it. */
  readonly rowCount: number;
  readonly faultyRowCount: number;
  /** Faults by code, most frequent first, with the first rows that have it. */
  readonly faults: readonly {
    readonly code: DataFaultCode;
    readonly count: number;
    readonly exampleListingIds: readonly string[];
  }[];
  /** Share of the rows that leave a field empty, by field. */
  readonly missingShares: Readonly<Record<string, number>>;
  /** What was read and what of it has faults, in words. */
  readonly insight: MarketInsight;
}

/** Reads every row that an analysis of the day would, and counts what cannot be true and what is missing. */
export async function checkDataQuality(
  dependencies: PipelineDependencies,
  options: { readonly asOf?: IsoDate } = {},
): Promise<readonly DataQualityReport[]> {
  const { stores, now } = dependencies;
  const asOf = options.asOf ?? dayOfInstant(now());
  const reports: DataQualityReport[] = [];
  for (const market of await stores.marketData.markets({ asOf })) {
    const tally = createTally(asOf);
    for await (const sale of stores.marketData.sales({ market, asOf, to: asOf })) tally.add(sale);
    if (market.priceKind === 'sold') {
      for await (const offer of stores.marketData.activeListings({ asOf, currency: market.currency })) tally.add(offer);
    }
    const counts = tally.counts();
    const leftOut = Object.fromEntries(counts.faults.map(({ code, count }) => [code.replaceAll('_', ' '), count]));
    const { insight } = await writeOnce(dependencies, {
      identity: ['data_quality', marketKey(market), asOf, contentHash(counts)],
      write: (writing) =>
        writeDataQualityText(
          { market, asOf, rowCount: counts.rowCount, leftOut, synthetic: tally.synthetic() },
          writing,
        ),
    });
    reports.push({ market, asOf, ...counts, insight });
  }
  return reports;
}

function createTally(asOf: IsoDate) {
  const faults = new Map<DataFaultCode, { count: number; readonly exampleListingIds: string[] }>();
  const missing = new Map<string, number>(FIELDS.map((field) => [field, 0]));
  let rowCount = 0;
  let faultyRowCount = 0;
  let synthetic = false;
  return {
    add(listing: Listing): void {
      rowCount += 1;
      synthetic ||= listing.synthetic;
      for (const field of FIELDS) if (listing[field] === null) missing.set(field, (missing.get(field) ?? 0) + 1);
      const found = dataFaults(listing, asOf);
      if (found.length > 0) faultyRowCount += 1;
      for (const { code } of found) {
        const known = faults.get(code) ?? { count: 0, exampleListingIds: [] };
        known.count += 1;
        if (known.exampleListingIds.length < EXAMPLE_COUNT) known.exampleListingIds.push(listing.id);
        faults.set(code, known);
      }
    },
    counts() {
      return {
        rowCount,
        faultyRowCount,
        faults: [...faults]
          .map(([code, { count, exampleListingIds }]) => ({ code, count, exampleListingIds }))
          .sort((left, right) => right.count - left.count || (left.code < right.code ? -1 : 1)),
        missingShares: Object.fromEntries([...missing].map(([field, count]) => [field, count / Math.max(1, rowCount)])),
      };
    },
    synthetic: () => synthetic,
  };
}
