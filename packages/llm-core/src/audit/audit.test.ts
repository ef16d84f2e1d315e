import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeAuditLog } from '../contract-suites/describe-audit-log.ts';
import { describeLanguageModel } from '../contract-suites/describe-language-model.ts';
import { LlmError } from '../errors.ts';
import { guardModel } from '../guard-model.ts';
import type { GenerateRequest } from '../language-model.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import type { AuditEntry, AuditLog } from './audit-log.ts';
import { fileAuditLog } from './file-audit-log.ts';
import { memoryAuditLog } from './memory-audit-log.ts';
import { verifyAudit } from './verify-audit.ts';
import { withAudit } from './with-audit.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newPath = () => join(folder, `log-${++files}.jsonl`);
const key = 'a secret of at least 16';
const text = 'Prices held.';
const request: GenerateRequest = {
  messages: [{ role: 'user', content: [{ type: 'text', text: 'How are prices?' }] }],
  context: { feature: 'market_summary', userId: 'user-1' },
};

describeAuditLog({ name: 'memory', createLog: () => Promise.resolve(memoryAuditLog()) });
describeAuditLog({ name: 'file', createLog: () => fileAuditLog(newPath()) });
describeLanguageModel({
  name: 'audit',
  text,
  createModel: () => withAudit({ log: memoryAuditLog(), key })(scriptedModel([text])),
  createFailingModel: () =>
    withAudit({ log: memoryAuditLog(), key })(scriptedModel([new LlmError('invalid-request', 'no')])),
});

async function entriesOf(log: AuditLog): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for await (const entry of log.read()) entries.push(entry);
  return entries;
}

/** A chain as somebody left it who could write to the store. */
const tampered = (entries: readonly AuditEntry[]): AuditLog => ({
  ...memoryAuditLog(),
  async *read() {
    yield* entries;
  },
});

describe('verifyAudit', () => {
  const chain = async () => {
    const log = memoryAuditLog();
    const model = withAudit({ log, key, keepTexts: true })(scriptedModel([text]));
    for (let call = 0; call < 5; call++) await model.generate(request);
    const entries = await entriesOf(log);
    return { entries, head: await log.head(), at: (index: number) => entries[index] as AuditEntry };
  };

  it('finds an edit of any field', async () => {
    const { entries, head } = await chain();
    const fields = Object.keys(entries[2] as AuditEntry) as (keyof AuditEntry)[];
    expect(fields).toHaveLength(23);
    for (const field of fields) {
      const edited = entries.map((entry, index) => (index === 2 ? { ...entry, [field]: 'forged' } : entry));
      expect(await verifyAudit(tampered(edited), { key, head }), field).toMatchObject({ isWhole: false });
    }
  });

  it('finds a deletion, a reordering, a duplicate and a cut tail', async () => {
    const { entries, head, at } = await chain();
    const verdict = (found: readonly AuditEntry[], known = head) => verifyAudit(tampered(found), { key, head: known });
    expect(await verdict(entries)).toEqual({ isWhole: true, entryCount: 5, head });
    expect(await verdict(entries.toSpliced(2, 1))).toEqual({ isWhole: false, sequence: 4, problem: 'missing' });
    expect(await verdict([at(0), at(2), at(1), at(3), at(4)])).toMatchObject({ problem: 'missing', sequence: 3 });
    expect(await verdict([...entries, at(1)])).toEqual({ isWhole: false, sequence: 2, problem: 'duplicate' });
    expect(await verdict(entries.slice(0, 3))).toEqual({ isWhole: false, sequence: 3, problem: 'tail-cut' });
    expect(await verdict([])).toEqual({ isWhole: false, sequence: 0, problem: 'tail-cut' });
    // Without a head kept elsewhere nobody can see that.
    expect(await verdict(entries.slice(0, 3), null)).toMatchObject({ isWhole: true, entryCount: 3 });
  });

  it('finds a chain that was written anew without the key, and another one with it', async () => {
    const { entries, head } = await chain();
    expect(await verifyAudit(tampered(entries), { key: 'another secret of 16', head })).toMatchObject({
      problem: 'edited',
    });
    const other = await chain();
    expect(await verifyAudit(tampered(other.entries), { key, head })).toMatchObject({ problem: 'head-differs' });
  });
});

describe('audit', () => {
  it('has a row for each attempt and none for what was refused here', async () => {
    const log = memoryAuditLog();
    const refusing = (code: 'rate-limited' | 'overload') => new LlmError(code, 'no');
    const model = guardModel(
      [scriptedModel([refusing('overload')]), scriptedModel([refusing('rate-limited')]), scriptedModel([text])],
      {
        retry: { random: () => 0, initialDelayMs: 0, maximumAttempts: 2 },
        audit: withAudit({ log, key, costOf: () => 250_000n }),
      },
    );
    const { attempts } = await model.generate(request);
    const entries = await entriesOf(log);
    expect(entries).toMatchObject([
      { outcome: 'failed', errorCode: 'overload', costNanoUsd: null, responseHash: null },
      { outcome: 'failed', errorCode: 'overload' },
      { outcome: 'answered', errorCode: null, costNanoUsd: '250000', usage: { total: 12 }, feature: 'market_summary' },
    ]);
    expect(entries.at(-1)?.attemptId).toBe(attempts.at(-1)?.attemptId);
    expect(entries[0]?.requestText).toBeNull();
    expect(new Set(entries.map((entry) => entry.requestHash)).size).toBe(1);
  });

  it('notes a reader who left and a stream that broke, with what was said', async () => {
    const log = memoryAuditLog();
    const cut = { text: 'Prices ', thenFail: new LlmError('network', 'cut', { partialText: 'Prices ' }) };
    const model = withAudit({ log, key, keepTexts: true })(scriptedModel([text, cut]));
    for await (const event of model.stream(request)) if (event.type === 'text-delta') break;
    const reading = (async () => {
      for await (const event of model.stream(request)) void event;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'network' });
    expect(await entriesOf(log)).toMatchObject([
      { outcome: 'aborted', errorCode: 'aborted', responseText: 'Prices ' },
      { outcome: 'failed', errorCode: 'network', responseText: 'Prices ' },
    ]);
    expect(await verifyAudit(log, { key })).toMatchObject({ isWhole: true });
  });

  it('hands out nothing that it cannot write, and refuses a short key', async () => {
    const log: AuditLog = { ...memoryAuditLog(), append: () => Promise.reject(new Error('disk full')) };
    await expect(withAudit({ log, key })(scriptedModel([text])).generate(request)).rejects.toMatchObject({
      code: 'store-failed',
    });
    expect(() => withAudit({ log, key: 'short' })).toThrow('16 characters');
  });

  it('goes on after a crash in the middle of a line', async () => {
    const path = newPath();
    const first = withAudit({ log: await fileAuditLog(path), key })(scriptedModel([text]));
    await first.generate(request);
    await first.generate(request);
    const whole = readFileSync(path, 'utf8');
    appendFileSync(path, '{"attemptId":"unfin');
    const log = await fileAuditLog(path);
    expect(readFileSync(path, 'utf8')).toBe(whole);
    await withAudit({ log, key })(scriptedModel([text])).generate(request);
    expect(await verifyAudit(log, { key })).toMatchObject({ isWhole: true, entryCount: 3 });
    writeFileSync(path, readFileSync(path, 'utf8').replace('"durationMs":', '"durationMs":1'));
    expect(await verifyAudit(await fileAuditLog(path), { key })).toMatchObject({ sequence: 1, problem: 'edited' });
  });
});
