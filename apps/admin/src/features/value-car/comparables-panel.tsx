'use client';

import { Table } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCarOff } from '@tabler/icons-react';
import type { Comparable, ValuationAnswer } from '../../api/answers.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { day } from '../../format/calendar.ts';
import { money } from '../../format/money.ts';
import { count, distance } from '../../format/quantity.ts';
import { percent } from '../../format/percent.ts';
import { adjustmentColumns } from './adjustment-columns.ts';
import classes from './comparables-panel.module.css';
import { partName } from './value-words.ts';

const MOST_COLUMNS = 4;

/** Past sales with what was adjusted: every row sums to the value. */
export function ComparablesPanel({ answer }: { readonly answer: ValuationAnswer }) {
  const narrow = useMediaQuery('(max-width: 62em)') ?? false;
  const { comparables, market } = answer;
  const format = (amount: number) => money(amount, { currency: market.currency });
  return (
    <Panel
      id="comparables"
      title="Comparable sales"
      subtitle={
        comparables === null
          ? undefined
          : `Price and adjustments sum to ${format(answer.amount)}. By themselves these sales say ${format(comparables.consensusAmount)}; chosen from ${count(comparables.searchedCount)}.`
      }
    >
      {comparables === null ? (
        <EmptyNotice icon={<IconCarOff size={28} />} title="No comparable sales">
          {answer.comparablesRefusal}
        </EmptyNotice>
      ) : narrow ? (
        <ul className={classes.cards} aria-label="Comparable sales">
          {comparables.comparables.map((comparable) => (
            <ComparableCard key={comparable.id} comparable={comparable} format={format} />
          ))}
        </ul>
      ) : (
        <ComparablesTable comparables={comparables.comparables} format={format} />
      )}
    </Panel>
  );
}

type Format = (amount: number) => string;

function ComparablesTable({
  comparables,
  format,
}: {
  readonly comparables: readonly Comparable[];
  readonly format: Format;
}) {
  const columns = adjustmentColumns(comparables, { most: MOST_COLUMNS });
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Comparable sales with adjustments">
      <Table className={classes.table} verticalSpacing={8} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Sale</Table.Th>
            <Table.Th ta="right">Price</Table.Th>
            {columns.map(({ name }) => (
              <Table.Th key={name} ta="right">
                {partName(name)}
              </Table.Th>
            ))}
            <Table.Th ta="right">Weight</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {comparables.map((comparable, row) => (
            <Table.Tr key={comparable.id}>
              <Table.Td>
                {carName(comparable)}
                <div className={classes.muted}>{saleFacts(comparable)}</div>
              </Table.Td>
              <Table.Td className={classes.number}>{format(comparable.price)}</Table.Td>
              {columns.map(({ name, amounts }) => (
                <Table.Td key={name} className={classes.number}>
                  {signed(amounts[row] ?? 0, format)}
                </Table.Td>
              ))}
              <Table.Td className={classes.number}>{percent(comparable.weight, { digits: 0 })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function ComparableCard({ comparable, format }: { readonly comparable: Comparable; readonly format: Format }) {
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{carName(comparable)}</strong>
        <strong className={classes.number}>{format(comparable.price)}</strong>
      </div>
      <div className={classes.muted}>{saleFacts(comparable)}</div>
      <dl className={classes.adjustments}>
        {comparable.adjustments
          .filter(({ amount }) => amount !== 0)
          .map(({ name, amount }) => (
            <div key={name} className={classes.line}>
              <dt>{partName(name)}</dt>
              <dd className={classes.number}>{signed(amount, format)}</dd>
            </div>
          ))}
      </dl>
    </li>
  );
}

function carName({ modelYear, vehicle }: Comparable): string {
  return [modelYear, vehicle.generation, vehicle.trim ?? vehicle.model].filter((part) => part !== null).join(' ');
}

function saleFacts({ soldOn, mileage, mileageUnit, vehicle, color }: Comparable): string {
  const miles = mileage === null ? null : distance(mileage, mileageUnit);
  return [day(soldOn), miles, vehicle.transmission, color].filter((part) => part !== null).join(' · ');
}

function signed(amount: number, format: Format): string {
  return amount === 0 ? '–' : `${amount > 0 ? '+' : ''}${format(amount)}`;
}
