import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconWaveSawTool } from '@tabler/icons-react';
import type { MarketEvent } from '../../api/answers.ts';
import { movementsQuery } from '../../api/market-time-queries.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { day } from '../../format/calendar.ts';
import { percent } from '../../format/percent.ts';
import { segmentWords } from '../overview/segment-words.ts';
import classes from './market-time.module.css';

const SERIES_NAMES: Readonly<Record<MarketEvent['series'], string>> = {
  index: 'Price of like cars',
  volume: 'Sales a week',
  mix: 'Share of sales',
};

/** What moved in a market, each movement once, the newest first. */
export function MovementsPanel({ market }: { readonly market: string }) {
  const answer = useQuery(movementsQuery({ market }));
  return (
    <Panel
      id="movements"
      title="Movements"
      subtitle="Lasting moves of prices, sales and their mix, told on the day that gave them away and never again"
    >
      {answer.isError ? (
        <FailureNotice
          what="The movements could not be loaded"
          problem={answer.error}
          onRetry={() => void answer.refetch()}
        />
      ) : answer.data === undefined ? null : answer.data.events.length === 0 ? (
        <EmptyNotice icon={<IconWaveSawTool size={28} />} title="Nothing has moved for good">
          Prices, sales a week and shares of sales stayed where they were, as far as can be told.
        </EmptyNotice>
      ) : (
        <EventTable events={answer.data.events} />
      )}
    </Panel>
  );
}

function EventTable({ events }: { readonly events: readonly MarketEvent[] }) {
  return (
    <div
      className={`${classes.scroll} ${classes.long}`}
      tabIndex={0}
      role="region"
      aria-label="Movements of the market"
    >
      <Table verticalSpacing={5} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            {['Segment', 'What', 'Since', 'Seen on'].map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
            {['Before', 'Then', 'Change'].map((name) => (
              <Table.Th key={name} ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map((event) => (
            <Table.Tr key={`${event.series} ${event.segment} ${event.detectedOn} ${event.direction}`}>
              <Table.Th scope="row" fw={500}>
                {segmentWords(event.segment)}
              </Table.Th>
              <Table.Td>{SERIES_NAMES[event.series]}</Table.Td>
              <Table.Td>{day(event.startedOn)}</Table.Td>
              <Table.Td>{day(event.detectedOn)}</Table.Td>
              <Table.Td ta="right">{levelText(event, event.levelBefore)}</Table.Td>
              <Table.Td ta="right">{levelText(event, event.levelSince)}</Table.Td>
              <Table.Td ta="right">
                {event.levelBefore > 0 ? percent(event.levelSince / event.levelBefore - 1, { signed: true }) : 'new'}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function levelText({ series }: MarketEvent, level: number): string {
  return series === 'mix' ? percent(level, { digits: 1 }) : level.toFixed(1);
}
