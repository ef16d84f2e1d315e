'use client';

import { NativeSelect, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DiffPart, PromptDetail, PromptDiff } from '../../api/answers.ts';
import { promptDiffQuery } from '../../api/prompt-queries.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { nanoDollars } from '../../format/nano-dollars.ts';
import { count } from '../../format/quantity.ts';
import classes from './prompts-page.module.css';

const SHOWN_INPUTS = 5;

/** Two versions line by line, their parameters, and what they come to on the cases of the newest test run. */
export function DiffPanel({ detail }: { readonly detail: PromptDetail }) {
  const numbers = detail.versions.map(({ version }) => version);
  const running = detail.labels.find(({ label }) => label === 'production')?.version;
  const newest = numbers[0] ?? 1;
  const [from, setFrom] = useState(running === undefined || running === newest ? (numbers[1] ?? newest) : running);
  const [to, setTo] = useState(newest);
  const diff = useQuery(promptDiffQuery(detail.type, { from, to }));
  const options = numbers.map((version) => ({ value: String(version), label: `Version ${version}` }));
  return (
    <Panel
      id="difference"
      title="Difference"
      controls={
        <div className={classes.line}>
          <NativeSelect
            size="xs"
            aria-label="Compare from"
            data={options}
            value={String(from)}
            onChange={(event) => setFrom(Number(event.currentTarget.value))}
          />
          <span aria-hidden="true">→</span>
          <NativeSelect
            size="xs"
            aria-label="Compare to"
            data={options}
            value={String(to)}
            onChange={(event) => setTo(Number(event.currentTarget.value))}
          />
        </div>
      }
    >
      {diff.isError ? (
        <FailureNotice
          what="The versions could not be compared"
          problem={diff.error}
          onRetry={() => void diff.refetch()}
        />
      ) : diff.isPending ? (
        <Skeleton height={160} radius="md" aria-hidden="true" />
      ) : (
        <DiffView diff={diff.data} />
      )}
    </Panel>
  );
}

function DiffView({ diff }: { readonly diff: PromptDiff }) {
  return (
    <>
      {diff.parameters.map(({ name, before, after }) => (
        <div key={name} className={classes.muted}>
          {name}: {before ?? 'none'} → {after ?? 'none'}
        </div>
      ))}
      <DiffText name="Instructions" parts={diff.systemPrompt} />
      <DiffText name="Template" parts={diff.userPromptTemplate} />
      {diff.rendered.length === 0 ? (
        <p className={classes.muted}>Sizes are compared on the cases of the newest test run; there is none yet.</p>
      ) : (
        <ul className={classes.list}>
          {diff.rendered.slice(0, SHOWN_INPUTS).map(({ input, fault, before, after }) => (
            <li key={input} className={classes.row}>
              <span className={classes.muted}>{input}</span>
              <span className={classes.muted}>
                {fault ??
                  `about ${count(before?.tokens ?? 0)} → ${count(after?.tokens ?? 0)} tokens${
                    before?.costNanoUsd && after?.costNanoUsd
                      ? `, ${nanoDollars(before.costNanoUsd)} → ${nanoDollars(after.costNanoUsd)}`
                      : ''
                  }`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const MARKS = { same: ' ', added: '+', removed: '−' } as const;

const CONTEXT_LINES = 2;

/** The lines of a part; of many that stayed the same only those beside a change. */
function linesOf({ kind, text }: DiffPart): readonly { readonly kind: DiffPart['kind']; readonly line: string }[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const skipped = lines.length - 2 * CONTEXT_LINES;
  const shown =
    kind !== 'same' || skipped < 3
      ? lines
      : [...lines.slice(0, CONTEXT_LINES), `… ${skipped} lines that are the same …`, ...lines.slice(-CONTEXT_LINES)];
  return shown.map((line) => ({ kind, line }));
}

function DiffText({ name, parts }: { readonly name: string; readonly parts: readonly DiffPart[] }) {
  if (parts.every(({ kind }) => kind === 'same')) return <p className={classes.muted}>{name}: the same.</p>;
  const lines = parts.flatMap(linesOf);
  return (
    <>
      <div className={classes.caption}>{name}</div>
      <pre className={classes.text} tabIndex={0} role="region" aria-label={`Difference of the ${name.toLowerCase()}`}>
        {lines.map(({ kind, line }, index) => (
          <span key={index} className={classes.diffLine} data-kind={kind}>
            {MARKS[kind]} {line}
          </span>
        ))}
      </pre>
    </>
  );
}
