import { Select } from '@mantine/core';
import type { Segment } from '../../api/answers.ts';
import { count } from '../../format/quantity.ts';
import classes from './forecast-panel.module.css';
import { segmentLabel } from './segment-label.ts';

export interface SegmentPickerProps {
  readonly segments: readonly Segment[];
  readonly value: string | null;
  readonly onChange: (segment: string) => void;
}

/** Chooses the segment by typing or from the list; only segments with an index are offered. */
export function SegmentPicker({ segments, value, onChange }: SegmentPickerProps) {
  const sales = new Map(segments.map((segment) => [segment.segment, segment.saleCount]));
  return (
    <Select
      aria-label="Segment"
      searchable
      size="xs"
      w={{ base: '100%', sm: 230 }}
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
      classNames={{ options: classes.options }}
      limit={200}
      allowDeselect={false}
      nothingFoundMessage="No segment has these words"
      data={segments
        .filter((segment) => segment.hasIndex)
        .map((segment) => ({ value: segment.segment, label: segmentLabel(segment) }))}
      value={value}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
      renderOption={({ option }) => (
        <span style={{ display: 'flex', flex: 1, justifyContent: 'space-between', gap: 12 }}>
          <span>{option.label}</span>
          <span style={{ color: 'var(--mantine-color-dimmed)', fontVariantNumeric: 'tabular-nums' }}>
            {count(sales.get(option.value) ?? 0)}
          </span>
        </span>
      )}
    />
  );
}
