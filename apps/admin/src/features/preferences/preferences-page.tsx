'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { preferencesQuery } from '../../api/preference-queries.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import classes from '../../components/report.module.css';
import { NoticesPanel } from './notices-panel.tsx';
import { PreferencesPanel } from './preferences-panel.tsx';

/** What the reader was told, and what they want to be told. */
export function PreferencesPage() {
  const preferences = useQuery(preferencesQuery());
  return (
    <>
      <PageHead title="Notices" subtitle="What the daily run and the scans had to tell, and what you want to be told" />
      <div className={classes.row} style={{ marginTop: 0 }}>
        <NoticesPanel />
        {preferences.data === undefined ? (
          preferences.isError ? (
            <FailureNotice
              what="Your preferences could not be loaded"
              problem={preferences.error}
              onRetry={() => void preferences.refetch()}
            />
          ) : (
            <Skeleton height={420} radius="lg" aria-hidden="true" />
          )
        ) : (
          <PreferencesPanel preferences={preferences.data} />
        )}
      </div>
    </>
  );
}
