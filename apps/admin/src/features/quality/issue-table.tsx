import { Table } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import type { QualityIssue } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { count } from '../../format/quantity.ts';
import { fieldWords } from './field-words.ts';
import classes from '../market-time/market-time.module.css';

/** What is wrong, kind by kind. */
export function IssueTable({ issues }: { readonly issues: readonly QualityIssue[] }) {
  if (issues.length === 0) {
    return (
      <EmptyNotice icon={<IconChecks size={28} />} title="Nothing was found">
        No row and no field fails a check.
      </EmptyNotice>
    );
  }
  return (
    <div className={`${classes.scroll} ${classes.long}`} tabIndex={0} role="region" aria-label="Issues of the data">
      <Table verticalSpacing={5} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {/* On a phone the first two columns are what fits: what it is, and how often. */}
            <Table.Th>Issue</Table.Th>
            <Table.Th ta="right">Rows</Table.Th>
            <Table.Th>What it means, on one of them</Table.Th>
            <Table.Th>Kind</Table.Th>
            <Table.Th>Field</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {issues.map(({ code, dimension, field, count: rows, message }) => (
            <Table.Tr key={`${code} ${field}`}>
              <Table.Th scope="row" fw={500}>
                {code.replaceAll('_', ' ')}
              </Table.Th>
              <Table.Td ta="right">{count(rows)}</Table.Td>
              <Table.Td>{message}</Table.Td>
              <Table.Td>{dimension}</Table.Td>
              <Table.Td>{field === null ? 'all' : fieldWords(field)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
