'use client';

import { Pagination } from '@mantine/core';
import { useTable, type SortingState } from '@tanstack/react-table';
import { useState } from 'react';
import type { Anomaly } from '../../api/answers.ts';
import { AnomalyCards } from './anomaly-cards.tsx';
import classes from './anomaly-panel.module.css';
import { anomalyColumns, anomalyTableFeatures } from './anomaly-table-features.ts';
import { AnomalyTable } from './anomaly-table.tsx';

export interface AnomalyListProps {
  readonly rows: readonly Anomaly[];
  /** Cards instead of a table. */
  readonly narrow: boolean;
  readonly onOpen: (anomaly: Anomaly) => void;
  /** How many there are, for the line below. */
  readonly summary: string;
}

const PAGE_SIZE = 10;

/** Sorts and pages the anomalies and shows them as a table, or as cards where there is no room for one. */
export function AnomalyList({ rows, narrow, onOpen, summary }: AnomalyListProps) {
  const [sorting, setSorting] = useState<SortingState>([{ id: 'severity', desc: true }]);
  const [pagination, setPagination] = useState({ pageIndex: 0, pageSize: PAGE_SIZE });
  const table = useTable({
    features: anomalyTableFeatures,
    columns: anomalyColumns,
    data: rows,
    getRowId: (anomaly) => anomaly.id,
    state: { sorting, pagination },
    onSortingChange: setSorting,
    onPaginationChange: setPagination,
    enableSortingRemoval: false,
  });
  const pageCount = table.getPageCount();
  const shown = table.getRowModel().rows.map((row) => row.original);
  return (
    <>
      {narrow ? (
        <AnomalyCards anomalies={shown} onOpen={onOpen} />
      ) : (
        <AnomalyTable
          anomalies={shown}
          columns={table.getFlatHeaders().map((header) => ({
            id: header.column.id,
            name: String(header.column.columnDef.header),
            sorted: header.column.getIsSorted(),
            onSort: () => header.column.toggleSorting(),
          }))}
          onOpen={onOpen}
        />
      )}
      <div className={classes.foot}>
        <span>{summary}</span>
        {pageCount > 1 ? (
          <Pagination
            size="sm"
            siblings={narrow ? 0 : 1}
            total={pageCount}
            value={Math.min(pagination.pageIndex, pageCount - 1) + 1}
            onChange={(page) => setPagination({ pageIndex: page - 1, pageSize: PAGE_SIZE })}
            getControlProps={(control) => ({
              'aria-label': { first: 'First page', last: 'Last page', next: 'Next page', previous: 'Previous page' }[
                control
              ],
            })}
            getItemProps={(page) => ({ 'aria-label': `Page ${page}` })}
          />
        ) : null}
      </div>
    </>
  );
}
