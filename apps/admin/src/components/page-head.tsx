import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page-head.module.css';

/** The name of a page, what it is about, and its controls. */
export function PageHead({
  title,
  subtitle,
  children,
}: {
  readonly title: string;
  readonly subtitle: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={classes.head}>
      <div>
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        <p className={classes.subtitle}>{subtitle}</p>
      </div>
      {children}
    </div>
  );
}
