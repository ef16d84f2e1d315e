'use client';

import { Button, Group, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { PromptDetail, PromptVersion } from '../../api/answers.ts';
import type { AskedChange } from '../../api/prompt-queries.ts';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { instant } from '../../format/calendar.ts';
import { count } from '../../format/quantity.ts';
import { LabelChangeDialog } from './label-change-dialog.tsx';
import { promptTitle } from './prompt-words.ts';
import classes from './prompts-page.module.css';

const SHOWN_VERSIONS = 5;

/** The versions of a prompt, with what names them, and the way to let another one run. */
export function VersionsPanel({ detail }: { readonly detail: PromptDetail }) {
  const { type, versions, labels } = detail;
  const [all, showAll] = useState(false);
  const [opened, open] = useState<string | null>(versions[0]?.id ?? null);
  const [asked, ask] = useState<AskedChange | null>(null);
  const production = labels.find(({ label }) => label === 'production');
  const canGoBack =
    detail.deployments.filter(({ label, outcome }) => label === 'production' && outcome === 'deployed').length > 1;
  const shown = all ? versions : versions.slice(0, SHOWN_VERSIONS);
  return (
    <Panel
      id="versions"
      title={promptTitle(type)}
      subtitle={
        production === undefined
          ? 'Nothing is deployed: the bundled version runs.'
          : `Version ${production.version} runs since ${instant(production.deployedAt)}.`
      }
      controls={
        canGoBack ? (
          <Button size="xs" variant="default" onClick={() => ask({ kind: 'rollback', type, label: 'production' })}>
            Roll back
          </Button>
        ) : null
      }
    >
      <ul className={classes.list}>
        {shown.map((version) => (
          <li key={version.id} className={classes.row}>
            <div className={classes.rowMain}>
              <div className={classes.line}>
                <strong>Version {version.version}</strong>
                {version.bundled ? <Tag>Bundled</Tag> : null}
                {labels
                  .filter(({ promptId }) => promptId === version.id)
                  .map(({ label, protected: isProtected }) => (
                    <Tag key={label} tone={label === 'production' ? 'green' : 'blue'}>
                      {label}
                      {isProtected ? ' (protected)' : ''}
                    </Tag>
                  ))}
              </div>
              <div className={classes.muted}>{factsOf(version)}</div>
              {version.description === '' ? null : <div className={classes.muted}>{version.description}</div>}
            </div>
            <Group gap="xs">
              <Button
                size="xs"
                variant="subtle"
                aria-expanded={opened === version.id}
                onClick={() => open(opened === version.id ? null : version.id)}
              >
                {opened === version.id ? 'Hide text' : 'Show text'}
                <VisuallyHidden> of version {version.version}</VisuallyHidden>
              </Button>
              {version.bundled || production?.promptId === version.id ? null : (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() =>
                    ask({
                      kind: 'deploy',
                      type,
                      promptId: version.id,
                      label: 'production',
                      expectedPromptId: production?.promptId ?? null,
                    })
                  }
                >
                  Deploy<VisuallyHidden> version {version.version}</VisuallyHidden>
                </Button>
              )}
            </Group>
            {opened === version.id ? <VersionText version={version} /> : null}
          </li>
        ))}
      </ul>
      {versions.length > SHOWN_VERSIONS && !all ? (
        <Button size="xs" variant="subtle" onClick={() => showAll(true)}>
          Show all {count(versions.length)} versions
        </Button>
      ) : null}
      <LabelChangeDialog asked={asked} onClose={() => ask(null)} />
    </Panel>
  );
}

function VersionText({ version }: { readonly version: PromptVersion }) {
  const { systemPrompt, userPromptTemplate, includes } = version;
  return (
    <div style={{ flexBasis: '100%', minWidth: 0 }}>
      {includes.length === 0 ? null : <div className={classes.caption}>Takes in {includes.join(', ')}.</div>}
      <div className={classes.caption}>Instructions</div>
      <pre
        className={classes.text}
        tabIndex={0}
        aria-label={`Instructions of version ${version.version}`}
        role="region"
      >
        {systemPrompt}
      </pre>
      <div className={classes.caption}>Template</div>
      <pre className={classes.text} tabIndex={0} aria-label={`Template of version ${version.version}`} role="region">
        {userPromptTemplate}
      </pre>
    </div>
  );
}

function factsOf({
  modelProvider,
  modelName,
  temperature,
  effort,
  maxOutputTokens,
  createdBy,
  createdAt,
  bundled,
}: PromptVersion): string {
  return [
    `${modelProvider}/${modelName}`,
    ...(temperature === null ? [] : [`temperature ${temperature}`]),
    ...(effort === null ? [] : [`effort ${effort}`]),
    ...(maxOutputTokens === null ? [] : [`at most ${count(maxOutputTokens)} tokens`]),
    bundled ? 'ships with the program' : `by ${createdBy}, ${instant(createdAt)}`,
  ].join(' · ');
}
