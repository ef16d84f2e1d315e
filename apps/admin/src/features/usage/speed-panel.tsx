import { IconClock } from '@tabler/icons-react';
import type { Usage } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FigureTable } from '../../components/figure-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { instant } from '../../format/calendar.ts';
import { count } from '../../format/quantity.ts';
import { duration } from './duration.ts';
import { routeWords } from './usage-words.ts';

const HEAD = ['Answers', 'Failed', 'Median', '95 of 100 within', 'Slowest'] as const;

interface Times {
  readonly count: number;
  readonly failedCount: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly slowestMs: number;
}

/** How long answers of the server and of language models take. */
export function SpeedPanel({ requests, models }: Pick<Usage, 'requests' | 'models'>) {
  return (
    <Panel
      id="speed"
      title="How long it takes"
      subtitle={`Until an answer begins, in this process since ${instant(requests.since)}`}
    >
      {requests.routes.length === 0 ? (
        <EmptyNotice icon={<IconClock size={28} />} title="Nothing was asked yet">
          The first answer of this process appears here.
        </EmptyNotice>
      ) : (
        <FigureTable
          label="Times of the server"
          head={['Request', ...HEAD]}
          rows={requests.routes.map((row) => ({
            key: row.route,
            name: routeWords(row.route),
            isMarked: row.failedCount > 0,
            figures: figuresOf(row),
          }))}
        />
      )}
      {models === null || models.length === 0 ? null : (
        <FigureTable
          label="Times of language models"
          head={['Language model', ...HEAD]}
          rows={models.map((row) => ({
            key: row.model,
            name: row.model,
            isMarked: row.failedCount > 0,
            figures: figuresOf(row),
          }))}
        />
      )}
    </Panel>
  );
}

function figuresOf({ count: answers, failedCount, medianMs, p95Ms, slowestMs }: Times): readonly string[] {
  return [count(answers), count(failedCount), duration(medianMs), duration(p95Ms), duration(slowestMs)];
}
