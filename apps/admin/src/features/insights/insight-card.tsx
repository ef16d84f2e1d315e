import { Group, Text, Title } from '@mantine/core';
import { IconSparkles, IconTemplate } from '@tabler/icons-react';
import type { Insight } from '../../api/answers.ts';
import { SyntheticTag } from '../../components/synthetic-tag.tsx';
import { Tag } from '../../components/tag.tsx';
import { day } from '../../format/calendar.ts';
import { countOf } from '../../format/quantity.ts';
import { FeedbackButtons } from './feedback-buttons.tsx';
import { TYPE_NAMES } from './insight-words.ts';
import classes from './insights.module.css';
import { ProvedText } from './proved-text.tsx';

/** One text with its marking, its figures as links to their facts, and the question whether it was useful. */
export function InsightCard({
  insight,
  onFact,
}: {
  readonly insight: Insight;
  readonly onFact: (factId: string) => void;
}) {
  const { marking, dataRange } = insight;
  const title = insight.title.replace(/^\[Synthetic data\] /, '');
  return (
    <article className={classes.card} aria-labelledby={`insight-${insight.id}`}>
      <Group gap={6} mb={6}>
        <Tag>{TYPE_NAMES[insight.type]}</Tag>
        {marking.aiGenerated ? (
          <Tag tone="blue">
            <IconSparkles size={13} aria-hidden="true" />
            AI-generated
          </Tag>
        ) : (
          <Tag>
            <IconTemplate size={13} aria-hidden="true" />
            From a template
          </Tag>
        )}
        {insight.synthetic ? <SyntheticTag /> : null}
        <Text size="xs" c="dimmed">
          {day(insight.analysisDate)}
        </Text>
      </Group>
      <Title order={2} className={classes.cardTitle} id={`insight-${insight.id}`}>
        {title}
      </Title>
      <ProvedText insight={insight} onFact={onFact} />
      <div className={classes.foot}>
        <Text size="xs" c="dimmed">
          {marking.aiGenerated ? `Written by ${marking.servedModel}. ` : ''}
          {`From ${countOf(insight.dataPointCount, 'observation')}`}
          {dataRange.from === null || dataRange.to === null
            ? '. '
            : `, ${day(dataRange.from)} to ${day(dataRange.to)}. `}
          {marking.disclaimer}
        </Text>
        <div className={classes.voice}>
          <FeedbackButtons insightId={insight.id} title={title} />
        </div>
      </div>
    </article>
  );
}
