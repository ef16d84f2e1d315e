'use client';

import { Button, MultiSelect, NumberInput, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { taxonomyQuery } from '../../api/valuation-queries.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { type CarForm, isBody, toRequest } from './car-form.ts';
import { ChoiceField } from './choice-field.tsx';
import { trimsOf, withChange, yearsOf } from './line-narrowing.ts';
import classes from './value-car-page.module.css';
import { optionName, partName } from './value-words.ts';

export interface CarFormPanelProps {
  /** What the fields hold at first: the form of the address. */
  readonly initial: CarForm;
  readonly busy: boolean;
  readonly onSend: (form: CarForm) => void;
}

/** The car in fields that narrow each other: make, model, generation, trim, year, and what else is known of it. */
export function CarFormPanel({ initial, busy, onSend }: CarFormPanelProps) {
  const [form, setForm] = useState(initial);
  const names = useQuery(taxonomyQuery({ make: form.make, model: form.model }));
  const line = names.isPlaceholderData ? null : (names.data?.line ?? null);
  const thisYear = new Date().getFullYear();
  const change = (changed: Partial<CarForm>) => setForm((before) => withChange(before, changed, { line, thisYear }));
  const counted = (choices: readonly { readonly name: string; readonly saleCount: number }[] = []) =>
    choices.map(({ name, saleCount }) => ({ value: name, label: name, saleCount }));
  const inWords = (choices: readonly { readonly name: string; readonly saleCount: number }[] = []) =>
    choices.map(({ name, saleCount }) => ({ value: name, label: partName(name), saleCount }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(form);
  };
  const models = names.isPlaceholderData && names.data?.line === null ? [] : (names.data?.models ?? []);

  return (
    <Panel id="car" title="The car">
      {names.isError ? (
        <FailureNotice
          what="The names of cars could not be loaded"
          problem={names.error}
          onRetry={() => void names.refetch()}
        />
      ) : (
        <form className={classes.form} onSubmit={send}>
          <ChoiceField
            label="Make"
            placeholder="Choose a make"
            required
            choices={counted(names.data?.makes)}
            value={form.make}
            onChange={(make) => change({ make })}
          />
          <ChoiceField
            label="Model"
            placeholder={form.make === null ? 'After the make' : 'Choose a model'}
            required
            disabled={form.make === null}
            choices={counted(models)}
            value={form.model}
            onChange={(model) => change({ model })}
          />
          <ChoiceField
            label="Generation"
            placeholder="Any, by the year"
            disabled={line === null || line.generations.length === 0}
            choices={(line?.generations ?? []).map(({ name, saleCount, firstModelYear, lastModelYear }) => ({
              value: name,
              label: firstModelYear === null ? name : `${name} (${firstModelYear}–${lastModelYear ?? 'today'})`,
              saleCount,
            }))}
            value={form.generation}
            onChange={(generation) => change({ generation })}
          />
          <ChoiceField
            label="Trim"
            placeholder="Any"
            disabled={line === null || line.trims.length === 0}
            choices={line === null ? [] : counted(trimsOf(line, form.generation))}
            value={form.trim}
            onChange={(trim) => change({ trim })}
          />
          {line !== null && yearsOf(line, form, { thisYear }).length === 0 ? (
            <NumberInput
              label="Model year"
              placeholder="Such as 2017"
              required
              withAsterisk={false}
              min={1886}
              max={2200}
              allowDecimal={false}
              hideControls
              value={form.year ?? ''}
              onChange={(year) => setForm({ ...form, year: typeof year === 'number' ? year : null })}
            />
          ) : (
            <ChoiceField
              label="Model year"
              placeholder={line === null ? 'After the model' : 'Choose a year'}
              required
              disabled={line === null}
              choices={(line === null ? [] : yearsOf(line, form, { thisYear })).map((year) => ({
                value: String(year),
                label: String(year),
              }))}
              value={form.year === null ? null : String(form.year)}
              onChange={(year) => change({ year: year === null ? null : Number(year) })}
            />
          )}
          <NumberInput
            label="Miles"
            placeholder="Not known"
            min={0}
            max={2_000_000}
            allowDecimal={false}
            allowNegative={false}
            thousandSeparator=","
            hideControls
            value={form.miles ?? ''}
            onChange={(miles) => change({ miles: typeof miles === 'number' ? miles : null })}
          />
          <div className={classes.wide}>
            <div className={classes.fieldLabel} id="gearbox-label">
              Gearbox
            </div>
            <SegmentedControl
              fullWidth
              size="sm"
              aria-labelledby="gearbox-label"
              data={[
                { value: '', label: 'As usual' },
                { value: 'manual', label: 'Manual' },
                { value: 'automatic', label: 'Automatic' },
              ]}
              value={form.transmission ?? ''}
              onChange={(gearbox) =>
                change({ transmission: gearbox === 'manual' || gearbox === 'automatic' ? gearbox : null })
              }
            />
          </div>
          <ChoiceField
            label="Body"
            placeholder="As usual"
            disabled={line === null}
            choices={inWords(line?.bodies)}
            value={form.body}
            onChange={(body) => change({ body: isBody(body) ? body : null })}
          />
          <ChoiceField
            label="Color"
            placeholder="Any"
            disabled={line === null}
            choices={inWords(line?.colors)}
            value={form.color}
            onChange={(color) => change({ color })}
          />
          <MultiSelect
            className={classes.wide}
            label="Options"
            placeholder={form.options.length === 0 ? 'None known' : undefined}
            searchable
            clearable
            disabled={line === null}
            withScrollArea={false}
            comboboxProps={{ withinPortal: false }}
            classNames={{ options: classes.options }}
            clearButtonProps={{ 'aria-label': 'Clear options' }}
            nothingFoundMessage="No option has these words"
            data={[...new Set([...(line?.options ?? []).map(({ name }) => name), ...form.options])].map((name) => ({
              value: name,
              label: optionName(name),
            }))}
            value={[...form.options]}
            onChange={(options) => change({ options })}
          />
          <Button className={classes.wide} type="submit" loading={busy} disabled={toRequest(form) === null}>
            Value this car
          </Button>
        </form>
      )}
    </Panel>
  );
}
