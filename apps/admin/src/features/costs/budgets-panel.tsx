import { Button, Drawer, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BudgetState } from '../../api/answers.ts';
import { budgetsQuery } from '../../api/money-queries.ts';
import { Panel } from '../../components/panel.tsx';
import classes from '../../components/report.module.css';
import { moment } from '../../format/moment.ts';
import { nanoDollars } from '../../format/nano-dollars.ts';
import { percent } from '../../format/percent.ts';
import { BudgetForm } from './budget-form.tsx';
import { BudgetHistory } from './budget-history.tsx';
import { budgetWords, sharesOf } from './budget-words.ts';

/** What may be spent, how much of it is, and who changed it why. */
export function BudgetsPanel({ budgets }: { readonly budgets: readonly BudgetState[] }) {
  const [opened, setOpened] = useState<BudgetState | 'new' | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const history = useQuery(budgetsQuery());
  return (
    <Panel
      id="budgets"
      title="Budgets"
      subtitle="A call that does not fit is refused before it is sent"
      controls={
        <Button size="xs" variant="default" aria-haspopup="dialog" onClick={() => setOpened('new')}>
          New budget
        </Button>
      }
    >
      <div role="status">{done === null ? null : <p className={classes.message}>{done}</p>}</div>
      <ul className={classes.list}>
        {budgets.length === 0 ? <li>No budget is in force: nothing limits what is spent.</li> : null}
        {budgets.map((state) => (
          <BudgetItem key={state.budget.id} state={state} onOpen={() => setOpened(state)} />
        ))}
      </ul>
      <BudgetHistory changes={history.data?.changes ?? []} />
      <Drawer.Root opened={opened !== null} onClose={() => setOpened(null)} position="right">
        <Drawer.Overlay />
        <Drawer.Content>
          {/* The library's own head of a drawer is a second banner of the page, which screen readers stumble over. */}
          <Group justify="space-between" p="md">
            <Drawer.Title fw={600}>{opened === 'new' ? 'New budget' : 'Change a budget'}</Drawer.Title>
            <Drawer.CloseButton aria-label="Close" />
          </Group>
          <Drawer.Body>
            {opened === null ? null : (
              <BudgetForm
                state={opened === 'new' ? null : opened}
                onDone={(message) => {
                  setOpened(null);
                  setDone(message);
                }}
              />
            )}
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </Panel>
  );
}

function BudgetItem({ state, onOpen }: { readonly state: BudgetState; readonly onOpen: () => void }) {
  const { budget, spentNanoUsd, heldNanoUsd, nextWindowStart } = state;
  const { spent, held } = sharesOf(state);
  return (
    <li>
      <div className={classes.line}>
        <span className={classes.name}>{budget.id}</span>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-haspopup="dialog"
          aria-label={`Change ${budget.id}`}
          onClick={onOpen}
        >
          Change
        </Button>
      </div>
      <div className={classes.muted}>{budgetWords(budget)}</div>
      <div className={classes.bar} data-tone={spent >= 1 ? 'over' : undefined} aria-hidden="true">
        <span data-tone="held" style={{ width: `${Math.min(1, spent + held) * 100}%` }} />
        <span style={{ width: `${Math.min(1, spent) * 100}%` }} />
      </div>
      <div className={classes.line}>
        <span>
          {nanoDollars(spentNanoUsd)} of {nanoDollars(budget.limitNanoUsd)} ({percent(spent)})
        </span>
        <span className={classes.muted}>
          {heldNanoUsd === '0' ? '' : `${nanoDollars(heldNanoUsd)} held, `}
          {nextWindowStart === null ? 'rolls on' : `anew ${moment(nextWindowStart)}`}
        </span>
      </div>
    </li>
  );
}
