import { IconHistory } from '@tabler/icons-react';
import type { PromptDetail } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { instant } from '../../format/calendar.ts';
import classes from './prompts-page.module.css';

const SHOWN = 20;

/** What was deployed when, by whom and why; tries that were refused are among it. */
export function HistoryPanel({ detail }: { readonly detail: PromptDetail }) {
  const { deployments } = detail;
  return (
    <Panel id="history" title="Deployments">
      {deployments.length === 0 ? (
        <EmptyNotice icon={<IconHistory size={28} />} title="Nothing was deployed yet">
          Every deployment is kept here with its reason.
        </EmptyNotice>
      ) : (
        <ul className={classes.list}>
          {deployments.slice(0, SHOWN).map((entry) => (
            <li key={entry.id} className={classes.row}>
              <div className={classes.rowMain}>
                <div className={classes.line}>
                  <strong>
                    {entry.label}: {entry.previousVersion === null ? 'nothing' : `version ${entry.previousVersion}`} →
                    version {entry.version ?? '?'}
                  </strong>
                  {entry.outcome === 'refused' ? <Tag tone="orange">Refused</Tag> : null}
                </div>
                <div className={classes.muted}>{entry.reason}</div>
              </div>
              <div className={classes.muted}>
                {entry.deployedBy}, {instant(entry.deployedAt)}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
