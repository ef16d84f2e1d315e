import { Button, Select, Stack, Switch, TagsInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Preferences } from '../../api/answers.ts';
import { useSavePreferences } from '../../api/preference-queries.ts';
import { taxonomyQuery } from '../../api/valuation-queries.ts';
import { Panel } from '../../components/panel.tsx';
import classes from '../../components/report.module.css';

const HORIZONS = [
  { value: '1m', label: '1 month' },
  { value: '3m', label: '3 months' },
  { value: '6m', label: '6 months' },
  { value: '1y', label: '1 year' },
] as const;
const DEPTHS = [
  { value: 'basic', label: 'Basic: the headline' },
  { value: 'standard', label: 'Standard' },
  { value: 'detailed', label: 'Detailed: with method and counts' },
] as const;

/** What the reader wants to be told, how, and of which cars. */
export function PreferencesPanel({ preferences }: { readonly preferences: Preferences }) {
  const [form, setForm] = useState(preferences);
  const [isSaved, setSaved] = useState(false);
  const save = useSavePreferences({ onSaved: () => setSaved(true) });
  const taxonomy = useQuery(taxonomyQuery({ make: 'Porsche', model: null }));
  const models = [...new Set((taxonomy.data?.models ?? []).map(({ name }) => name))];
  const change = (changed: Partial<Preferences>) => {
    setSaved(false);
    setForm((before) => ({ ...before, ...changed }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(form);
  };
  return (
    <Panel id="preferences" title="What you want to be told" subtitle="Kept for you alone; a webhook hands notices on">
      <div role="status">{isSaved ? <p className={classes.message}>Saved.</p> : null}</div>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Switch
            label="The notice of every daily run"
            checked={form.marketAlerts}
            onChange={(event) => change({ marketAlerts: event.currentTarget.checked })}
          />
          <Switch
            label="With predictions of the cars that I watch"
            checked={form.pricePredictions}
            disabled={!form.marketAlerts}
            onChange={(event) => change({ pricePredictions: event.currentTarget.checked })}
          />
          <Switch
            label="Every critical anomaly among the cars that I watch"
            checked={form.anomalyAlerts}
            onChange={(event) => change({ anomalyAlerts: event.currentTarget.checked })}
          />
          <TagsInput
            label="Models that I watch"
            description="Empty: every model"
            data={models}
            value={form.watchedModels}
            maxTags={100}
            onChange={(watchedModels) => change({ watchedModels })}
          />
          <TagsInput
            label="Trims that I watch"
            description="Such as GT3. Empty: every trim"
            value={form.watchedTrims}
            maxTags={100}
            onChange={(watchedTrims) => change({ watchedTrims })}
          />
          <TagsInput
            label="Segments that I watch besides"
            description="Such as porsche/911/992.1/gt3, with everything within"
            value={form.watchedSegments}
            maxTags={100}
            onChange={(watchedSegments) => change({ watchedSegments })}
          />
          <Select
            label="Horizon of predictions"
            data={HORIZONS}
            allowDeselect={false}
            value={form.horizon}
            onChange={(horizon) => change({ horizon: horizon as Preferences['horizon'] })}
          />
          <Select
            label="Depth of texts"
            data={DEPTHS}
            allowDeselect={false}
            value={form.depth}
            onChange={(depth) => change({ depth: depth as Preferences['depth'] })}
          />
          <Text size="sm" c="var(--loss)" role="alert">
            {save.error?.message}
          </Text>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
