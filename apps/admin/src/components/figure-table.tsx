import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './figure-table.module.css';

export interface FigureRow {
  readonly key: string;
  readonly name: ReactNode;
  /** One for each column after the first. */
  readonly figures: readonly ReactNode[];
  readonly isMarked?: boolean;
}

/** A table whose first column names the row and whose others hold figures, which end on one line; wide ones scroll. */
export function FigureTable({
  label,
  head: [first, ...others],
  rows,
}: {
  readonly label: string;
  readonly head: readonly [string, ...string[]];
  readonly rows: readonly FigureRow[];
}) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={label}>
      <Table verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{first}</Table.Th>
            {others.map((name) => (
              <Table.Th key={name} ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, name, figures, isMarked = false }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={isMarked ? 700 : 500}>
                {name}
              </Table.Th>
              {figures.map((figure, column) => (
                <Table.Td key={others[column]} ta="right">
                  {figure}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
