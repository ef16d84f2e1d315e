import { SegmentedControl } from '@mantine/core';
import type { DayRange } from '../api/query-keys.ts';

export type Period = 'month' | '7d' | '30d';

const DAY_MS = 86_400_000;

const NAMES: readonly { readonly value: Period; readonly label: string }[] = [
  { value: 'month', label: 'This month' },
  { value: '7d', label: '7 days' },
  { value: '30d', label: '30 days' },
];

/** The days of a period that ends today, UTC. */
export function rangeOf(period: Period, now: number): DayRange {
  const to = new Date(now).toISOString().slice(0, 10);
  if (period === 'month') return { from: `${to.slice(0, 8)}01`, to };
  const days = period === '7d' ? 7 : 30;
  return { from: new Date(now - (days - 1) * DAY_MS).toISOString().slice(0, 10), to };
}

/** Chooses the days that a page reports on. */
export function PeriodSwitch({
  period,
  onPeriod,
}: {
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="Period"
      data={[...NAMES]}
      value={period}
      onChange={(value) => onPeriod(value as Period)}
    />
  );
}
