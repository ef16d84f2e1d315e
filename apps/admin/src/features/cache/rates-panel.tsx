import { SegmentedControl, Table } from '@mantine/core';
import { IconDatabase } from '@tabler/icons-react';
import { useState } from 'react';
import type { CacheGroup, CacheReport } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import classes from '../../components/report.module.css';
import { nanoDollars } from '../../format/nano-dollars.ts';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import { hitRate } from './cache-stats.ts';

const DIMENSIONS = [
  { value: 'byClass', label: 'Class' },
  { value: 'byModel', label: 'Model' },
  { value: 'byTag', label: 'Tag' },
  { value: 'refusals', label: 'Not stored' },
] as const;

type Dimension = (typeof DIMENSIONS)[number]['value'];

/** Hit rates by class of lifetime, model and tag, and why answers were not stored. */
export function RatesPanel({ report }: { readonly report: CacheReport }) {
  const [by, setBy] = useState<Dimension>('byClass');
  const groups = report[by];
  return (
    <Panel
      id="rates"
      title="Hit rates"
      subtitle="Only proved answers are kept; a stale one stands in while it is computed again"
      controls={
        <SegmentedControl
          size="xs"
          aria-label="Count by"
          data={[...DIMENSIONS]}
          value={by}
          onChange={(value) => setBy(value as Dimension)}
        />
      }
    >
      {groups.length === 0 ? (
        <EmptyNotice
          icon={<IconDatabase size={28} />}
          title={by === 'refusals' ? 'Every answer was stored' : 'Nothing was asked in this period'}
        >
          {by === 'refusals'
            ? 'Refusals, truncated and unproved answers would be counted here.'
            : 'The cache is asked when a language model writes words; templates need none.'}
        </EmptyNotice>
      ) : by === 'refusals' ? (
        <RefusalTable groups={groups} />
      ) : (
        <RateTable groups={groups} name={DIMENSIONS.find(({ value }) => value === by)?.label ?? ''} />
      )}
    </Panel>
  );
}

function RateTable({ groups, name }: { readonly groups: readonly CacheGroup[]; readonly name: string }) {
  return (
    <Table className={classes.table} verticalSpacing={8} horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{name}</Table.Th>
          <Table.Th className={classes.number}>Hit rate</Table.Th>
          <Table.Th className={classes.number}>Hits</Table.Th>
          <Table.Th className={classes.number} visibleFrom="sm">
            Stale
          </Table.Th>
          <Table.Th className={classes.number}>Misses</Table.Th>
          <Table.Th className={classes.number} visibleFrom="sm">
            Saved
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map((group) => {
          const rate = hitRate(group);
          return (
            <Table.Tr key={group.key}>
              <Table.Td>
                <span className={classes.name}>{group.key}</span>
                <div className={classes.bar} aria-hidden="true">
                  <span style={{ width: `${(rate ?? 0) * 100}%` }} />
                </div>
              </Table.Td>
              <Table.Td className={classes.number}>{rate === null ? '–' : percent(rate)}</Table.Td>
              <Table.Td className={classes.number}>{count(group.hits)}</Table.Td>
              <Table.Td className={classes.number} visibleFrom="sm">
                {count(group.stale)}
              </Table.Td>
              <Table.Td className={classes.number}>{count(group.misses)}</Table.Td>
              <Table.Td className={classes.number} visibleFrom="sm">
                {nanoDollars(group.savedNanoUsd)}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function RefusalTable({ groups }: { readonly groups: readonly CacheGroup[] }) {
  return (
    <Table className={classes.table} verticalSpacing={8} horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Why not</Table.Th>
          <Table.Th className={classes.number}>Answers</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map((group) => (
          <Table.Tr key={group.key}>
            <Table.Td className={classes.name}>{group.key}</Table.Td>
            <Table.Td className={classes.number}>{count(group.refusedWrites)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
