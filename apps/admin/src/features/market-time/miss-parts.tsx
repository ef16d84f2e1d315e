import type { Accuracy } from '../../api/answers.ts';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import classes from './market-time.module.css';

const WORDS = {
  index: 'The market moved otherwise than forecast',
  car: 'The car was worth something else',
  mix: 'Other cars were sold',
  noise: 'Paid beyond the values of the cars',
  total: 'Together',
} as const;

/** What the misses against prices paid came from; the parts sum to the whole. */
export function MissParts({ attribution }: { readonly attribution: NonNullable<Accuracy['attribution']> }) {
  return (
    <>
      <table className={classes.parts}>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Mean</th>
            <th scope="col">Median size</th>
          </tr>
        </thead>
        <tbody>
          {attribution.parts.map(({ part, mean, medianSize }) => (
            <tr key={part}>
              <th scope="row">{WORDS[part]}</th>
              <td>{percent(mean, { digits: 1 })}</td>
              <td>{percent(medianSize, { digits: 1 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p
        className={classes.note}
      >{`${count(attribution.count)} predictions; above zero is too high, on the log scale.`}</p>
    </>
  );
}
