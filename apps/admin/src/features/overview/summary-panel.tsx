import { Skeleton, Stack, Text } from '@mantine/core';
import { IconFileText, IconSparkles, IconTemplate } from '@tabler/icons-react';
import type { Overview } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tag } from '../../components/tag.tsx';
import { day } from '../../format/calendar.ts';
import { countOf } from '../../format/quantity.ts';
import { SummaryFacts } from './summary-facts.tsx';
import classes from './summary-panel.module.css';

/** The market in words, with who wrote them and the facts that prove every number. */
export function SummaryPanel({ overview }: { readonly overview: Overview | null }) {
  const summary = overview?.summary ?? null;
  return (
    <Panel
      id="summary"
      title="Market summary"
      subtitle={summary ? day(summary.analysisDate) : undefined}
      controls={
        summary === null ? undefined : summary.marking.aiGenerated ? (
          <Tag tone="blue">
            <IconSparkles size={13} aria-hidden="true" />
            AI-generated
          </Tag>
        ) : (
          <Tag>
            <IconTemplate size={13} aria-hidden="true" />
            From a template
          </Tag>
        )
      }
    >
      {overview === null ? (
        <Stack gap={10} aria-busy="true">
          {[100, 96, 88, 98, 60].map((width) => (
            <Skeleton key={width} height={12} width={`${width}%`} aria-hidden="true" />
          ))}
        </Stack>
      ) : summary === null ? (
        <EmptyNotice icon={<IconFileText size={28} />} title="No summary yet">
          It is written by the day&rsquo;s analysis, once there are enough sales.
        </EmptyNotice>
      ) : (
        <>
          <Stack gap="sm" className={classes.body} tabIndex={0} role="region" aria-label="Summary text">
            <Text fw={600} size="sm">
              {summary.title}
            </Text>
            {summary.summary
              .split(/\n+/)
              .filter(Boolean)
              .map((paragraph) => (
                <Text key={paragraph} size="sm" lh={1.6}>
                  {paragraph}
                </Text>
              ))}
          </Stack>
          <Stack gap="xs" className={classes.foot}>
            <SummaryFacts insight={summary} />
            <Text size="xs" c="dimmed">
              {summary.marking.aiGenerated ? `Written by ${summary.marking.servedModel}. ` : ''}
              {`From ${countOf(summary.dataPointCount, 'observation')}. `}
              {summary.synthetic ? 'Based on synthetic data. ' : ''}
              {summary.marking.disclaimer}
            </Text>
          </Stack>
        </>
      )}
    </Panel>
  );
}
