import classes from './stat-card.module.css';

export interface Stat {
  readonly label: string;
  /** `null` where there is no figure yet; the card then says so and the note says why. */
  readonly value: string | null;
  readonly note: string;
  /** Colours the note. Default: neutral. */
  readonly tone?: 'neutral' | 'gain' | 'loss';
}

/** One figure with its name and what stands behind it. */
export function StatCard({ label, value, note, tone = 'neutral' }: Stat) {
  return (
    <div className={classes.card} role="group" aria-label={label}>
      <div className={classes.label}>{label}</div>
      <div className={classes.value} data-empty={value === null ? '' : undefined}>
        {value ?? 'No data yet'}
      </div>
      <div className={classes.note} data-tone={tone}>
        {note}
      </div>
    </div>
  );
}
