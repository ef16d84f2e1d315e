import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import type { Experiment } from '../../api/answers.ts';
import { useChangeExperiment } from '../../api/prompt-queries.ts';
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
  const problem =
    fault ??
    (change.error === null
      ? null
      : change.error instanceof ApiProblem
        ? change.error.message
        : 'The server cannot be reached: try again.');
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
        <Textarea
          label="Reason"
          description="It is kept for good"
          required
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        {problem === null ? null : (
          <Alert color="red" variant="default" role="alert" title="Nothing was changed">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending} disabled={reason.trim() === ''}>
            {action === 'stop' ? 'Stop for good' : 'Change'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
