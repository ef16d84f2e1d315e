import { describe, expect, it } from 'vitest';
import type { AuditEntry, AuditLog } from '../audit/audit-log.ts';
import { keyedHash, sealEntry } from '../audit/seal-entry.ts';
import { verifyAudit } from '../audit/verify-audit.ts';

const key = 'a secret of the contract suite';

function record(number: number) {
  const requestText = `request ${number}`;
  const responseText = `answer ${number}`;
  return {
    attemptId: `attempt-${number}`,
    startedAt: 1_795_000_000_000 + number,
    durationMs: 12.5,
    provider: 'scripted',
    requestedModel: 'scripted-1',
    servedModel: 'scripted-1',
    feature: 'market_summary',
    userId: null,
    jobId: null,
    promptName: 'market_summary',
    promptVersion: '3',
    outcome: 'answered' as const,
    errorCode: null,
    requestHash: keyedHash(key, requestText),
    responseHash: keyedHash(key, responseText),
    usage: { 'input.uncached': 10, 'output.text': 4, total: 14 },
    usageSource: 'reported',
    costNanoUsd: '123456789012345678',
    requestText,
    responseText,
  };
}

async function all(log: AuditLog, fromSequence?: number): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for await (const entry of log.read(fromSequence === undefined ? {} : { fromSequence })) entries.push(entry);
  return entries;
}

/** Proves that a store keeps the contract of `AuditLog`. `createLog` makes an empty chain. */
export function describeAuditLog(options: {
  readonly name: string;
  readonly createLog: () => Promise<AuditLog>;
}): void {
  const append = (log: AuditLog, number: number) => log.append((head) => sealEntry(record(number), { key, head }));

  describe(`AuditLog: ${options.name}`, () => {
    it('begins without a head', async () => {
      const log = await options.createLog();
      expect(await log.head()).toBeNull();
      expect(await verifyAudit(log, { key })).toEqual({ isWhole: true, entryCount: 0, head: null });
    });

    it('gives back every entry as it was, in order', async () => {
      const log = await options.createLog();
      const written = [await append(log, 1), await append(log, 2), await append(log, 3)];
      expect(await all(log)).toEqual(written);
      expect(await all(log, 3)).toEqual(written.slice(2));
      expect(await log.head()).toEqual({ sequence: 3, mac: written[2]?.mac });
    });

    it('keeps one chain under 20 concurrent writers', async () => {
      const log = await options.createLog();
      await Promise.all(Array.from({ length: 20 }, (_, number) => append(log, number)));
      expect((await all(log)).map((entry) => entry.sequence)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
      expect(await verifyAudit(log, { key, head: await log.head() })).toMatchObject({ isWhole: true, entryCount: 20 });
    });

    it('keeps nothing of an append that fails, and goes on', async () => {
      const log = await options.createLog();
      await append(log, 1);
      const failed = log.append(() => {
        throw new RangeError('not sealed');
      });
      await expect(failed).rejects.toThrow('not sealed');
      await append(log, 2);
      expect(await verifyAudit(log, { key })).toMatchObject({ isWhole: true, entryCount: 2 });
    });

    it('erases old texts and keeps the chain whole', async () => {
      const log = await options.createLog();
      for (const number of [1, 2, 3]) await append(log, number);
      expect(await log.eraseTexts({ before: record(3).startedAt })).toBe(2);
      expect(await log.eraseTexts({ before: record(3).startedAt })).toBe(0);
      expect((await all(log)).map((entry) => [entry.requestText, entry.responseText])).toEqual([
        [null, null],
        [null, null],
        ['request 3', 'answer 3'],
      ]);
      expect(await verifyAudit(log, { key })).toMatchObject({ isWhole: true, entryCount: 3 });
      await append(log, 4);
      expect(await verifyAudit(log, { key })).toMatchObject({ isWhole: true, entryCount: 4 });
    });
  });
}
