import { expect, it } from 'vitest';
import type { PairCorrelation } from '../../../forecasting/cross-market/correlate-markets.ts';
import { factSheet } from '../../../narrate/fact-sheet.ts';
import { fillSlots } from '../../../narrate/fill-slots.ts';
import type { ToolContext } from '../analyst-tool.ts';
import { correlationTool } from './correlation-tool.ts';

const pair: PairCorrelation = {
  left: 'porsche/911',
  right: 'porsche/cayman',
  monthCount: 30,
  correlation: -0.5,
  lower90: -0.7,
  upper90: -0.2,
  pValue: 0.01,
  significant: true,
  leadLag: null,
};
const leadLag = { leader: 'porsche/911', follower: 'porsche/cayman', lagMonths: 1, correlation: 0.6, pValue: 0.01 };

it('says clear and unclear pairs, with and without a lead, and every claim is proved', async () => {
  for (const pairs of [[pair], [{ ...pair, significant: false }], [{ ...pair, leadLag }], [pair, pair, pair, pair]]) {
    const engine = { correlateMarkets: async () => ({ status: 'ok', names: [], pairs }) };
    const found = await correlationTool.run({ segments: [{ model: '911' }] }, { engine } as unknown as ToolContext);
    if (found.status !== 'ok') throw new TypeError(found.reason);
    expect(fillSlots(found.template, factSheet(found.facts))).toMatchObject({ status: 'ok' });
    expect(found.headline.every((value) => value === -0.5)).toBe(true);
  }
});

it('has nothing to say of a line without enough months', async () => {
  const engine = { correlateMarkets: async () => ({ status: 'ok', names: [], pairs: [pair] }) };
  const context = { engine } as unknown as ToolContext;
  expect(await correlationTool.run({ segments: [{ model: 'Taycan' }] }, context)).toMatchObject({
    status: 'not-enough-data',
  });
});
