import type { Anomaly, AnomalyEvidence } from '@pa/engines';
import { formatAmount, formatShare } from './format-value.ts';
import { wrap } from './render-daily-report.ts';
import { table } from './table.ts';

const COLUMNS = 4;

/** A finding in words, the sold cars it is compared with, and what would clear it. */
export function renderEvidence({
  anomaly,
  evidence,
}: {
  readonly anomaly: Anomaly;
  readonly evidence: AnomalyEvidence;
}): string {
  const money = (amount: number) => formatAmount(amount, anomaly.price.currency);
  const { comparables, removals } = evidence;
  const parts = [
    `${anomaly.listingTitle} (${anomaly.severity}, ${formatShare(anomaly.confirmationProbability).replace('+', '')} sure)`,
    wrap(anomaly.explanation),
  ];
  if (comparables.status === 'ok') {
    const names = adjustmentNames(comparables.comparables);
    const rows = comparables.comparables.map(({ sale, adjustments }) => {
      const amountOf = (wanted: (name: string) => boolean) =>
        adjustments.reduce((sum, { name, amount }) => sum + (wanted(name) ? amount : 0), 0);
      return [
        sale.title.slice(0, 36),
        sale.endedOn,
        money(sale.price.amount),
        ...names.map((name) => money(amountOf((one) => one === name))),
        money(amountOf((one) => !names.includes(one))),
        money(evidence.expected.amount),
      ];
    });
    const head = ['sold', 'on', 'price', ...names, 'other', 'expected'];
    parts.push(table(rows, { head, right: head.slice(2) }));
  } else parts.push(`No comparables: ${comparables.reason}.`);
  if (removals.length > 0) {
    const ways = removals.map((removal) => removalWords(removal, money));
    parts.push(wrap(`It would not stand out with ${ways.join(', or with ')}.`));
  }
  return parts.join('\n');
}

/** One change that would clear a finding. */
function removalWords(
  { fact, from, to }: AnomalyEvidence['removals'][number],
  money: (amount: number) => string,
): string {
  const words = (value: string): string => {
    if (fact === 'price') return money(Number(value));
    return fact === 'mileage' ? Number(value).toLocaleString('en-US') : value;
  };
  return `${fact === 'mileage' ? 'a mileage' : `a ${fact}`} of ${words(to)} in place of ${words(from)}`;
}

/** The adjustments that move most money. */
function adjustmentNames(
  comparables: readonly { readonly adjustments: readonly { readonly name: string; readonly amount: number }[] }[],
): readonly string[] {
  const moved = new Map<string, number>();
  for (const { name, amount } of comparables.flatMap(({ adjustments }) => adjustments)) {
    moved.set(name, (moved.get(name) ?? 0) + Math.abs(amount));
  }
  return [...moved]
    .sort(([, left], [, right]) => right - left)
    .slice(0, COLUMNS)
    .map(([name]) => name);
}
