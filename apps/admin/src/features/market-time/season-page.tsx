'use client';

import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCalendarStats } from '@tabler/icons-react';
import type { Segment } from '../../api/answers.ts';
import { seasonalityQuery } from '../../api/market-time-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import { segmentLabel } from '../overview/segment-label.ts';
import { SegmentPicker } from '../overview/segment-picker.tsx';
import classes from './market-time.module.css';
import { SeasonView } from './season-view.tsx';
import { useChosenSegment } from './use-chosen-segment.ts';

/** Whether prices have a season, and when to buy and to sell. */
export function SeasonPage() {
  const { market, segments, segment, choose, synthetic, isEmpty, failed } = useChosenSegment();
  return (
    <>
      <PageHead
        title="Season"
        subtitle="Whether the calendar moves prices of like cars: a test comes first, and the mix of cars is taken out"
      >
        {synthetic ? <SyntheticTag /> : null}
      </PageHead>
      <Panel
        id="season"
        title={segment === null ? 'Season' : segmentLabel(segment)}
        controls={
          segment === null ? undefined : (
            <div className={classes.controls}>
              <SegmentPicker
                segments={segments.filter(({ model }) => model !== null)}
                value={segment.segment}
                onChange={choose}
              />
            </div>
          )
        }
      >
        {failed !== null ? (
          <FailureNotice
            what="The segments could not be loaded"
            problem={failed.error}
            onRetry={() => void failed.refetch()}
          />
        ) : isEmpty ? (
          <EmptyNotice icon={<IconCalendarStats size={28} />} title="No price history yet">
            A season can be looked for when two years of sales are imported and the day&rsquo;s analysis has run.
          </EmptyNotice>
        ) : market === null || segment === null ? (
          <Skeleton height={320} radius="md" aria-hidden="true" />
        ) : (
          <SeasonOfSegment market={market} segment={segment} />
        )}
      </Panel>
    </>
  );
}

function SeasonOfSegment({ market, segment }: { readonly market: string; readonly segment: Segment }) {
  const answer = useQuery(seasonalityQuery({ market, segment }));
  if (answer.isError) {
    return (
      <FailureNotice
        what="The season could not be loaded"
        problem={answer.error}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  if (answer.data === undefined) return <Skeleton height={320} radius="md" aria-hidden="true" />;
  const season =
    answer.data.seasons.find((candidate) => candidate.segment === segment.segment) ?? answer.data.seasons[0];
  return season === undefined ? (
    <EmptyNotice icon={<IconCalendarStats size={28} />} title="Nothing can be said">
      This segment has no index of its own.
    </EmptyNotice>
  ) : (
    <SeasonView season={season} />
  );
}
