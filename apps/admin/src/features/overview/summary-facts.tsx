import type { Insight } from '../../api/answers.ts';
import { reportInsightOpened } from '../../api/report-insight-opened.ts';
import { countOf } from '../../format/quantity.ts';
import { factText } from './fact-text.ts';
import classes from './summary-facts.module.css';

/** Every fact behind a text, closed until asked for. */
export function SummaryFacts({ insight }: { readonly insight: Pick<Insight, 'id' | 'facts'> }) {
  const { id, facts } = insight;
  if (facts.length === 0) return null;
  return (
    <details className={classes.facts} onToggle={({ currentTarget }) => currentTarget.open && reportInsightOpened(id)}>
      <summary>{countOf(facts.length, 'fact')} behind this text</summary>
      <div className={classes.list} tabIndex={0} role="region" aria-label="Facts">
        <dl>
          {facts.map((fact) => (
            <div key={fact.id} className={classes.fact}>
              <dt>{fact.formula}</dt>
              <dd>{factText(fact)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
