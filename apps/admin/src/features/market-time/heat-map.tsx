import type { Correlations, PairCorrelation } from '../../api/answers.ts';
import { segmentWords } from '../overview/segment-words.ts';
import classes from './market-time.module.css';

/** Correlations as a table whose cells are shaded by strength: blue together, orange against each other. */
export function HeatMap({ names, pairs }: Pick<Correlations, 'names' | 'pairs'>) {
  const byNames = new Map(
    pairs.flatMap((pair) => [[key(pair.left, pair.right), pair] as const, [key(pair.right, pair.left), pair] as const]),
  );
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Correlations of monthly growth">
      <table className={classes.heat}>
        <thead>
          <tr>
            <td />
            {names.map((name) => (
              <th key={name} scope="col">
                {shortName(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((row) => (
            <tr key={row}>
              <th scope="row">{segmentWords(row)}</th>
              {names.map((column) => (
                <Cell key={column} isSelf={row === column} pair={byNames.get(key(row, column))} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ isSelf, pair }: { readonly isSelf: boolean; readonly pair: PairCorrelation | undefined }) {
  if (isSelf) return <td aria-label="itself">·</td>;
  if (pair === undefined) return <td aria-label="too few months in common">–</td>;
  const { correlation, lower90, upper90, monthCount, significant } = pair;
  const strength = Math.round(46 * Math.abs(correlation));
  const tint = correlation >= 0 ? '#3b82f6' : '#f59e0b';
  return (
    <td
      data-believed={significant ? '' : undefined}
      style={{ background: `color-mix(in srgb, ${tint} ${strength}%, transparent)` }}
      title={`${correlation.toFixed(2)} (90%: ${lower90.toFixed(2)} to ${upper90.toFixed(2)}), ${monthCount} months`}
    >
      {correlation.toFixed(2)}
    </td>
  );
}

function key(left: string, right: string): string {
  return `${left} ${right}`;
}

function shortName(segment: string): string {
  return segmentWords(segment.split('/').slice(1).join('/') || segment);
}
