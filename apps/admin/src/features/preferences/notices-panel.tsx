import { SegmentedControl, Skeleton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { noticesQuery } from '../../api/preference-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import classes from '../../components/report.module.css';
import { moment } from '../../format/moment.ts';

type Whom = 'me' | 'service';

const WHOM = [
  { value: 'service', label: 'The service' },
  { value: 'me', label: 'Me' },
];

/** The last notices, newest first. */
export function NoticesPanel() {
  const [whom, setWhom] = useState<Whom>('service');
  const notices = useQuery(noticesQuery(whom));
  return (
    <Panel
      id="notices"
      title="Told so far"
      subtitle="Newest first, the last fifty"
      controls={
        <SegmentedControl
          size="xs"
          aria-label="Notices for"
          data={WHOM}
          value={whom}
          onChange={(value) => setWhom(value as Whom)}
        />
      }
    >
      {notices.data === undefined ? (
        notices.isError ? (
          <FailureNotice
            what="The notices could not be loaded"
            problem={notices.error}
            onRetry={() => void notices.refetch()}
          />
        ) : (
          <Skeleton height={240} radius="lg" aria-hidden="true" />
        )
      ) : notices.data.notices.length === 0 ? (
        <EmptyNotice icon={<IconBell size={28} stroke={1.4} />} title="No notice">
          {whom === 'me'
            ? 'Nothing yet: save what you want to be told, and the next daily run writes to you.'
            : 'Nothing yet: the next daily run writes the first notice.'}
        </EmptyNotice>
      ) : (
        <ul className={classes.list}>
          {notices.data.notices.map((notice) => (
            <li key={notice.id}>
              <div className={classes.line}>
                <span className={classes.name}>{notice.title}</span>
                <span className={classes.muted}>{moment(notice.createdAt)}</span>
              </div>
              <div style={{ whiteSpace: 'pre-line' }}>{notice.body}</div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
