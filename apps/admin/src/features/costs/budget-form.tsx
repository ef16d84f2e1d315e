import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BudgetState, ChangeBudgetRequest } from '../../api/answers.ts';
import { useChangeBudget, useRemoveBudget } from '../../api/use-money-changes.ts';
import { ReasonField } from '../../components/reason-field.tsx';
import { type BudgetFields, fieldsOf, requestOf } from './budget-fields.ts';
import { budgetWords } from './budget-words.ts';

const SCOPES = [
  { value: 'global', label: 'Everything' },
  { value: 'feature', label: 'A feature' },
  { value: 'user', label: 'A user' },
  { value: 'model', label: 'A model' },
  { value: 'job', label: 'A job' },
];
const PERIODS = [
  { value: 'day', label: 'A day' },
  { value: 'week', label: 'A week' },
  { value: 'month', label: 'A month' },
];

export interface BudgetFormProps {
  /** `null` for a new one. */
  readonly state: BudgetState | null;
  readonly onDone: (message: string) => void;
}

/** Changes a budget, makes one, or takes one out of force. A reason is asked for every time. */
export function BudgetForm({ state, onDone }: BudgetFormProps) {
  const [fields, setFields] = useState<BudgetFields>(() => fieldsOf(state));
  const [fault, setFault] = useState<string | null>(null);
  const change = useChangeBudget({ onChanged: () => onDone(`The budget "${fields.id}" is in force.`) });
  const remove = useRemoveBudget({ onChanged: () => onDone(`The budget "${fields.id}" is out of force.`) });
  const problem = fault ?? change.error?.message ?? remove.error?.message ?? null;
  const set = (part: Partial<BudgetFields>) => setFields({ ...fields, ...part });
  const attempt = (send: (request: ChangeBudgetRequest) => void) => (event: FormEvent) => {
    event.preventDefault();
    const request = requestOf(fields, state);
    setFault(typeof request === 'string' ? request : null);
    if (typeof request !== 'string') send(request);
  };
  return (
    <form onSubmit={attempt((request) => change.mutate(request))}>
      <Stack gap="sm">
        {state === null ? (
          <>
            <TextInput
              label="Name"
              required
              value={fields.id}
              onChange={(event) => set({ id: event.currentTarget.value })}
            />
            <Select
              label="What it counts"
              data={SCOPES}
              allowDeselect={false}
              value={fields.scope}
              onChange={(scope) => set({ scope: scope ?? 'global' })}
            />
            {fields.scope === 'global' ? null : (
              <TextInput
                label="Which one"
                required
                value={fields.scopeKey}
                onChange={(event) => set({ scopeKey: event.currentTarget.value })}
              />
            )}
            <Select
              label="Over which time"
              data={PERIODS}
              allowDeselect={false}
              value={fields.period}
              onChange={(period) => set({ period: period ?? 'month' })}
            />
            <TextInput
              label="Time zone"
              description="IANA name, such as Europe/Berlin"
              required
              value={fields.timeZone}
              onChange={(event) => set({ timeZone: event.currentTarget.value })}
            />
          </>
        ) : (
          <Text size="sm">
            <strong>{state.budget.id}</strong>: {budgetWords(state.budget)}
          </Text>
        )}
        <TextInput
          label="Limit in dollars"
          inputMode="decimal"
          required
          value={fields.limit}
          onChange={(event) => set({ limit: event.currentTarget.value })}
        />
        <TextInput
          label="Alert at per cent of it"
          description="Several with commas between them"
          value={fields.alertAt}
          onChange={(event) => set({ alertAt: event.currentTarget.value })}
        />
        <ReasonField value={fields.reason} onChange={(reason) => set({ reason })} maxLength={2000} />
        <Text size="sm" c="var(--loss)" role="alert">
          {problem}
        </Text>
        <Group gap="xs" grow>
          <Button type="submit" loading={change.isPending}>
            Put in force
          </Button>
          {state === null ? null : (
            <Button
              variant="default"
              loading={remove.isPending}
              onClick={attempt(({ id, reason }) => remove.mutate({ id, reason }))}
            >
              Take out of force
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
