import { SegmentedControl, Table } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useState } from 'react';
import type { CostGroup, Costs } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import classes from '../../components/report.module.css';
import { nanoDollars } from '../../format/nano-dollars.ts';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';

const DIMENSIONS = [
  { value: 'byFeature', label: 'Feature' },
  { value: 'byModel', label: 'Model' },
  { value: 'byPromptVersion', label: 'Prompt version' },
  { value: 'byUser', label: 'User' },
] as const;

type Dimension = (typeof DIMENSIONS)[number]['value'];

/** Where the money of the period went. */
export function BreakdownPanel({ breakdown }: { readonly breakdown: Costs['ofPeriod'] }) {
  const [by, setBy] = useState<Dimension>('byFeature');
  const groups = breakdown[by];
  return (
    <Panel
      id="breakdown"
      title="Where it went"
      subtitle="Every attempt counts, failed and aborted ones too"
      controls={
        <SegmentedControl
          size="xs"
          aria-label="Sum by"
          data={[...DIMENSIONS]}
          value={by}
          onChange={(value) => setBy(value as Dimension)}
        />
      }
    >
      {groups.length === 0 ? (
        <EmptyNotice icon={<IconCoins size={28} />} title="No model was called in this period">
          Templates write the words while no key of a provider is set, and they cost nothing.
        </EmptyNotice>
      ) : (
        <Table className={classes.table} verticalSpacing={8} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{DIMENSIONS.find(({ value }) => value === by)?.label}</Table.Th>
              <Table.Th className={classes.number}>Calls</Table.Th>
              <Table.Th className={classes.number} visibleFrom="sm">
                Failed
              </Table.Th>
              <Table.Th className={classes.number} visibleFrom="sm">
                Tokens
              </Table.Th>
              <Table.Th className={classes.number}>Cost</Table.Th>
              <Table.Th className={classes.number} visibleFrom="sm">
                Share
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map((group) => (
              <GroupRow key={group.key ?? ''} group={group} totalNanoUsd={breakdown.totalNanoUsd} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

function GroupRow({ group, totalNanoUsd }: { readonly group: CostGroup; readonly totalNanoUsd: string }) {
  const total = Number(totalNanoUsd);
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes.name}>{group.key ?? 'Not said'}</span>
        {group.unpricedCallCount === 0 ? null : (
          <div className={classes.muted}>{count(group.unpricedCallCount)} without a price</div>
        )}
      </Table.Td>
      <Table.Td className={classes.number}>{count(group.callCount)}</Table.Td>
      <Table.Td className={classes.number} visibleFrom="sm">
        {count(group.failedCallCount)}
      </Table.Td>
      <Table.Td className={classes.number} visibleFrom="sm">
        {count(group.tokenCount)}
      </Table.Td>
      <Table.Td className={classes.number}>{nanoDollars(group.costNanoUsd)}</Table.Td>
      <Table.Td className={classes.number} visibleFrom="sm">
        {total === 0 ? '–' : percent(Number(group.costNanoUsd) / total)}
      </Table.Td>
    </Table.Tr>
  );
}
