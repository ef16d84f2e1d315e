import type { QualityAssessment } from '../anomalies/data-quality/assess-data-quality.ts';
import { writeDataQualityText } from '../insights/write-data-quality-text.ts';
import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import type { MarketInsight } from '../market/insight.ts';
import type { Listing } from '../market/listing.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { readMarketRows } from './assess-stored-rows.ts';
import { contentHash } from './content-hash.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { assessQuality as assessInThread } from './quality-assessor.ts';
import { writeOnce } from './write-once.ts';

const FIELDS = ['modelYear', 'mileage', 'color', 'condition', 'region', 'sellerType', 'vin'] as const;

/** How far the rows of one market can be trusted. */
export interface DataQualityReport extends QualityAssessment {
  readonly market: MarketScope;
  /** Faults of single rows by code, most frequent first, with the first rows that have it. */
  readonly faults: readonly {
    readonly code: string;
    readonly count: number;
    readonly exampleListingIds: readonly string[];
  }[];
  /** Share of the rows that leave a field empty, by field. */
  readonly missingShares: Readonly<Record<string, number>>;
  /** What was read and what of it has faults, in words. */
  readonly insight: MarketInsight;
}

/**
 * Reads every row that an analysis of the day would, checks it as `assessDataQuality` does, and says in words what cannot be
 * true and what is missing.
 */
export async function checkDataQuality(
  dependencies: PipelineDependencies,
  options: { readonly asOf?: IsoDate } = {},
): Promise<readonly DataQualityReport[]> {
  const { stores, now, assessQuality = assessInThread } = dependencies;
  const asOf = options.asOf ?? dayOfInstant(now());
  const reports: DataQualityReport[] = [];
  for await (const { market, rows } of readMarketRows(stores, { asOf })) {
    const assessment = await assessQuality({ rows, asOf });
    const faults = faultsOf(assessment);
    const { rowCount } = assessment;
    const leftOut = Object.fromEntries(faults.map(({ code, count }) => [code.replaceAll('_', ' '), count]));
    const { insight } = await writeOnce(dependencies, {
      identity: ['data_quality', marketKey(market), asOf, contentHash(assessment)],
      write: (writing) =>
        writeDataQualityText(
          { market, asOf, rowCount, leftOut, synthetic: rows.some(({ synthetic }) => synthetic) },
          writing,
        ),
    });
    reports.push({ market, ...assessment, faults, missingShares: missingShares(rows), insight });
  }
  return reports;
}

/** Issues that single rows have, those of one code together. */
function faultsOf({ issues }: QualityAssessment): DataQualityReport['faults'] {
  const byCode = new Map<string, { count: number; exampleListingIds: readonly string[] }>();
  for (const { code, count, exampleListingIds } of issues) {
    if (exampleListingIds.length === 0) continue;
    const known = byCode.get(code);
    if (known === undefined) byCode.set(code, { count, exampleListingIds });
    else known.count += count;
  }
  return [...byCode]
    .map(([code, fault]) => ({ code, ...fault }))
    .sort((left, right) => right.count - left.count || (left.code < right.code ? -1 : 1));
}

function missingShares(rows: readonly Listing[]): Readonly<Record<string, number>> {
  const share = (field: (typeof FIELDS)[number]): number =>
    rows.filter((row) => row[field] === null).length / Math.max(1, rows.length);
  return Object.fromEntries(FIELDS.map((field) => [field, share(field)]));
}
