import { Title } from '@mantine/core';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import classes from './market-time.module.css';

export interface PageHeadProps {
  readonly title: string;
  readonly subtitle: string;
  readonly synthetic: boolean;
}

/** Title of a page, what it answers, and whether its figures are made up. */
export function PageHead({ title, subtitle, synthetic }: PageHeadProps) {
  return (
    <div className={classes.head}>
      <div>
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        <p className={classes.subtitle}>{subtitle}</p>
      </div>
      {synthetic ? <SyntheticTag /> : null}
    </div>
  );
}
