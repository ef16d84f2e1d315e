import { addMonthsToDay, type IsoDate, type PipelineDependencies, recordPredictions } from '@pa/engines';

/** How many months before the sample's last day its prices are predicted as well. */
const MONTHS_BEFORE = [6, 3, 1] as const;

/**
 * Predicts from days of the sample's past, each from what was known then, so that predictions have come due on its last day
 * and the first analysis can settle them.
 */
export async function predictFromSamplePast(
  dependencies: PipelineDependencies,
  { asOf, signal }: { readonly asOf: IsoDate; readonly signal: AbortSignal },
): Promise<void> {
  await Promise.all(
    MONTHS_BEFORE.map((months) => recordPredictions(dependencies, { asOf: addMonthsToDay(asOf, -months), signal })),
  );
}
