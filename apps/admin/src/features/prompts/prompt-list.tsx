'use client';

import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { PromptSummary } from '../../api/answers.ts';
import { Panel } from '../../components/panel.tsx';
import { promptTitle } from './prompt-words.ts';
import classes from './prompts-page.module.css';

export interface PromptListProps {
  readonly prompts: readonly PromptSummary[];
  readonly chosen: string;
  readonly onChoose: (type: string) => void;
}

/** Every prompt, to choose one: a list beside what is chosen, a menu above it where there is no room. */
export function PromptList({ prompts, chosen, onChoose }: PromptListProps) {
  const narrow = useMediaQuery('(max-width: 75em)') ?? false;
  if (narrow) {
    return (
      <NativeSelect
        id="prompts"
        aria-label="Prompt"
        data={prompts.map(({ type }) => ({ value: type, label: promptTitle(type) }))}
        value={chosen}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
    );
  }
  return (
    <Panel id="prompts" title="All prompts">
      <ul className={classes.list}>
        {prompts.map(({ type, latestVersion, labels }) => (
          <li key={type}>
            <button
              type="button"
              className={classes.choice}
              aria-current={type === chosen ? 'true' : undefined}
              onClick={() => onChoose(type)}
            >
              <div className={classes.choiceName}>{promptTitle(type)}</div>
              <div className={classes.muted}>
                {latestVersion === null
                  ? 'Bundled with the program'
                  : labels.map(({ label, version }) => `${label}: version ${version}`).join(', ') ||
                    `Version ${latestVersion}, not deployed`}
              </div>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
