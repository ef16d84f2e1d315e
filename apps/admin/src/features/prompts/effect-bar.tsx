import type { MetricEffect } from '../../api/answers.ts';
import { effectText } from './prompt-words.ts';
import classes from './prompts-page.module.css';

/** The interval of an effect around "no effect". */
export function EffectBar({ effect, kind }: { readonly effect: MetricEffect; readonly kind: 'rate' | 'mean' }) {
  const { lower, upper } = effect;
  const text = effectText(effect, kind);
  if (effect.estimate === null || lower === null || upper === null) return <div className={classes.muted}>{text}</div>;
  const reach = Math.max(Math.abs(lower), Math.abs(upper), Number.EPSILON) * 1.15;
  const place = (value: number) => 50 + (50 * value) / reach;
  return (
    <div>
      <div
        className={classes.track}
        role="img"
        aria-label={`${effect.metric}: ${text}; the line in the middle is no effect`}
      >
        <div className={classes.band} style={{ left: `${place(lower)}%`, width: `${place(upper) - place(lower)}%` }} />
        <div className={classes.zero} style={{ left: 'calc(50% - 1px)' }} />
      </div>
      <div className={classes.muted}>{text}</div>
    </div>
  );
}
