import {
  createColumnHelper,
  createPaginatedRowModel,
  createSortedRowModel,
  rowPaginationFeature,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from '@tanstack/react-table';
import type { Anomaly } from '../../api/answers.ts';
import { SEVERITIES } from './anomaly-words.ts';

/** What the anomaly list uses of the table library. */
export const anomalyTableFeatures = tableFeatures({
  rowSortingFeature,
  rowPaginationFeature,
  sortedRowModel: createSortedRowModel(),
  paginatedRowModel: createPaginatedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
});

const column = createColumnHelper<typeof anomalyTableFeatures, Anomaly>();

/** The columns; severity sorts by how bad it is and then, as every column, by the order of the API (score). */
export const anomalyColumns = column.columns([
  column.accessor('listingTitle', { header: 'Listing', sortFn: 'text', sortDescFirst: false }),
  column.accessor((anomaly) => SEVERITIES.length - SEVERITIES.indexOf(anomaly.severity), {
    id: 'severity',
    header: 'Severity',
    sortFn: 'basic',
    sortDescFirst: true,
  }),
  column.accessor('type', { header: 'Type', sortFn: 'text', sortDescFirst: false }),
  column.accessor((anomaly) => anomaly.price.amount, {
    id: 'price',
    header: 'Price',
    sortFn: 'basic',
    sortDescFirst: true,
  }),
  column.accessor('expectedPrice', { header: 'Expected', sortFn: 'basic', sortDescFirst: true }),
  column.accessor((anomaly) => Math.abs(anomaly.deviation), {
    id: 'deviation',
    header: 'Deviation',
    sortFn: 'basic',
    sortDescFirst: true,
  }),
  column.accessor('detectedOn', { header: 'Seen', sortFn: 'text', sortDescFirst: true }),
]);
