import { IconPlayerPlay } from '@tabler/icons-react';
import type { Usage } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FigureTable } from '../../components/figure-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { day } from '../../format/calendar.ts';
import { duration } from './duration.ts';
import { eventWords } from './usage-words.ts';

/** How long each step of the last daily run took. */
export function RunPanel({ dailyRun }: Pick<Usage, 'dailyRun'>) {
  return (
    <Panel
      id="run"
      title="Daily run"
      subtitle={dailyRun === null ? 'None has been done yet' : `Of ${day(dailyRun.day)}, step by step`}
    >
      {dailyRun === null ? (
        <EmptyNotice icon={<IconPlayerPlay size={28} />} title="Nothing has been analysed yet">
          Run it once: <code>pa run daily</code>.
        </EmptyNotice>
      ) : (
        <FigureTable
          label="Steps of the daily run"
          head={['Step', 'Market', 'Time']}
          rows={dailyRun.steps.map(({ step, market, durationMs }) => ({
            key: `${step} ${market ?? ''}`,
            name: eventWords(step),
            figures: [market ?? 'all', duration(durationMs)],
          }))}
        />
      )}
    </Panel>
  );
}
