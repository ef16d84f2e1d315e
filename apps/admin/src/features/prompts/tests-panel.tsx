'use client';

import { Skeleton } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { PromptTestSummary } from '../../api/answers.ts';
import { promptTestsQuery } from '../../api/prompt-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { instant } from '../../format/calendar.ts';
import { nanoDollars } from '../../format/nano-dollars.ts';
import { count } from '../../format/quantity.ts';
import { percent } from '../../format/percent.ts';
import { OUTCOME_TONES } from './prompt-words.ts';
import classes from './prompts-page.module.css';

/** Test runs of a prompt, newest first. */
export function TestsPanel({ type }: { readonly type: string }) {
  const tests = useQuery(promptTestsQuery(type));
  return (
    <Panel id="tests" title="Test runs" subtitle="A protected label takes only a version whose last run passed.">
      {tests.isError ? (
        <FailureNotice
          what="The test runs could not be loaded"
          problem={tests.error}
          onRetry={() => void tests.refetch()}
        />
      ) : tests.isPending ? (
        <Skeleton height={120} radius="md" aria-hidden="true" />
      ) : tests.data.tests.length === 0 ? (
        <EmptyNotice icon={<IconFlask size={28} />} title="Not tested yet">
          Write cases beside the prompt and run <code>pa prompts test {type}</code>. It calls the model and needs a key.
        </EmptyNotice>
      ) : (
        <ul className={classes.list}>
          {tests.data.tests.map((run) => (
            <li key={run.id} className={classes.row}>
              <div className={classes.rowMain}>
                <div className={classes.line}>
                  <strong>{run.version === null ? 'Draft' : `Version ${run.version}`}</strong>
                  <Tag tone={OUTCOME_TONES[run.outcome]}>{run.outcome}</Tag>
                  {run.flakyCaseCount === 0 ? null : <Tag tone="orange">{count(run.flakyCaseCount)} flaky</Tag>}
                </div>
                <div className={classes.muted}>{run.reason}</div>
                {run.comparison === null ? null : <div className={classes.muted}>{comparisonText(run.comparison)}</div>}
              </div>
              <div className={classes.muted}>
                <div>{factsOf(run)}</div>
                <div>{instant(run.startedAt)}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function factsOf({ model, repeatCount, costNanoUsd, medianLatencyMs }: PromptTestSummary): string {
  return [
    model,
    ...(repeatCount === 1 ? [] : [`${repeatCount} answers a case`]),
    costNanoUsd === null ? 'cost unknown' : nanoDollars(costNanoUsd),
    ...(medianLatencyMs === null ? [] : [`${count(Math.round(medianLatencyMs))} ms`]),
  ].join(' · ');
}

function comparisonText({
  verdict,
  difference,
  interval,
  pairs,
}: NonNullable<PromptTestSummary['comparison']>): string {
  const share = (value: number) => percent(value, { digits: 1, signed: true });
  return `Against what runs: ${verdict}, ${share(difference)} (${share(interval.lower)} to ${share(interval.upper)}) on ${count(pairs)} cases`;
}
