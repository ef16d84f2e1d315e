'use client';

import { Skeleton } from '@mantine/core';
import { IconMessage2Code } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { promptsQuery } from '../../api/prompt-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { ExperimentsPanel } from './experiments-panel.tsx';
import { PromptList } from './prompt-list.tsx';
import { PromptView } from './prompt-view.tsx';
import classes from './prompts-page.module.css';

/** Versions of prompts, which of them runs, how they were tested, and what experiments say. */
export function PromptsPage() {
  const prompts = useQuery(promptsQuery());
  const [chosen, choose] = useState<string | null>(null);
  const list = prompts.data?.prompts ?? [];
  const type = chosen ?? list[0]?.type ?? null;
  return (
    <>
      <PageHead
        title="Prompts"
        subtitle="What language models are told, which version runs, and what tests say of it"
      />
      {prompts.isError ? (
        <FailureNotice
          what="The prompts could not be loaded"
          problem={prompts.error}
          onRetry={() => void prompts.refetch()}
        />
      ) : prompts.isPending ? (
        <Skeleton height={420} radius="lg" aria-hidden="true" />
      ) : type === null ? (
        <Panel id="prompts" title="Prompts">
          <EmptyNotice icon={<IconMessage2Code size={28} />} title="No prompts yet">
            Push a folder of prompts with <code>pa prompts push</code>.
          </EmptyNotice>
        </Panel>
      ) : (
        <div className={classes.columns}>
          <PromptList prompts={list} chosen={type} onChoose={choose} />
          <PromptView key={type} type={type} />
        </div>
      )}
      <div className={classes.below}>
        <ExperimentsPanel />
      </div>
    </>
  );
}
