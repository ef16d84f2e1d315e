'use client';

import { SegmentedControl, Skeleton, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconGridDots } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import type { Correlations } from '../../api/answers.ts';
import { correlationsQuery } from '../../api/market-time-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import { segmentWords } from '../overview/segment-words.ts';
import { HeatMap } from './heat-map.tsx';
import classes from './market-time.module.css';
import { useChosenSegment } from './use-chosen-segment.ts';

const DEPTHS = [
  { value: '2', label: 'Model lines' },
  { value: '3', label: 'Generations' },
];

/** How the markets of segments move together, and which of them lead. */
export function CorrelationsPage() {
  const { market, synthetic, isEmpty } = useChosenSegment();
  const [depth, setDepth] = useState('2');
  const answer = useQuery({
    ...correlationsQuery({ market: market ?? '', depth: Number(depth) }),
    enabled: market !== null,
  });
  // Too few segments is an answer and no failure.
  const refusal =
    answer.error instanceof ApiProblem && answer.error.message.startsWith('Not enough data')
      ? answer.error.message
      : null;
  return (
    <>
      <PageHead
        title="Correlations"
        subtitle="How the monthly growth of segments goes together; what moves together need not cause each other"
      >
        {synthetic ? <SyntheticTag /> : null}
      </PageHead>
      <Panel
        id="correlations"
        title="Growth in the same month"
        subtitle="Bold where it is believed at a false-discovery rate of 10% over all pairs"
        controls={
          <SegmentedControl size="xs" aria-label="What is compared" data={DEPTHS} value={depth} onChange={setDepth} />
        }
      >
        {isEmpty || refusal !== null ? (
          <EmptyNotice icon={<IconGridDots size={28} />} title="Too little to compare">
            {refusal ?? 'Segments can be compared when two years of sales are imported and analysed.'}
          </EmptyNotice>
        ) : answer.isError ? (
          <FailureNotice
            what="The correlations could not be loaded"
            problem={answer.error}
            onRetry={() => void answer.refetch()}
          />
        ) : answer.data === undefined ? (
          <Skeleton height={320} radius="md" aria-hidden="true" />
        ) : (
          <>
            <HeatMap names={answer.data.names} pairs={answer.data.pairs} />
            <Leads pairs={answer.data.pairs} />
          </>
        )}
      </Panel>
    </>
  );
}

function Leads({ pairs }: Pick<Correlations, 'pairs'>) {
  const leads = pairs.flatMap(({ leadLag }) => (leadLag === null ? [] : [leadLag]));
  if (leads.length === 0) {
    return <p className={classes.note}>No segment is found to lead another by one to three months.</p>;
  }
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Which segments lead">
      <Table mt="md" verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Leads</Table.Th>
            <Table.Th>Follows</Table.Th>
            <Table.Th ta="right">Months behind</Table.Th>
            <Table.Th ta="right">Correlation</Table.Th>
            <Table.Th ta="right">p</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {leads.map(({ leader, follower, lagMonths, correlation, pValue }) => (
            <Table.Tr key={`${leader} ${follower}`}>
              <Table.Td>{segmentWords(leader)}</Table.Td>
              <Table.Td>{segmentWords(follower)}</Table.Td>
              <Table.Td ta="right">{lagMonths}</Table.Td>
              <Table.Td ta="right">{correlation.toFixed(2)}</Table.Td>
              <Table.Td ta="right">{pValue.toFixed(3)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
