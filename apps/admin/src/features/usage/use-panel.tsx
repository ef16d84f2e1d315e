import { IconActivity } from '@tabler/icons-react';
import type { Usage } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FigureTable } from '../../components/figure-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { count } from '../../format/quantity.ts';
import { changeWords, eventWords } from './usage-words.ts';

/** How often each feature was used, beside as many days before. */
export function UsePanel({ use }: { readonly use: Usage['use'] }) {
  return (
    <Panel id="use" title="What is used" subtitle="Uses are counted without who it was">
      {use.length === 0 ? (
        <EmptyNotice icon={<IconActivity size={28} />} title="Nothing was used yet">
          Opened insights, questions, valuations, predictions and verdicts are counted here.
        </EmptyNotice>
      ) : (
        <FigureTable
          label="Uses by feature"
          head={['Feature', 'Uses', 'Before', 'Change']}
          rows={use.map(({ name, count: times, countBefore }) => ({
            key: name,
            name: eventWords(name),
            figures: [count(times), count(countBefore), changeWords(times, countBefore)],
          }))}
        />
      )}
    </Panel>
  );
}
