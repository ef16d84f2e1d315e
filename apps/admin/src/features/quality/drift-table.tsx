import { Table } from '@mantine/core';
import { IconArrowsShuffle } from '@tabler/icons-react';
import type { FieldDrift } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { count } from '../../format/quantity.ts';
import classes from '../market-time/market-time.module.css';

/** How far the newest rows lie from the earlier ones, field by field. */
export function DriftTable({ drift }: { readonly drift: readonly FieldDrift[] }) {
  if (drift.length === 0) {
    return (
      <EmptyNotice icon={<IconArrowsShuffle size={28} />} title="Nothing to compare yet">
        Drift is told from enough rows of the last 28 days and of the 24 weeks before them.
      </EmptyNotice>
    );
  }
  const figure = (value: number | null): string => (value === null ? '–' : value.toPrecision(3));
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Drift by field">
      <Table verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Field</Table.Th>
            {['Stability index', 'Kolmogorov-Smirnov', 'Wasserstein', 'Rows before', 'Rows now'].map((name) => (
              <Table.Th key={name} ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {drift.map((row) => (
            <Table.Tr key={row.field}>
              <Table.Th scope="row" fw={row.stabilityIndex >= 0.25 ? 700 : 500}>
                {row.field}
              </Table.Th>
              <Table.Td ta="right">{row.stabilityIndex.toFixed(3)}</Table.Td>
              <Table.Td ta="right">{figure(row.kolmogorovSmirnov)}</Table.Td>
              <Table.Td ta="right">{figure(row.wasserstein)}</Table.Td>
              <Table.Td ta="right">{count(row.referenceCount)}</Table.Td>
              <Table.Td ta="right">{count(row.currentCount)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
