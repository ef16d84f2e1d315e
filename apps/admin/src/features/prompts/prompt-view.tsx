'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { promptQuery } from '../../api/prompt-queries.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { DiffPanel } from './diff-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { OptimisationsPanel } from './optimisations-panel.tsx';
import { TestsPanel } from './tests-panel.tsx';
import { VersionsPanel } from './versions-panel.tsx';
import classes from './prompts-page.module.css';

/** Everything about one prompt. */
export function PromptView({ type }: { readonly type: string }) {
  const prompt = useQuery(promptQuery(type));
  if (prompt.isError) {
    return (
      <FailureNotice
        what="The prompt could not be loaded"
        problem={prompt.error}
        onRetry={() => void prompt.refetch()}
      />
    );
  }
  if (prompt.isPending) return <Skeleton height={420} radius="lg" aria-hidden="true" />;
  const detail = prompt.data;
  return (
    <div className={classes.stack}>
      <VersionsPanel detail={detail} />
      {detail.versions.length > 1 ? <DiffPanel detail={detail} /> : null}
      <TestsPanel type={type} />
      <OptimisationsPanel type={type} />
      <HistoryPanel detail={detail} />
    </div>
  );
}
