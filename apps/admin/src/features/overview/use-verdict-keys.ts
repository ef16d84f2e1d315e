import { useHotkeys } from '@mantine/hooks';
import type { Verdict } from '../../api/use-resolve-anomaly.ts';

/** The keys of the two verdicts; they are dead while somebody writes a note. */
export const VERDICT_KEYS = { resolved: 'C', false_positive: 'F' } as const;

/** Gives a verdict by key: C confirms, F calls it a false positive. */
export function useVerdictKeys(give: (status: Verdict['status']) => void): void {
  useHotkeys([
    [VERDICT_KEYS.resolved, () => give('resolved')],
    [VERDICT_KEYS.false_positive, () => give('false_positive')],
  ]);
}
