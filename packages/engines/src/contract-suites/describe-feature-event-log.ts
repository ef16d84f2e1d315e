import { beforeEach, describe, expect, test } from 'vitest';
import type { FeatureEvent, FeatureEventLog } from '../market/ports/feature-event-log.ts';
import type { ContractSubject } from './contract-subject.ts';
import { AWKWARD_TEXT, sampleId } from './sample-listing.ts';

/** Every sentence of the `FeatureEventLog` contract, as tests. */
export function describeFeatureEventLog(subject: ContractSubject<FeatureEventLog>): void {
  describe(`feature event log: ${subject.name}`, () => {
    let log: FeatureEventLog;
    beforeEach(async () => {
      log = await subject.createStore();
    });

    test('an empty log counts nothing, and a name nobody used is absent', async () => {
      expect(await log.countByName({ from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual({});
    });

    test('events are counted by name from the first instant up to the last, which is not included', async () => {
      const start = Date.UTC(2024, 1, 29);
      const names = ['opened', 'asked', 'opened', 'opened', AWKWARD_TEXT];
      for (const [n, name] of names.entries()) await log.append(sampleEvent(n, { name, occurredAt: start + n }));
      expect(await log.countByName({ from: start, to: start + 5 })).toEqual({ opened: 3, asked: 1, [AWKWARD_TEXT]: 1 });
      expect(await log.countByName({ from: start + 1, to: start + 3 })).toEqual({ asked: 1, opened: 1 });
      expect(await log.countByName({ from: start + 3, to: start + 3 })).toEqual({});
    });

    test('an id that exists is kept as it is', async () => {
      await log.append(sampleEvent(1, { name: 'first' }));
      await log.append(sampleEvent(1, { name: 'second' }));
      expect(await log.countByName({ from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual({ first: 1 });
    });

    test('many writers at once lose nothing', async () => {
      await Promise.all(Array.from({ length: 30 }, (_, n) => log.append(sampleEvent(n % 20))));
      expect(await log.countByName({ from: 0, to: Number.MAX_SAFE_INTEGER })).toEqual({ prediction_requested: 20 });
    });
  });
}

function sampleEvent(n: number, changes: Partial<FeatureEvent> = {}): FeatureEvent {
  return {
    id: sampleId(n, 4),
    name: 'prediction_requested',
    occurredAt: Date.UTC(2024, 5, 30) + n,
    properties: { segment: 'porsche/911', horizon: '3m', widened: true, count: 2.5, trim: null },
    ...changes,
  };
}
