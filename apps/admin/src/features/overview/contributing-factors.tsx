import type { Anomaly } from '../../api/answers.ts';
import { percent } from '../../format/percent.ts';
import classes from './anomaly-drawer.module.css';

/** Why the price stands out, strongest reason first. An effect on the logarithm is shown as its per cent of the price. */
export function ContributingFactors({ factors }: { readonly factors: Anomaly['contributingFactors'] }) {
  if (factors.length === 0) return null;
  const ordered = factors.toSorted((one, other) => Math.abs(other.logEffect) - Math.abs(one.logEffect));
  const together = factors.reduce((sum, { logEffect }) => sum + logEffect, 0);
  return (
    <section>
      <h3 className={classes.heading}>Contributing factors</h3>
      <ul className={classes.list}>
        {ordered.map((factor) => (
          <li key={factor.name} className={classes.factor}>
            <span className={classes.name}>{factor.name}</span>
            <span className={classes.effect}>{percent(Math.expm1(factor.logEffect), { signed: true })}</span>
            <span className={classes.description}>{factor.description}</span>
          </li>
        ))}
        <li className={classes.factor}>
          <span className={classes.name}>Together</span>
          <span className={classes.effect}>{percent(Math.expm1(together), { signed: true })}</span>
          <span className={classes.description}>The effects multiply, as shares of a price do.</span>
        </li>
      </ul>
    </section>
  );
}
