'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconTargetArrow } from '@tabler/icons-react';
import { accuracyQuery } from '../../api/market-time-queries.ts';
import type { Accuracy } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { StatCard } from '../../components/stat-card.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import { AccuracyTable } from './accuracy-table.tsx';
import { CalibrationPlot } from './calibration-plot.tsx';
import classes from './market-time.module.css';
import { MissParts } from './miss-parts.tsx';
import { SeverityPanel } from './severity-panel.tsx';
import { RecordTable } from './record-table.tsx';

/** How the predictions that came due did: the misses included. */
export function AccuracyPage() {
  const answer = useQuery(accuracyQuery());
  return (
    <>
      <PageHead
        title="Accuracy"
        subtitle="Every prediction is stored before its day, never changed, and scored once. The misses are included."
      >
        {answer.data?.synthetic ? <SyntheticTag /> : null}
      </PageHead>
      {answer.isError ? (
        <FailureNotice
          what="The accuracy could not be loaded"
          problem={answer.error}
          onRetry={() => void answer.refetch()}
        />
      ) : answer.data === undefined ? (
        <Skeleton height={420} radius="lg" aria-hidden="true" />
      ) : answer.data.settledCount === 0 ? (
        <Panel id="accuracy" title="Nothing has come due yet">
          <EmptyNotice icon={<IconTargetArrow size={28} />} title="No accuracy is claimed">
            {`${count(answer.data.openCount)} predictions wait for their day. They are scored when it has come and enough cars have sold around it.`}
          </EmptyNotice>
        </Panel>
      ) : (
        <AccuracyView report={answer.data} />
      )}
      <div className={classes.below}>
        <SeverityPanel />
      </div>
    </>
  );
}

function AccuracyView({ report }: { readonly report: Accuracy }) {
  const { overall, skill, decaySince, settledCount, openCount } = report;
  const share = (value: number | null): string | null => (value === null ? null : percent(value, { digits: 1 }));
  const coverage = report.calibration.find(({ confidenceLevel }) => confidenceLevel === 0.9);
  return (
    <div className={classes.stack}>
      <div className={classes.cards}>
        <StatCard
          label="Median error"
          value={share(overall.medianError)}
          note={
            overall.naiveMedianError === null
              ? ''
              : `${percent(overall.naiveMedianError, { digits: 1 })} for the price of the day`
          }
        />
        <StatCard
          label="Within 10%"
          value={share(overall.within10)}
          note={`${share(overall.within5) ?? '–'} within 5%, ${share(overall.within20) ?? '–'} within 20%`}
        />
        <StatCard
          label="90% intervals hold"
          value={coverage === undefined ? null : percent(coverage.share, { digits: 1 })}
          note={coverage === undefined ? 'No intervals yet' : `of ${count(coverage.count)} prices`}
        />
        <StatCard label="Settled" value={count(settledCount)} note={`${count(openCount)} wait for their day`} />
      </div>
      <Panel
        id="skill"
        title={skill.hasSkill ? 'Better than the price of the day' : 'No skill over the price of the day is shown'}
        subtitle={`Diebold-Mariano test against today's price as the forecast: p ${skill.pValue === null ? '–' : skill.pValue < 0.001 ? '< 0.001' : skill.pValue.toFixed(3)}${skill.hasSkill ? '' : '. Predictions without skill give no advice.'}`}
      >
        {decaySince === null ? (
          <p className={classes.note}>Errors are no worse than in the first months on record.</p>
        ) : (
          <p className={classes.verdict}>
            <strong>Alarm:</strong> errors are worse than before since {decaySince}.
          </p>
        )}
      </Panel>
      <div className={classes.pair}>
        <Panel id="calibration" title="Calibration" subtitle="What intervals promise, and what they held">
          <CalibrationPlot points={report.calibration} />
          <p className={classes.note}>
            {`${report.uniformity.pValue < 0.05 ? 'The distributions do not hold what they state' : 'Nothing speaks against the distributions'}: Kolmogorov-Smirnov distance ${report.uniformity.distance.toFixed(3)}, p ${report.uniformity.pValue < 0.001 ? '< 0.001' : report.uniformity.pValue.toFixed(3)}, counted as ${count(report.uniformity.independentCount)} days.`}
          </p>
        </Panel>
        <Panel id="horizons" title="By horizon">
          <AccuracyTable label="Accuracy by horizon" rows={[overall, ...report.byHorizon]} />
        </Panel>
      </div>
      {report.attribution === null ? null : (
        <Panel id="parts" title="What the misses came from" subtitle="Against the prices paid around the day">
          <MissParts attribution={report.attribution} />
        </Panel>
      )}
      <Panel id="bands" title="By predicted price">
        <AccuracyTable label="Accuracy by predicted price" rows={report.byPriceBand} />
      </Panel>
      <Panel id="segments" title="By segment">
        <AccuracyTable label="Accuracy by segment" rows={report.bySegment} namesSegments />
      </Panel>
      <Panel id="misses" title="Largest misses">
        <RecordTable label="The predictions with the largest errors" entries={report.misses} />
      </Panel>
      <Panel id="record" title="Track record" subtitle="Newest first">
        <RecordTable label="All settled predictions" entries={report.trackRecord} />
      </Panel>
      <p className={classes.note}>{report.disclaimer}</p>
    </div>
  );
}
