import { Button, MultiSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { OptionChoice, OptionValue } from '../../api/answers.ts';
import { useOptionChoice } from '../../api/option-queries.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { money } from '../../format/money.ts';
import classes from './options.module.css';

const FIRST_BUDGET = 15_000;

export interface ChoicePanelProps {
  readonly market: string;
  readonly model: string;
  readonly values: readonly OptionValue[];
  readonly currency: string;
}

/** Which options to order within a budget, and why each is in or out. */
export function ChoicePanel({ market, model, values, currency }: ChoicePanelProps) {
  const [budget, setBudget] = useState(FIRST_BUDGET);
  const [mustHave, setMustHave] = useState<string[]>([]);
  const [neverChoose, setNeverChoose] = useState<string[]>([]);
  const choice = useOptionChoice();
  const offered = values
    .filter(({ listPrice }) => listPrice !== null && listPrice > 0)
    .map(({ code, name }) => ({ value: code, label: name }));
  const ask = () => choice.mutate({ market, model, budget, mustHave, neverChoose });
  return (
    <Panel
      id="choice"
      title="What to order"
      subtitle="The exact choice whose resale less cost is best in four cases of five, by the rules of the catalogue"
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <NumberInput
          label="Budget"
          min={0}
          max={10_000_000}
          step={1_000}
          thousandSeparator=","
          value={budget}
          onChange={(value) => setBudget(Number(value) || 0)}
        />
        <MultiSelect
          label="Must have"
          data={offered.filter(({ value }) => !neverChoose.includes(value))}
          value={mustHave}
          onChange={setMustHave}
          searchable
        />
        <MultiSelect
          label="Never"
          data={offered.filter(({ value }) => !mustHave.includes(value))}
          value={neverChoose}
          onChange={setNeverChoose}
          searchable
        />
        <Button type="submit" loading={choice.isPending}>
          Choose
        </Button>
      </form>
      {choice.isError ? (
        <FailureNotice what="No choice could be made" problem={choice.error} onRetry={ask} />
      ) : choice.data === undefined ? null : (
        <ChosenOptions choice={choice.data} currency={currency} />
      )}
    </Panel>
  );
}

function ChosenOptions({ choice, currency }: { readonly choice: OptionChoice; readonly currency: string }) {
  const { cost, gain, options } = choice;
  const amount = (number: number) => money(Math.round(number), { currency });
  return (
    <div role="status">
      <p className={classes.verdict}>
        Order for <strong>{amount(cost)}</strong>: in four cases of five at least <strong>{amount(gain)}</strong> more
        comes back than is paid.
      </p>
      <ul className={classes.reasons}>
        {options.map(({ code, name, chosen, reason }) => (
          <li key={code} data-chosen={chosen}>
            <span className={classes.mark}>{chosen ? 'in' : 'out'}</span>
            <span>
              {name} <span className={classes.small}>{reason}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
