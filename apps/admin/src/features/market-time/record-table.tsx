import { Table } from '@mantine/core';
import type { TrackRecordEntry } from '../../api/answers.ts';
import { day } from '../../format/calendar.ts';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import { segmentWords } from '../overview/segment-words.ts';
import classes from './market-time.module.css';

export interface RecordTableProps {
  readonly label: string;
  readonly entries: readonly TrackRecordEntry[];
}

/** Settled predictions one by one. */
export function RecordTable({ label, entries }: RecordTableProps) {
  return (
    <div className={`${classes.scroll} ${classes.long}`} tabIndex={0} role="region" aria-label={label}>
      <Table verticalSpacing={5} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Segment</Table.Th>
            <Table.Th>Horizon</Table.Th>
            <Table.Th>For</Table.Th>
            {['Predicted', 'Actual', 'Error', 'Naive error'].map((name) => (
              <Table.Th key={name} ta="right">
                {name}
              </Table.Th>
            ))}
            <Table.Th>In 90%</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.predictionId}>
              <Table.Th scope="row" fw={500}>
                {segmentWords(entry.segment)}
              </Table.Th>
              <Table.Td>{entry.horizon}</Table.Td>
              <Table.Td>{day(entry.targetDate)}</Table.Td>
              <Table.Td ta="right">{count(entry.predictedPrice)}</Table.Td>
              <Table.Td ta="right">{count(entry.actualPrice)}</Table.Td>
              <Table.Td ta="right">{percent(entry.error, { digits: 1 })}</Table.Td>
              <Table.Td ta="right">{percent(entry.naiveError, { digits: 1 })}</Table.Td>
              <Table.Td>{entry.covered90 === null ? '–' : entry.covered90 ? 'yes' : 'no'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
