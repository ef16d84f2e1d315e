import { Table } from '@mantine/core';
import { IconPigMoney } from '@tabler/icons-react';
import type { Costs } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import classes from '../../components/report.module.css';
import { nanoDollars } from '../../format/nano-dollars.ts';
import { count } from '../../format/quantity.ts';
import { savingName } from './cost-stats.ts';

/** What was not spent, beside the costs. */
export function SavingsPanel({ costs }: { readonly costs: Costs }) {
  return (
    <Panel
      id="savings"
      title="Savings"
      subtitle="What the same answers would have cost more; never taken off the costs"
    >
      {costs.savings.length === 0 ? (
        <EmptyNotice icon={<IconPigMoney size={28} />} title="Nothing was saved in this period">
          Kept answers, the prompt cache of a provider and batches are counted here.
        </EmptyNotice>
      ) : (
        <Table className={classes.table} verticalSpacing={8} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>By</Table.Th>
              <Table.Th className={classes.number}>Times</Table.Th>
              <Table.Th className={classes.number}>Saved</Table.Th>
              <Table.Th className={classes.number}>Of it estimated</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {costs.savings.map((saving) => (
              <Table.Tr key={saving.kind}>
                <Table.Td className={classes.name}>{savingName(saving.kind)}</Table.Td>
                <Table.Td className={classes.number}>{count(saving.count)}</Table.Td>
                <Table.Td className={classes.number}>{nanoDollars(saving.savedNanoUsd)}</Table.Td>
                <Table.Td className={classes.number}>{nanoDollars(saving.estimatedNanoUsd)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
