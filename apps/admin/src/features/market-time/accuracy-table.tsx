import { Table } from '@mantine/core';
import type { AccuracyRow } from '../../api/answers.ts';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import { segmentWords } from '../overview/segment-words.ts';
import classes from './market-time.module.css';

export interface AccuracyTableProps {
  readonly label: string;
  readonly rows: readonly AccuracyRow[];
  /** Names are paths of segments. Default: false. */
  readonly namesSegments?: boolean;
}

const LEVELS = [0.5, 0.8, 0.9];

/** Errors, bias, coverage and grade, one row a group. */
export function AccuracyTable({ label, rows, namesSegments = false }: AccuracyTableProps) {
  const share = (value: number | null): string => (value === null ? '–' : percent(value, { digits: 1 }));
  return (
    <div className={`${classes.scroll} ${classes.long}`} tabIndex={0} role="region" aria-label={label}>
      <Table verticalSpacing={5} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Group</Table.Th>
            {['n', 'Median error', 'Naive', 'Within 5%', '10%', '20%', 'Bias', 'In 50%', 'In 80%', 'In 90%'].map(
              (name) => (
                <Table.Th key={name} ta="right">
                  {name}
                </Table.Th>
              ),
            )}
            <Table.Th>Grade</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.name}>
              <Table.Th scope="row" fw={500}>
                {namesSegments ? segmentWords(row.name) : row.name}
              </Table.Th>
              <Table.Td ta="right">{count(row.count)}</Table.Td>
              {[row.medianError, row.naiveMedianError, row.within5, row.within10, row.within20].map((value, at) => (
                <Table.Td key={`share ${at}`} ta="right">
                  {share(value)}
                </Table.Td>
              ))}
              <Table.Td ta="right">{row.bias === null ? '–' : percent(row.bias, { digits: 1, signed: true })}</Table.Td>
              {LEVELS.map((level) => (
                <Table.Td key={level} ta="right">
                  {share(row.coverage.find(({ confidenceLevel }) => confidenceLevel === level)?.share ?? null)}
                </Table.Td>
              ))}
              <Table.Td>{row.stars === null ? 'too few' : `${row.stars} of 5`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
