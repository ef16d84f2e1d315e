import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useStartExperiment } from '../../api/prompt-queries.ts';
import { ChangeFormEnd, refusalOf } from '../../components/change-form-end.tsx';
import { ReasonField } from '../../components/reason-field.tsx';
import { type ExperimentFields, experimentOf, NEW_EXPERIMENT, shareOf } from './experiment-fields.ts';

const SUBJECTS = [
  { value: 'prompt', label: 'Prompts' },
  { value: 'model', label: 'Models' },
  { value: 'interface', label: 'The interface' },
];
const KINDS = [
  { value: 'rate', label: 'A rate: yes or no for each unit' },
  { value: 'mean', label: 'A mean: a number for each unit' },
];
const BETTER = [
  { value: 'higher', label: 'Higher is better' },
  { value: 'lower', label: 'Lower is better' },
];
const EXAMPLES: Readonly<Record<string, string>> = {
  prompt: 'such as market_summary@7',
  model: 'such as market_summary@openai/gpt-6-luna',
  interface: 'such as chart-with-table',
};

/** Describes an experiment of two arms and starts it. What is compared and how it is judged never changes afterwards. */
export function ExperimentForm({ onDone }: { readonly onDone: () => void }) {
  const [fields, setFields] = useState<ExperimentFields>(NEW_EXPERIMENT);
  const [perCent, setPerCent] = useState('10');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const start = useStartExperiment();
  const set = (part: Partial<ExperimentFields>) => setFields({ ...fields, ...part });
  const text = (name: 'key' | 'description' | 'control' | 'arm' | 'metric' | 'margin' | 'minimumUnits') => ({
    value: fields[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      set({ [name]: event.currentTarget.value }),
  });
  const problem = fault ?? refusalOf(start.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const experiment = experimentOf(fields);
    const exposureShare = shareOf(perCent);
    const wrong =
      typeof experiment === 'string' ? experiment : typeof exposureShare === 'string' ? exposureShare : null;
    setFault(wrong);
    if (typeof experiment === 'string' || typeof exposureShare === 'string') return;
    start.mutate({ experiment, exposureShare, reason: reason.trim() }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput label="Key" description="A stable name, such as shorter-summaries" required {...text('key')} />
        <Select
          label="What is compared"
          data={SUBJECTS}
          allowDeselect={false}
          value={fields.subject}
          onChange={(subject) => set({ subject: (subject ?? 'prompt') as ExperimentFields['subject'] })}
        />
        <TextInput label="Question" required maxLength={500} {...text('description')} />
        <Group grow align="start" gap="xs">
          <TextInput label="Control" description={EXAMPLES[fields.subject]} required {...text('control')} />
          <TextInput label="Challenger" description="What may take its place" required {...text('arm')} />
        </Group>
        <TextInput label="Metric" description="Told by the outcomes, such as opened" required {...text('metric')} />
        <Group grow gap="xs">
          <Select
            label="Kind"
            data={KINDS}
            allowDeselect={false}
            value={fields.kind}
            onChange={(kind) => set({ kind: kind === 'mean' ? 'mean' : 'rate' })}
          />
          <Select
            label="Direction"
            data={BETTER}
            allowDeselect={false}
            value={fields.better}
            onChange={(better) => set({ better: better === 'lower' ? 'lower' : 'higher' })}
          />
        </Group>
        <Group grow align="start" gap="xs">
          <TextInput
            label="Difference that does not matter"
            description={fields.kind === 'rate' ? 'In points; may be empty' : 'In its unit; may be empty'}
            inputMode="decimal"
            {...text('margin')}
          />
          <TextInput
            label="Units of each arm"
            description="Needed for a verdict"
            inputMode="numeric"
            required
            {...text('minimumUnits')}
          />
        </Group>
        <TextInput
          label="Take part at first, per cent"
          inputMode="decimal"
          required
          value={perCent}
          onChange={(event) => setPerCent(event.currentTarget.value)}
        />
        <ReasonField value={reason} onChange={setReason} />
        <ChangeFormEnd
          problem={problem}
          failed="It was not started"
          action="Start"
          isPending={start.isPending}
          isReady={reason.trim() !== ''}
          onCancel={onDone}
          note={
            <Text size="xs" c="dimmed">
              What is compared and how it is judged never changes afterwards; who takes part does.
            </Text>
          }
        />
      </Stack>
    </form>
  );
}
