import { IconArrowsShuffle } from '@tabler/icons-react';
import type { FieldDrift } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FigureTable } from '../../components/figure-table.tsx';
import { count } from '../../format/quantity.ts';
import { fieldWords } from './field-words.ts';

const threeDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** From here on a population stability index says that a field has shifted. */
const LARGE_SHIFT = 0.25;

/** How far the newest rows lie from the earlier ones, field by field. */
export function DriftTable({ drift }: { readonly drift: readonly FieldDrift[] }) {
  if (drift.length === 0) {
    return (
      <EmptyNotice icon={<IconArrowsShuffle size={28} />} title="Nothing to compare yet">
        Drift is told from enough rows of the last 28 days and of the 24 weeks before them.
      </EmptyNotice>
    );
  }
  const figure = (value: number | null): string => (value === null ? '–' : threeDigits.format(value));
  return (
    <FigureTable
      label="Drift by field"
      head={['Field', 'Stability index', 'Kolmogorov-Smirnov', 'Wasserstein', 'Rows before', 'Rows now']}
      rows={drift.map((row) => ({
        key: row.field,
        name: fieldWords(row.field),
        isMarked: row.stabilityIndex >= LARGE_SHIFT,
        figures: [
          row.stabilityIndex.toFixed(3),
          figure(row.kolmogorovSmirnov),
          figure(row.wasserstein),
          count(row.referenceCount),
          count(row.currentCount),
        ],
      }))}
    />
  );
}
