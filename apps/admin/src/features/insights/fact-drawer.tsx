'use client';

import { Drawer, Skeleton, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Insight } from '../../api/answers.ts';
import { factRowsQuery } from '../../api/insight-queries.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { day } from '../../format/calendar.ts';
import { money } from '../../format/money.ts';
import { count, countOf } from '../../format/quantity.ts';
import { factText } from '../overview/fact-text.ts';
import classes from './insights.module.css';

export type Fact = Insight['facts'][number];

/** One fact: its value, how many observations stand behind it, how it was computed, and the rows. */
export function FactDrawer({
  insight,
  fact,
  onClose,
}: {
  readonly insight: Insight;
  /** `null` closes the drawer. */
  readonly fact: Fact | null;
  readonly onClose: () => void;
}) {
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  return (
    <Drawer.Root opened={fact !== null} onClose={onClose} position="right" size={narrow ? '100%' : 460}>
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={classes.drawerHead}>
          <Drawer.Title className={classes.drawerTitle}>{fact === null ? '' : factText(fact)}</Drawer.Title>
          <Drawer.CloseButton aria-label="Close" />
        </div>
        <Drawer.Body>{fact === null ? null : <FactBody insight={insight} fact={fact} />}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function FactBody({ insight, fact }: { readonly insight: Insight; readonly fact: Fact }) {
  const { period, source } = fact;
  return (
    <Stack gap="md">
      <dl className={classes.evidence}>
        <div>
          <dt>How it was computed</dt>
          <dd>{fact.formula}</dd>
        </div>
        <div>
          <dt>Observations</dt>
          <dd>{count(fact.n)}</dd>
        </div>
        {period === undefined ? null : (
          <div>
            <dt>Period</dt>
            <dd>
              {day(period.from)} to {day(period.to)}
            </dd>
          </div>
        )}
        <div>
          <dt>As of</dt>
          <dd>{day(insight.analysisDate)}</dd>
        </div>
        {source === undefined ? null : (
          <div>
            <dt>Rows</dt>
            <dd>{source.query}</dd>
          </div>
        )}
      </dl>
      {source?.rows === undefined ? null : <FactRows insightId={insight.id} factId={fact.id} />}
    </Stack>
  );
}

function FactRows({ insightId, factId }: { readonly insightId: string; readonly factId: string }) {
  const rows = useQuery(factRowsQuery({ id: insightId, factId }));
  if (rows.isPending) return <Skeleton height={160} radius="md" aria-hidden="true" />;
  if (rows.isError) {
    return <FailureNotice what="The rows cannot be shown" problem={rows.error} onRetry={() => void rows.refetch()} />;
  }
  const { found, rows: shown } = rows.data;
  if (shown.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        The rows are no longer stored.
      </Text>
    );
  }
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {shown.length < found ? `The newest ${count(shown.length)} of ${countOf(found, 'row')}` : countOf(found, 'row')}
      </Text>
      <ul className={classes.rows}>
        {shown.map((row) => (
          <li key={row.id}>
            <span>
              {row.title}
              <small>
                {row.day === null ? '' : day(row.day)}
                {row.mileage === null ? '' : ` · ${count(row.mileage)} ${row.mileageUnit}`}
                {row.synthetic ? ' · synthetic' : ''}
              </small>
            </span>
            <b>{row.price === null || row.currency === null ? '' : money(row.price, { currency: row.currency })}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
