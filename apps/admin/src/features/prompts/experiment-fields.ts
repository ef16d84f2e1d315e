import type { CreateExperimentRequest } from '../../api/answers.ts';

/** An experiment of two arms as somebody writes it. */
export interface ExperimentFields {
  readonly key: string;
  readonly subject: CreateExperimentRequest['subject'];
  readonly description: string;
  readonly control: string;
  readonly arm: string;
  readonly metric: string;
  readonly kind: 'rate' | 'mean';
  readonly better: 'higher' | 'lower';
  /** In the unit of the metric, per cent points for a rate; empty for none. */
  readonly margin: string;
  readonly minimumUnits: string;
}

export const NEW_EXPERIMENT: ExperimentFields = {
  key: '',
  subject: 'prompt',
  description: '',
  control: '',
  arm: '',
  metric: '',
  kind: 'rate',
  better: 'higher',
  margin: '',
  minimumUnits: '100',
};

/** What is sent; one sentence where a field cannot be read. */
export function experimentOf(fields: ExperimentFields): CreateExperimentRequest | string {
  const { key, subject, description, control, arm, metric, kind, better, margin, minimumUnits } = fields;
  const units = Number(minimumUnits);
  if (!Number.isInteger(units) || units < 2)
    return 'The units of each arm are a whole number from 2: write them as 100.';
  const difference = margin.trim() === '' ? null : Number(margin) / (kind === 'rate' ? 100 : 1);
  if (difference !== null && !(difference > 0))
    return 'The difference that does not matter is a number above 0, or nothing.';
  if (control.trim() === arm.trim()) return 'Both arms run the same: name two different ones.';
  return {
    key: key.trim(),
    subject,
    description: description.trim(),
    arms: [
      { name: 'control', weight: 1, subject: control.trim() },
      { name: 'challenger', weight: 1, subject: arm.trim() },
    ],
    primary: { name: metric.trim(), kind, better },
    minimumUnits: units,
    ...(difference === null ? {} : { equivalenceMargin: difference }),
  };
}

/** A share of units from per cent; one sentence where it cannot be read. */
export function shareOf(perCent: string): number | string {
  const share = Number(perCent) / 100;
  return perCent.trim() !== '' && share >= 0 && share <= 1
    ? share
    : 'The share is a number of per cent from 0 to 100: write it as 10.';
}
