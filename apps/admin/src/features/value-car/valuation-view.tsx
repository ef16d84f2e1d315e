'use client';

import { Alert, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconInfoCircle, IconTag } from '@tabler/icons-react';
import { ApiProblem } from '../../api/api-problem.ts';
import { valuationQuery } from '../../api/valuation-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import type { CarForm } from './car-form.ts';
import { toRequest } from './car-form.ts';
import { ChangesPanel } from './changes-panel.tsx';
import { ComparablesPanel } from './comparables-panel.tsx';
import { ContributionsPanel } from './contributions-panel.tsx';
import { OutlookPanel } from './outlook-panel.tsx';
import { ScatterPanel } from './scatter-panel.tsx';
import { ValuePanel } from './value-panel.tsx';
import classes from './value-car-page.module.css';

/** The answer for the car that was sent, or what stands in its place. */
export function ValuationView({ form }: { readonly form: CarForm }) {
  const car = toRequest(form);
  const valuation = useQuery(valuationQuery(car));
  const { data: answer, error } = valuation;
  if (car === null) {
    return (
      <Panel id="value" title="Its value">
        <EmptyNotice icon={<IconTag size={28} />} title="Which car?">
          Choose make, model and model year. Miles, trim and options make the value sharper. The address of the answer
          can be shared.
        </EmptyNotice>
      </Panel>
    );
  }
  if (error instanceof ApiProblem && error.status === 422) {
    return (
      <Panel id="value" title="Its value">
        <Alert
          variant="default"
          role="status"
          title="No value is given"
          icon={<IconInfoCircle size={18} aria-hidden="true" />}
        >
          <Text size="sm">{error.message}</Text>
          <Text size="sm" c="dimmed" mt={4}>
            Choose another spelling or a wider car: leave out the trim or the generation.
          </Text>
        </Alert>
      </Panel>
    );
  }
  if (error !== null && answer === undefined) {
    return (
      <FailureNotice what="The car could not be valued" problem={error} onRetry={() => void valuation.refetch()} />
    );
  }
  if (answer === undefined) {
    return (
      <div className={classes.results} aria-busy="true">
        {[190, 340, 380].map((height) => (
          <Skeleton key={height} height={height} radius="lg" aria-hidden="true" />
        ))}
      </div>
    );
  }
  return (
    <div
      className={classes.results}
      aria-busy={valuation.isPlaceholderData}
      style={{ opacity: valuation.isPlaceholderData ? 0.6 : 1 }}
    >
      <ValuePanel answer={answer} />
      <div className={classes.pair}>
        <ScatterPanel answer={answer} />
        <ContributionsPanel answer={answer} />
      </div>
      <OutlookPanel answer={answer} />
      <ComparablesPanel answer={answer} />
      <ChangesPanel answer={answer} />
    </div>
  );
}
