import { Table } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Anomaly } from '../../api/answers.ts';
import { Tag } from '../../components/tag.tsx';
import { day } from '../../format/calendar.ts';
import { money } from '../../format/money.ts';
import classes from './anomaly-list.module.css';
import { PRICE_KIND_NAMES, SEVERITY_NAMES, SEVERITY_TONES, TYPE_NAMES } from './anomaly-words.ts';
import { Deviation } from './deviation.tsx';
import { segmentWords } from './segment-words.ts';

export interface AnomalyTableColumn {
  readonly id: string;
  readonly name: string;
  readonly sorted: false | 'asc' | 'desc';
  readonly onSort: () => void;
}

export interface AnomalyTableProps {
  readonly anomalies: readonly Anomaly[];
  readonly columns: readonly AnomalyTableColumn[];
  readonly onOpen: (anomaly: Anomaly) => void;
}

const numericColumns = new Set(['price', 'expectedPrice', 'deviation']);

/** The anomalies as rows. A click anywhere on a row opens it; the keyboard uses the title. */
export function AnomalyTable({ anomalies, columns, onOpen }: AnomalyTableProps) {
  return (
    <Table className={classes.table} verticalSpacing={9} horizontalSpacing="xs" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th
              key={column.id}
              ta={numericColumns.has(column.id) ? 'right' : 'left'}
              aria-sort={column.sorted === 'asc' ? 'ascending' : column.sorted === 'desc' ? 'descending' : 'none'}
            >
              <button
                type="button"
                className={classes.sort}
                data-side={numericColumns.has(column.id) ? 'right' : undefined}
                onClick={column.onSort}
              >
                {column.name}
                {column.sorted === 'asc' ? (
                  <IconArrowUp size={13} aria-hidden="true" />
                ) : (
                  <IconArrowDown size={13} aria-hidden="true" />
                )}
              </button>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {anomalies.map((anomaly) => {
          const { currency } = anomaly.price;
          return (
            <Table.Tr key={anomaly.id} onClick={() => onOpen(anomaly)}>
              <Table.Td maw={360}>
                <button type="button" className={classes.title} aria-haspopup="dialog">
                  {anomaly.listingTitle}
                </button>
                <div className={classes.muted}>{segmentWords(anomaly.segment)}</div>
              </Table.Td>
              <Table.Td>
                <Tag tone={SEVERITY_TONES[anomaly.severity]}>{SEVERITY_NAMES[anomaly.severity]}</Tag>
              </Table.Td>
              <Table.Td>{TYPE_NAMES[anomaly.type]}</Table.Td>
              <Table.Td className={classes.number}>
                {money(anomaly.price.amount, { currency })}
                <div className={classes.muted}>{PRICE_KIND_NAMES[anomaly.price.kind].toLowerCase()}</div>
              </Table.Td>
              <Table.Td className={classes.number}>
                {money(anomaly.expectedPrice, { currency })}
                <div className={classes.muted}>
                  {money(anomaly.expectedLow, { currency, compact: true })} –{' '}
                  {money(anomaly.expectedHigh, { currency, compact: true })}
                </div>
              </Table.Td>
              <Table.Td className={classes.number}>
                <Deviation anomaly={anomaly} />
              </Table.Td>
              <Table.Td className={classes.muted} style={{ whiteSpace: 'nowrap' }}>
                {day(anomaly.detectedOn)}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
