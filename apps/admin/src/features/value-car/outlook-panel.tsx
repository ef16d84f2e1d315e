import { Table, Text } from '@mantine/core';
import type { ValuationAnswer } from '../../api/answers.ts';
import { Panel } from '../../components/panel.tsx';
import { day } from '../../format/calendar.ts';
import { money } from '../../format/money.ts';
import { distance } from '../../format/quantity.ts';

/** What the car is expected to be worth later, and what of the way there is age, driving and market. */
export function OutlookPanel({ answer }: { readonly answer: ValuationAnswer }) {
  const { outlook, market, car } = answer;
  if (outlook === null) return null;
  const amount = (value: number) => money(value, { currency: market.currency });
  const signed = (value: number) => `${value > 0 ? '+' : ''}${amount(value)}`;
  const { distancePerYear } = outlook;
  const driven =
    distancePerYear === null ? 'Mileage not known' : `${distance(distancePerYear, car.mileageUnit)} a year`;
  return (
    <Panel id="outlook" title="What it is expected to be worth" subtitle={`${driven} · index of ${outlook.segment}`}>
      <Table.ScrollContainer
        minWidth={560}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Outlook' } }}
      >
        <Table verticalSpacing={7} horizontalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>On</Table.Th>
              {['Value', '8 of 10 within', 'Age', 'Driving', 'Market'].map((name) => (
                <Table.Th key={name} ta="right">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {outlook.steps.map(({ horizon, targetDate, amount: median, intervals, parts }) => {
              const range = intervals.find(({ confidenceLevel }) => confidenceLevel === 0.8);
              return (
                <Table.Tr key={horizon}>
                  <Table.Th scope="row" fw={500}>
                    {day(targetDate)}
                  </Table.Th>
                  <Table.Td ta="right" fw={600}>
                    {amount(median)}
                  </Table.Td>
                  <Table.Td ta="right">
                    {range === undefined ? '–' : `${amount(range.lower)} – ${amount(range.upper)}`}
                  </Table.Td>
                  <Table.Td ta="right">{signed(parts.age)}</Table.Td>
                  <Table.Td ta="right">{signed(parts.mileage)}</Table.Td>
                  <Table.Td ta="right">{signed(parts.market)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {outlook.hasSkill ? null : (
        <Text size="sm" c="dimmed" mt={8}>
          The forecast of this index is no better than its last value: no ground for advice.
        </Text>
      )}
    </Panel>
  );
}
