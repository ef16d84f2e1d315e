import { Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Experiment } from '../../api/answers.ts';
import { useChangeExperiment } from '../../api/prompt-queries.ts';
import { ChangeFormEnd, refusalOf } from '../../components/change-form-end.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { percent } from '../../format/percent.ts';
import { shareOf } from './experiment-fields.ts';

/** Changes the share of units that takes part, or stops an experiment for good, with a reason. */
export function ExperimentChangeForm({
  action,
  experiment,
  onDone,
}: {
  readonly action: 'ramp' | 'stop';
  readonly experiment: Experiment;
  readonly onDone: () => void;
}) {
  const [perCent, setPerCent] = useState(`${Math.round(experiment.exposureShare * 1000) / 10}`);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const change = useChangeExperiment();
  const problem = fault ?? refusalOf(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const share = action === 'stop' ? 0 : shareOf(perCent);
    setFault(typeof share === 'string' ? share : null);
    if (typeof share === 'string') return;
    const sent = { key: experiment.key, action, reason: reason.trim() };
    change.mutate(action === 'stop' ? sent : { ...sent, exposureShare: share }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          {action === 'stop' ? (
            <>
              Nobody is assigned by <strong>{experiment.key}</strong> from now on. Values of units that took part still
              count. It cannot be started again.
            </>
          ) : (
            <>
              {percent(experiment.exposureShare)} take part in <strong>{experiment.key}</strong>. Whoever took part
              stays in the same arm.
            </>
          )}
        </Text>
        {action === 'stop' ? null : (
          <TextInput
            label="Take part, per cent"
            inputMode="decimal"
            required
            value={perCent}
            onChange={(event) => setPerCent(event.currentTarget.value)}
          />
        )}
        <ReasonField value={reason} onChange={setReason} isFirst />
        <ChangeFormEnd
          problem={problem}
          failed="Nothing was changed"
          action={action === 'stop' ? 'Stop for good' : 'Change'}
          isPending={change.isPending}
          isReady={reason.trim() !== ''}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}
