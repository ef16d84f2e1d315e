import { Button, Group } from '@mantine/core';
import type { ArmComparison, Experiment } from '../../api/answers.ts';
import { Tag } from '../../components/tag.tsx';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import { EffectBar } from './effect-bar.tsx';
import { effectText, metricValue, VERDICT_NAMES, VERDICT_TONES } from './prompt-words.ts';
import classes from './prompts-page.module.css';

/** One experiment: who takes part, and the verdict on each arm. */
export function ExperimentCard({
  experiment,
  onAsk,
}: {
  readonly experiment: Experiment;
  /** Asks for a change of it. */
  readonly onAsk: (kind: 'ramp' | 'stop') => void;
}) {
  const { key, description, subject, status, exposureShare, analysis } = experiment;
  return (
    <div style={{ flex: '1 1 100%', minWidth: 0 }}>
      <div className={classes.line}>
        <strong>{key}</strong>
        <Tag>{subject}</Tag>
        <Tag tone={status === 'running' ? 'blue' : 'neutral'}>
          {status === 'running' ? `${percent(exposureShare)} take part` : 'Stopped'}
        </Tag>
        {analysis.sampleRatioMismatch ? <Tag tone="red">Units are spread wrongly</Tag> : null}
        {status === 'stopped' ? null : (
          <Group gap={6} ml="auto">
            <Button size="compact-xs" variant="default" onClick={() => onAsk('ramp')} aria-label={`Ramp ${key}`}>
              Ramp
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => onAsk('stop')} aria-label={`Stop ${key}`}>
              Stop
            </Button>
          </Group>
        )}
      </div>
      <div className={classes.muted}>{description}</div>
      <div className={classes.muted}>
        {analysis.units.map(({ arm, count: units }) => `${arm}: ${count(units)}`).join(' · ')}
        {analysis.crossedCount === 0 ? '' : ` · ${count(analysis.crossedCount)} met two arms and are left out`}
      </div>
      {analysis.comparisons.map((comparison) => (
        <Comparison key={comparison.arm} comparison={comparison} experiment={experiment} />
      ))}
    </div>
  );
}

function Comparison({
  comparison,
  experiment,
}: {
  readonly comparison: ArmComparison;
  readonly experiment: Experiment;
}) {
  const { arm, verdict, reason, basis, guardrails } = comparison;
  const metric = basis === 'proxy' && experiment.proxy ? experiment.proxy : experiment.primary;
  const effect = basis === 'proxy' && comparison.proxy ? comparison.proxy : comparison.primary;
  const kindOf = (name: string) => experiment.guardrails?.find((guardrail) => guardrail.name === name)?.kind ?? 'mean';
  return (
    <div style={{ marginTop: 10 }}>
      <div className={classes.line}>
        <span>
          {arm} against {experiment.arms[0]?.name}
        </span>
        <Tag tone={VERDICT_TONES[verdict]}>{VERDICT_NAMES[verdict]}</Tag>
        {basis === 'proxy' ? <Tag tone="yellow">Provisional: by {metric.name}</Tag> : null}
      </div>
      <div className={classes.muted}>{reason}</div>
      {effect.controlMean === null || effect.armMean === null ? null : (
        <div className={classes.muted}>
          {metric.name}: {metricValue(effect.controlMean, metric.kind)} → {metricValue(effect.armMean, metric.kind)}
        </div>
      )}
      <EffectBar effect={effect} kind={metric.kind} />
      {guardrails.map((guardrail) => (
        <div key={guardrail.metric} className={classes.muted}>
          Guardrail {guardrail.metric}: {guardrail.status}, {effectText(guardrail, kindOf(guardrail.metric))}
        </div>
      ))}
    </div>
  );
}
