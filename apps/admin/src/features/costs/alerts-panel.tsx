import { IconBell } from '@tabler/icons-react';
import type { Costs } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import classes from '../../components/report.module.css';
import { moment } from '../../format/moment.ts';

/** What people were told of about money, newest first. */
export function AlertsPanel({ alerts }: { readonly alerts: Costs['alerts'] }) {
  return (
    <Panel id="alerts" title="Alerts" subtitle="Each is raised once">
      {alerts.length === 0 ? (
        <EmptyNotice icon={<IconBell size={28} />} title="No alert was raised">
          Budgets at their thresholds, spending that is too fast, odd days and models without a price are told here.
        </EmptyNotice>
      ) : (
        <ul className={classes.list}>
          {alerts.map((alert) => (
            <li key={alert.id}>
              {alert.text}
              <div className={classes.muted}>{moment(alert.raisedAt)}</div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
