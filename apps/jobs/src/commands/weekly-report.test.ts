import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSale } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runPa } from '../__fixtures__/run-pa.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'pa-weekly-'));
const AS_OF = '2025-06-30';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const size = { months: 14, salesPerMonth: 40, activeListings: 0 };
  const { listings } = generateMarket({ preset: 'demo', seed: 6, endsOn: AS_OF, ...size });
  const rows = listings.filter(isSale).map(({ vehicle, price, endedOn, sourceKey, modelYear, mileage }) => {
    const { make, model, trim } = vehicle;
    return [sourceKey, make, model, trim, 'sold', price.amount, 'USD', endedOn, modelYear, mileage];
  });
  const header = 'id,make,model,trim,status,price,currency,ended_on,model_year,mileage';
  writeFileSync(join(folder, 'sales.csv'), `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`);
  expect(await runPa(['import', 'sales.csv'], { folder })).toMatchObject({ exitCode: 0 });
  expect(await runPa(['run', 'daily', '--as-of', AS_OF], { folder })).toMatchObject({ exitCode: 0 });
});

describe('pa report weekly', () => {
  it('tells what the words cost, and calls to a reader who has read the disclaimer alone', async () => {
    const report = async (...flags: readonly string[]) =>
      runPa(['report', 'weekly', '--as-of', AS_OF, ...flags], { folder });
    const plain = await report('--json');
    expect(plain.exitCode, plain.stderr).toBe(0);
    const types = (text: string) =>
      (JSON.parse(text) as { insights: { type: string }[] }).insights.map(({ type }) => type);
    expect(types(plain.stdout)).toContain('cost');
    expect(types(plain.stdout)).not.toContain('recommendation');
    const refused = await report('--invest', '6m');
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining('no personal advice')]);
    const version = /--accept (\S+?)\.?$/m.exec(refused.stderr)?.[1] ?? '';
    const agreed = await report('--invest', '6m', '--accept', version, '--json');
    expect(agreed.exitCode, agreed.stderr).toBe(0);
    expect(types(agreed.stdout)).toContain('recommendation');
  });
});
