import { Table } from '@mantine/core';
import type { ModelChoice } from '../../api/answers.ts';
import classes from '../../components/report.module.css';
import { Tag, type TagTone } from '../../components/tag.tsx';
import { nanoDollars } from '../../format/nano-dollars.ts';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';

const STATUS: Readonly<Record<ModelChoice['status'], { readonly name: string; readonly tone: TagTone }>> = {
  switch: { name: 'Switch', tone: 'green' },
  keep: { name: 'Keep', tone: 'blue' },
  'not-enough-evidence': { name: 'Not enough evidence', tone: 'neutral' },
};

/** What the evidence says about the models of one feature. */
export function ModelChoiceTable({ choice }: { readonly choice: ModelChoice }) {
  const { feature, status, reason, measured, unmeasured } = choice;
  return (
    <div style={{ marginBottom: 18 }}>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
        <strong>{feature}</strong>
        <Tag tone={STATUS[status].tone}>{STATUS[status].name}</Tag>
      </div>
      <p style={{ margin: '4px 0 8px' }}>{reason}</p>
      {/* A table that is wider than a phone scrolls, also by keyboard. */}
      <div role="region" aria-label={`Models of ${feature}`} tabIndex={0} style={{ overflowX: 'auto' }}>
        <Table className={classes.table} verticalSpacing={8} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Model</Table.Th>
              <Table.Th className={classes.number}>Quality</Table.Th>
              <Table.Th className={classes.number}>95 of 100 within</Table.Th>
              <Table.Th className={classes.number}>Cost of a success</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {measured.map(({ model, quality, latencyMs, costPerSuccessNanoUsd: cost, dominatedBy, testCallCount }) => (
              <Table.Tr key={model}>
                <Table.Td className={classes.name}>
                  {model}
                  {dominatedBy === null ? '' : `, dominated by ${dominatedBy}`}
                  {testCallCount === 0 ? '' : `, ${count(testCallCount)} calls of tests`}
                </Table.Td>
                <Table.Td className={classes.number}>
                  {percent(quality.value)} ({percent(quality.lower)} to {percent(quality.upper)})
                </Table.Td>
                <Table.Td className={classes.number}>{count(Math.round(latencyMs.value))} ms</Table.Td>
                <Table.Td className={classes.number}>
                  {nanoText(cost.value)} ({nanoText(cost.lower)} to {nanoText(cost.upper)})
                </Table.Td>
              </Table.Tr>
            ))}
            {unmeasured.map(({ model, trials, neededTrials, callCount, neededCalls }) => (
              <Table.Tr key={model}>
                <Table.Td className={classes.name}>{model}</Table.Td>
                <Table.Td className={classes.number}>
                  {count(trials)} of {count(neededTrials)} trials
                </Table.Td>
                <Table.Td className={classes.number}>
                  {count(callCount)} of {count(neededCalls)} calls
                </Table.Td>
                <Table.Td className={classes.number}>Not judged</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}

function nanoText(nanoUsd: number): string {
  return nanoDollars(Math.round(nanoUsd).toString());
}
