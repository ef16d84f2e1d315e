import type { PromptOptimisation } from '../../api/answers.ts';
import { Tag } from '../../components/tag.tsx';
import { instant } from '../../format/calendar.ts';
import { nanoDollars } from '../../format/nano-dollars.ts';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import classes from './prompts-page.module.css';

/** One run of the optimiser: what came of it, and its ledger. */
export function OptimisationCard({ run }: { readonly run: PromptOptimisation }) {
  const {
    status,
    reason,
    candidateVersion,
    heldOut,
    caseCounts,
    steps,
    proposer,
    spentNanoUsd,
    budgetNanoUsd,
    requestedBy,
    requestReason,
  } = run;
  return (
    <div style={{ flex: '1 1 100%', minWidth: 0 }}>
      <div className={classes.line}>
        <strong>{candidateVersion === null ? 'No candidate' : `Candidate: version ${candidateVersion}`}</strong>
        <Tag tone={status === 'improved' ? 'green' : 'neutral'}>{status.replaceAll('-', ' ')}</Tag>
      </div>
      <div className={classes.muted}>{reason}</div>
      {heldOut === null ? null : (
        <div className={classes.muted}>
          Held-out cases: {points(heldOut.difference)} ({points(heldOut.interval.lower)} to{' '}
          {points(heldOut.interval.upper)}) on {count(heldOut.pairs)}
        </div>
      )}
      <div className={classes.muted}>
        {instant(run.startedAt)} · {proposer} · {nanoDollars(spentNanoUsd)} of {nanoDollars(budgetNanoUsd)} ·{' '}
        {count(caseCounts.train)} cases to learn, {count(caseCounts.validation)} to choose, {count(caseCounts.test)}{' '}
        held out
      </div>
      {requestedBy === null ? null : (
        <div className={classes.muted}>
          Asked for by {requestedBy}: {requestReason}
        </div>
      )}
      {steps.length === 0 ? null : (
        <details>
          <summary>Everything that was tried</summary>
          <ol>
            {steps.map((step, index) => (
              // Steps are only ever appended: their places name them.
              <li key={index}>
                <div className={classes.muted}>
                  {step.kind}, round {step.round}, {step.part}:{' '}
                  {step.score === null ? 'no score' : percent(step.score, { digits: 1 })}, {count(step.passedCaseCount)}{' '}
                  of {count(step.caseCount)} passed
                  {step.dropped === null ? '' : `; dropped: ${step.dropped}`}
                </div>
                <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: '4px 0 8px' }}>
                  {step.systemPrompt}
                </pre>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

function points(share: number): string {
  return percent(share, { digits: 1, signed: true });
}
