'use client';

import { Button, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFileText, IconPrinter } from '@tabler/icons-react';
import type { Insight } from '../../api/answers.ts';
import { insightsQuery } from '../../api/insight-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { day } from '../../format/calendar.ts';
import classes from './insights.module.css';
import { textPieces } from './text-pieces.ts';

/** The texts of the newest day on one page, set to be printed. */
export function ReportPage() {
  const list = useQuery(insightsQuery({ type: null }));
  const newest = list.data?.insights[0]?.analysisDate;
  const texts = (list.data?.insights ?? [])
    .filter(({ analysisDate }) => analysisDate === newest)
    .toSorted(summaryFirst);
  return (
    <>
      <PageHead
        title="Market report"
        subtitle={newest === undefined ? 'The texts of the newest day' : `As of ${day(newest)}`}
      >
        <Button
          className={classes.screenOnly}
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </PageHead>
      {list.isPending ? (
        <Skeleton height={420} radius="lg" aria-hidden="true" />
      ) : list.isError ? (
        <FailureNotice what="The report cannot be shown" problem={list.error} onRetry={() => void list.refetch()} />
      ) : texts.length === 0 ? (
        <EmptyNotice icon={<IconFileText size={28} />} title="Nothing to report yet">
          A report needs a day that has been analysed.
        </EmptyNotice>
      ) : (
        <div className={classes.report}>
          {texts.map((insight) => (
            <ReportSection key={insight.id} insight={insight} />
          ))}
          <Text size="xs" c="dimmed">
            {texts.find(({ marking }) => marking.aiGenerated)?.marking.disclaimer ?? texts[0]?.marking.disclaimer}
          </Text>
        </div>
      )}
    </>
  );
}

function ReportSection({ insight }: { readonly insight: Insight }) {
  const { marking, dataRange } = insight;
  return (
    <section aria-labelledby={`report-${insight.id}`} data-ai-generated={marking.aiGenerated}>
      <Title order={2} className={classes.cardTitle} id={`report-${insight.id}`}>
        {insight.title}
      </Title>
      <div className={classes.text}>
        {textPieces(insight).map((paragraph) => (
          <p key={paragraph[0]?.start}>{paragraph.map(({ text }) => text).join('')}</p>
        ))}
      </div>
      <Text size="xs" c="dimmed">
        {marking.aiGenerated
          ? `Words by ${marking.servedModel} (AI-generated)`
          : `Words from a template (${marking.promptVersion})`}
        {dataRange.from === null || dataRange.to === null
          ? '.'
          : `. Data from ${day(dataRange.from)} to ${day(dataRange.to)}.`}
      </Text>
    </section>
  );
}

function summaryFirst(a: Insight, b: Insight): number {
  const rank = ({ type }: Insight): number => (type === 'market_summary' ? 0 : type === 'segment_report' ? 1 : 2);
  return rank(a) - rank(b) || (a.title < b.title ? -1 : 1);
}
