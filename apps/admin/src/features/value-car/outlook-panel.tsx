import { Text } from '@mantine/core';
import type { ValuationAnswer } from '../../api/answers.ts';
import { FigureTable } from '../../components/figure-table.tsx';
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
      <FigureTable
        label="Outlook"
        head={['On', 'Value', '8 of 10 within', 'Age', 'Driving', 'Market']}
        rows={outlook.steps.map(({ horizon, targetDate, amount: median, intervals, parts }) => {
          const range = intervals.find(({ confidenceLevel }) => confidenceLevel === 0.8);
          return {
            key: horizon,
            name: day(targetDate),
            figures: [
              <strong key="value">{amount(median)}</strong>,
              range === undefined ? '–' : `${amount(range.lower)} – ${amount(range.upper)}`,
              signed(parts.age),
              signed(parts.mileage),
              signed(parts.market),
            ],
          };
        })}
      />
      {outlook.hasSkill ? null : (
        <Text size="sm" c="dimmed" mt={8}>
          The forecast of this index is no better than its last value: no ground for advice.
        </Text>
      )}
    </Panel>
  );
}
