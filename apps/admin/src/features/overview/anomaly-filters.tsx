import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { AnomalySeverity, AnomalyStatus, AnomalyType } from '../../api/answers.ts';
import classes from './anomaly-panel.module.css';
import { SEVERITIES, SEVERITY_NAMES, STATUS_NAMES, TYPE_NAMES } from './anomaly-words.ts';

/** What the list is narrowed to; `null` means any. */
export interface AnomalyChoice {
  readonly status: AnomalyStatus;
  readonly severity: AnomalySeverity | null;
  readonly type: AnomalyType | null;
  readonly search: string;
}

export interface AnomalyFiltersProps {
  readonly choice: AnomalyChoice;
  readonly onChange: (choice: AnomalyChoice) => void;
}

const statuses: readonly AnomalyStatus[] = ['active', 'resolved', 'false_positive'];
const types: readonly AnomalyType[] = ['undervalued', 'overvalued', 'unusual_options', 'data_quality'];

/** The controls above the list. */
export function AnomalyFilters({ choice, onChange }: AnomalyFiltersProps) {
  return (
    <div className={classes.filters}>
      <TextInput
        className={classes.search}
        type="search"
        size="sm"
        aria-label="Search anomalies"
        placeholder="Search listings"
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        value={choice.search}
        onChange={(event) => onChange({ ...choice, search: event.currentTarget.value })}
      />
      <Select
        className={classes.choice}
        size="sm"
        aria-label="Severity"
        placeholder="All severities"
        withScrollArea={false}
        comboboxProps={{ withinPortal: false }}
        clearable
        data={SEVERITIES.map((value) => ({ value, label: SEVERITY_NAMES[value] }))}
        value={choice.severity}
        onChange={(value) => onChange({ ...choice, severity: SEVERITIES.find((name) => name === value) ?? null })}
      />
      <Select
        className={classes.choice}
        size="sm"
        aria-label="Type"
        placeholder="All types"
        withScrollArea={false}
        comboboxProps={{ withinPortal: false }}
        clearable
        data={types.map((value) => ({ value, label: TYPE_NAMES[value] }))}
        value={choice.type}
        onChange={(value) => onChange({ ...choice, type: types.find((name) => name === value) ?? null })}
      />
      <SegmentedControl
        className={classes.status}
        size="xs"
        aria-label="Status"
        data={statuses.map((value) => ({ value, label: STATUS_NAMES[value] }))}
        value={choice.status}
        onChange={(value) => onChange({ ...choice, status: statuses.find((name) => name === value) ?? 'active' })}
      />
    </div>
  );
}
