import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconGavel } from '@tabler/icons-react';
import type { SeverityVerdicts } from '../../api/answers.ts';
import { severityRecordQuery } from '../../api/market-time-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import { SEVERITY_NAMES } from '../overview/anomaly-words.ts';
import classes from './market-time.module.css';

/** Severities of anomalies against what people said of them. */
export function SeverityPanel() {
  const answer = useQuery(severityRecordQuery());
  return (
    <Panel
      id="severity"
      title="Severity against verdicts"
      subtitle="How many findings were confirmed, beside the probability that was given beforehand"
    >
      {answer.isError ? (
        <FailureNotice
          what="The verdicts could not be loaded"
          problem={answer.error}
          onRetry={() => void answer.refetch()}
        />
      ) : answer.data === undefined ? null : answer.data.severities.every(({ judged }) => judged === 0) ? (
        <EmptyNotice icon={<IconGavel size={28} />} title="No verdict yet">
          Confirm anomalies on the overview, or mark them as false positives, and their severities are held against it
          here.
        </EmptyNotice>
      ) : (
        <VerdictTable severities={answer.data.severities} />
      )}
    </Panel>
  );
}

function VerdictTable({ severities }: { readonly severities: readonly SeverityVerdicts[] }) {
  const share = (value: number | null): string => (value === null ? '–' : percent(value, { digits: 0 }));
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Verdicts by severity">
      <Table verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Severity</Table.Th>
            {['Judged', 'Confirmed', 'Share', '90% interval', 'Said beforehand'].map((name) => (
              <Table.Th key={name} ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {severities.map(({ severity, judged, confirmed, confirmedShare, lower90, upper90, saidShare }) => (
            <Table.Tr key={severity}>
              <Table.Th scope="row" fw={500}>
                {SEVERITY_NAMES[severity]}
              </Table.Th>
              <Table.Td ta="right">{count(judged)}</Table.Td>
              <Table.Td ta="right">{count(confirmed)}</Table.Td>
              <Table.Td ta="right">{share(confirmedShare)}</Table.Td>
              <Table.Td ta="right">{judged === 0 ? '–' : `${share(lower90)} to ${share(upper90)}`}</Table.Td>
              <Table.Td ta="right">{share(saidShare)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
