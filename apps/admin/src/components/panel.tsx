import type { ReactNode } from 'react';
import { Title } from '@mantine/core';
import classes from './panel.module.css';

export interface PanelProps {
  /** Anchor of the section, for links within the page. */
  readonly id: string;
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Controls at the right of the title. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** A named section of a page, as a card. */
export function Panel({ id, title, subtitle, controls, children }: PanelProps) {
  return (
    <section className={classes.panel} id={id} aria-labelledby={`${id}-title`}>
      <div className={classes.head}>
        <div>
          <Title order={2} className={classes.title} id={`${id}-title`}>
            {title}
          </Title>
          {subtitle === undefined ? null : <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        {controls}
      </div>
      {children}
    </section>
  );
}
