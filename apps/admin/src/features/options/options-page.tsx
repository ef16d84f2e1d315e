'use client';

import { Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAdjustmentsDollar } from '@tabler/icons-react';
import { useState } from 'react';
import { optionValuesQuery } from '../../api/option-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { day } from '../../format/calendar.ts';
import { money } from '../../format/money.ts';
import { count } from '../../format/quantity.ts';
import { PageHead } from '../../components/page-head.tsx';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import { useChosenSegment } from '../market-time/use-chosen-segment.ts';
import { ChoicePanel } from './choice-panel.tsx';
import { ValueLadder } from './value-ladder.tsx';
import classes from './options.module.css';

const MAKE = 'Porsche';

/** What options are worth on used cars, and which to order. */
export function OptionsPage() {
  const { market, segments, synthetic, isEmpty, failed } = useChosenSegment();
  const models = [...new Set(segments.flatMap(({ make, model }) => (make === MAKE && model !== null ? [model] : [])))];
  const [chosen, choose] = useState<string | null>(null);
  const model = chosen ?? (models.includes('911') ? '911' : (models[0] ?? null));
  return (
    <>
      <PageHead
        title="Options"
        subtitle="What options and colors add to the price of a used car, cars alike in all that is recorded compared"
      >
        {synthetic ? <SyntheticTag /> : null}
      </PageHead>
      {failed !== null ? (
        <FailureNotice
          what="The model lines could not be loaded"
          problem={failed.error}
          onRetry={() => void failed.refetch()}
        />
      ) : isEmpty || (segments.length > 0 && model === null) ? (
        <EmptyNotice icon={<IconAdjustmentsDollar size={28} />} title="No sales to compare yet">
          Options are valued when sales of a Porsche line are imported and the day&rsquo;s analysis has run.
        </EmptyNotice>
      ) : market === null || model === null ? (
        <Skeleton height={420} radius="md" aria-hidden="true" />
      ) : (
        <OptionsOfModel key={model} market={market} model={model} models={models} onChoose={choose} />
      )}
    </>
  );
}

function OptionsOfModel(props: {
  readonly market: string;
  readonly model: string;
  readonly models: readonly string[];
  readonly onChoose: (model: string) => void;
}) {
  const { market, model, models, onChoose } = props;
  const answer = useQuery(optionValuesQuery({ market, model }));
  const picker = (
    <Select
      aria-label="Model line"
      data={[...models]}
      value={model}
      onChange={(value) => {
        if (value !== null) onChoose(value);
      }}
      allowDeselect={false}
      w={150}
    />
  );
  if (answer.data === undefined) {
    return (
      <Panel id="ladder" title={`${MAKE} ${model}`} controls={picker}>
        {answer.isError ? (
          <FailureNotice
            what="The values could not be loaded"
            problem={answer.error}
            onRetry={() => void answer.refetch()}
          />
        ) : (
          <Skeleton height={420} radius="md" aria-hidden="true" />
        )}
      </Panel>
    );
  }
  const { values, colors, tooFew, saleCount, typicalPrice, asOf, market: prices, disclaimer } = answer.data;
  const { currency } = prices;
  return (
    <div className={classes.stack}>
      <Panel
        id="ladder"
        title={`${MAKE} ${model}`}
        subtitle={`${count(saleCount)} sales up to ${day(asOf)}; a typical one at ${money(typicalPrice, { currency })}. Bars are 90% intervals.`}
        controls={picker}
      >
        <ValueLadder label="Values of options" values={values} currency={currency} />
        {tooFew.length === 0 ? null : (
          <p className={classes.note}>
            Too few cars for a number: {tooFew.map(({ name, found }) => `${name} (${count(found)})`).join(', ')}.
          </p>
        )}
      </Panel>
      <Panel
        id="colors"
        title="Colors and rarity"
        subtitle="Each color against all others, a rare one against the rest"
      >
        <ValueLadder label="Values of colors" values={colors} currency={currency} />
      </Panel>
      <ChoicePanel market={market} model={model} values={values} currency={currency} />
      <p className={classes.note}>{disclaimer}</p>
    </div>
  );
}
