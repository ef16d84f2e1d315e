import type { ReactNode } from 'react';
import classes from './tag.module.css';

export type TagTone = 'neutral' | 'blue' | 'green' | 'yellow' | 'orange' | 'red';

/** A short label on a coloured ground. The words carry the meaning; the colour only helps to find it. */
export function Tag({ tone = 'neutral', children }: { readonly tone?: TagTone; readonly children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
