import { useQuery } from '@tanstack/react-query';
import { IconGavel } from '@tabler/icons-react';
import type { SeverityVerdicts } from '../../api/answers.ts';
import { severityRecordQuery } from '../../api/market-time-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { FigureTable } from '../../components/figure-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import { SEVERITY_NAMES } from '../overview/anomaly-words.ts';

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
    <FigureTable
      label="Verdicts by severity"
      head={['Severity', 'Judged', 'Confirmed', 'Share', '90% interval', 'Said beforehand']}
      rows={severities.map(({ severity, judged, confirmed, confirmedShare, lower90, upper90, saidShare }) => ({
        key: severity,
        name: SEVERITY_NAMES[severity],
        figures: [
          count(judged),
          count(confirmed),
          share(confirmedShare),
          judged === 0 ? '–' : `${share(lower90)} to ${share(upper90)}`,
          share(saidShare),
        ],
      }))}
    />
  );
}
