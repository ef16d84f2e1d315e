import { dayNumber, isIsoDate, type IsoDate } from '../../market/calendar.ts';
import type { Listing } from '../../market/listing.ts';
import { distributionDistance, stabilityOfShares } from '../../statistics/distribution-distance.ts';
import { median } from '../../statistics/quantile.ts';
import type { QualityIssue } from './quality-issue.ts';

/** How far one field of the newest rows lies from the earlier ones. */
export interface FieldDrift {
  readonly field: string;
  readonly stabilityIndex: number;
  /** `null` for a field of names. */
  readonly kolmogorovSmirnov: number | null;
  readonly wasserstein: number | null;
  readonly referenceCount: number;
  readonly currentCount: number;
}

const RECENT_DAYS = 28;
const REFERENCE_PERIODS = 6;
const LEAST_ROWS = 200;
const STALE_DAYS = 14;
const SHIFT_FROM = 0.25;
const MISSING_GROWTH = 0.15;
const LEAST_VOLUME_SHARE = 0.5;
const MOST_VOLUME_SHARE = 2;

const NUMBERS: Readonly<Record<string, (listing: Listing) => number | null>> = {
  price: ({ price }) => (price !== null && price.amount > 0 ? Math.log(price.amount) : null),
  mileage: ({ mileage }) => mileage,
  modelYear: ({ modelYear }) => modelYear,
  condition: ({ condition }) => condition,
};
const NAMES: Readonly<Record<string, (listing: Listing) => string | null>> = {
  model: ({ vehicle }) => vehicle.model,
  color: ({ color }) => color,
  region: ({ region }) => region,
  sellerType: ({ sellerType }) => sellerType,
};

/** Compares the rows of the last 28 days with the 24 weeks before: how many, how new, how complete, how distributed. */
export function batchChecks(
  listings: readonly Listing[],
  { asOf }: { readonly asOf: IsoDate },
): { readonly issues: readonly QualityIssue[]; readonly drift: readonly FieldDrift[] } {
  const today = dayNumber(asOf);
  const dated = listings.filter(({ knownOn }) => isIsoDate(knownOn) && knownOn <= asOf);
  const issues: QualityIssue[] = [];
  const add = (issue: Omit<QualityIssue, 'count' | 'exampleListingIds'>, count: number): void => {
    issues.push({ ...issue, count, exampleListingIds: [] });
  };
  if (dated.length === 0) return { issues, drift: [] };
  const newest = dated.reduce((last, { knownOn }) => (knownOn > last ? knownOn : last), dated[0]!.knownOn);
  const ageDays = today - dayNumber(newest);
  if (ageDays > STALE_DAYS) {
    add(
      { dimension: 'freshness', code: 'nothing_new', field: null, message: `The newest row is ${ageDays} days old.` },
      dated.length,
    );
  }
  const periods = Array.from({ length: REFERENCE_PERIODS + 1 }, (): Listing[] => []);
  for (const listing of dated) {
    const period = Math.floor((today - dayNumber(listing.knownOn)) / RECENT_DAYS);
    periods[period]?.push(listing);
  }
  const [current = [], ...earlier] = periods;
  const reference = earlier.flat();
  const usual = median(earlier.map(({ length }) => length));
  if (usual >= 20) {
    const share = current.length / usual;
    if (share < LEAST_VOLUME_SHARE)
      add(
        {
          dimension: 'volume',
          code: 'too_few_rows',
          field: null,
          message: `${current.length} rows came in 28 days where ${usual} are usual.`,
        },
        current.length,
      );
    if (share > MOST_VOLUME_SHARE)
      add(
        {
          dimension: 'volume',
          code: 'too_many_rows',
          field: null,
          message: `${current.length} rows came in 28 days where ${usual} are usual.`,
        },
        current.length,
      );
  }
  if (current.length < LEAST_ROWS || reference.length < LEAST_ROWS) return { issues, drift: [] };
  for (const [field, read] of Object.entries({ ...NUMBERS, ...NAMES, vin: ({ vin }: Listing) => vin })) {
    const growth = missingShare(current, read) - missingShare(reference, read);
    if (growth <= MISSING_GROWTH) continue;
    const percent = Math.round(100 * growth);
    add(
      {
        dimension: 'completeness',
        code: 'more_missing',
        field,
        message: `${field} is missing in ${percent} more rows of a hundred than before.`,
      },
      current.length,
    );
  }
  const drift = [
    ...Object.entries(NUMBERS).map(([field, read]) => numberDrift(field, read, { reference, current })),
    ...Object.entries(NAMES).map(([field, read]) => nameDrift(field, read, { reference, current })),
  ].filter(({ referenceCount, currentCount }) => referenceCount >= LEAST_ROWS && currentCount >= LEAST_ROWS);
  for (const { field, stabilityIndex } of drift) {
    if (stabilityIndex < SHIFT_FROM) continue;
    add(
      {
        dimension: 'drift',
        code: 'distribution_shift',
        field,
        message: `${field} is distributed otherwise than before (stability index ${stabilityIndex.toFixed(2)}).`,
      },
      current.length,
    );
  }
  return { issues, drift };
}

interface Periods {
  readonly reference: readonly Listing[];
  readonly current: readonly Listing[];
}

function missingShare(rows: readonly Listing[], read: (listing: Listing) => unknown): number {
  return rows.filter((row) => read(row) === null).length / rows.length;
}

function numberDrift(field: string, read: (listing: Listing) => number | null, periods: Periods): FieldDrift {
  const values = (rows: readonly Listing[]): number[] =>
    rows.map(read).filter((value): value is number => value !== null && Number.isFinite(value));
  const reference = values(periods.reference);
  const current = values(periods.current);
  return {
    field,
    ...distributionDistance(reference, current),
    referenceCount: reference.length,
    currentCount: current.length,
  };
}

function nameDrift(field: string, read: (listing: Listing) => string | null, periods: Periods): FieldDrift {
  const names = (rows: readonly Listing[]): string[] => rows.map(read).filter((name): name is string => name !== null);
  const reference = names(periods.reference);
  const current = names(periods.current);
  const counts = new Map<string, [number, number]>();
  for (const name of reference) counts.set(name, [(counts.get(name)?.[0] ?? 0) + 1, 0]);
  for (const name of current) {
    const [before, now] = counts.get(name) ?? [0, 0];
    counts.set(name, [before, now + 1]);
  }
  // Rare names are one: a hundred sellers that each came once are no shift.
  const shares: [number, number][] = [[0, 0]];
  for (const [before, now] of counts.values()) {
    const isRare = before / reference.length < 0.02 && now / current.length < 0.02;
    if (!isRare) shares.push([before / reference.length, now / current.length]);
    else shares[0] = [shares[0]![0] + before / reference.length, shares[0]![1] + now / current.length];
  }
  const stabilityIndex = stabilityOfShares(
    shares.map(([before]) => before),
    shares.map(([, now]) => now),
  );
  return {
    field,
    stabilityIndex,
    kolmogorovSmirnov: null,
    wasserstein: null,
    referenceCount: reference.length,
    currentCount: current.length,
  };
}
