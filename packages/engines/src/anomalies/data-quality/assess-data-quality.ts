import type { IsoDate } from '../../market/calendar.ts';
import type { Listing } from '../../market/listing.ts';
import { batchChecks, type FieldDrift } from './batch-checks.ts';
import { crossFindings } from './cross-checks.ts';
import type { QualityIssue, RowFinding } from './quality-issue.ts';
import { type CarKnowledge, rowFindings } from './row-checks.ts';

const EXAMPLE_COUNT = 5;

/** How far rows can be trusted. */
export interface QualityAssessment {
  readonly asOf: IsoDate;
  readonly rowCount: number;
  /** Rows with a fault of their own. */
  readonly faultyRowCount: number;
  /** Most rows first. */
  readonly issues: readonly QualityIssue[];
  /** How far the newest rows lie from the earlier ones; empty where there are too few. */
  readonly drift: readonly FieldDrift[];
}

/**
 * Checks rows for completeness, validity, uniqueness, freshness, volume, drift and consistency as of a day. The same rows give
 * the same assessment.
 *
 * @example
 * const { issues } = assessDataQuality(listings, { asOf: '2024-06-30' });
 * for (const { code, count } of issues) console.log(code, count);
 */
export function assessDataQuality(
  listings: readonly Listing[],
  options: { readonly asOf: IsoDate; readonly knowledge?: CarKnowledge },
): QualityAssessment {
  const { asOf, knowledge = {} } = options;
  const findings = [...listings.flatMap((row) => rowFindings(row, { asOf, knowledge })), ...crossFindings(listings)];
  const { issues, drift } = batchChecks(listings, { asOf });
  const byKind = new Map<string, RowFinding[]>();
  const faulty = new Set<Listing>();
  for (const finding of findings) {
    faulty.add(finding.listing);
    const key = `${finding.code} ${finding.field}`;
    const known = byKind.get(key);
    if (known === undefined) byKind.set(key, [finding]);
    else known.push(finding);
  }
  const ofRows = [...byKind.values()].map((same): QualityIssue => {
    const { dimension, code, field, message } = same[0]!;
    const exampleListingIds = same.slice(0, EXAMPLE_COUNT).map(({ listing }) => listing.id);
    return { dimension, code, field, count: same.length, exampleListingIds, message };
  });
  return {
    asOf,
    rowCount: listings.length,
    faultyRowCount: faulty.size,
    issues: [...ofRows, ...issues].sort(
      (left, right) =>
        right.count - left.count || (`${left.code} ${left.field}` < `${right.code} ${right.field}` ? -1 : 1),
    ),
    drift,
  };
}
