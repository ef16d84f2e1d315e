import { timingSafeEqual } from 'node:crypto';
import type { AuditEntry, AuditHead, AuditLog } from './audit-log.ts';
import { keyedHash, macOf, noMac } from './seal-entry.ts';

/**
 * What is wrong at an entry. - `edited`: its mac does not fit it. - `text-edited`: a text does not fit its hash. - `missing`:
 * entries before it are gone. - `duplicate`, `reordered`: it stands where it should not. - `unlinked`: it does not follow the
 * one before. - `tail-cut`: the chain ends before the head that was kept. - `head-differs`: another entry is where the head
 * was.
 */
export type AuditProblem =
  | 'edited'
  | 'text-edited'
  | 'missing'
  | 'duplicate'
  | 'reordered'
  | 'unlinked'
  | 'tail-cut'
  | 'head-differs';

export type AuditVerdict =
  | { readonly isWhole: true; readonly entryCount: number; readonly head: AuditHead | null }
  | { readonly isWhole: false; readonly sequence: number; readonly problem: AuditProblem };

/**
 * Reads a chain from its beginning and stops at the first thing that is wrong. `head` is the newest entry that the caller
 * knows of from a second place: without it a cut tail cannot be seen.
 */
export async function verifyAudit(
  log: AuditLog,
  options: { readonly key: string; readonly head?: AuditHead | null },
): Promise<AuditVerdict> {
  const { key, head = null } = options;
  let last: AuditHead = { sequence: 0, mac: noMac };
  const bad = (sequence: number, problem: AuditProblem): AuditVerdict => ({ isWhole: false, sequence, problem });
  const macs = new Set<string>();
  for await (const entry of log.read()) {
    const problem = problemOf(entry, { key, last, isKnown: macs.has(entry.mac) });
    if (problem !== null) return bad(entry.sequence, problem);
    if (entry.sequence === head?.sequence && entry.mac !== head.mac) return bad(entry.sequence, 'head-differs');
    macs.add(entry.mac);
    last = entry;
  }
  if (head !== null && last.sequence < head.sequence) return bad(last.sequence, 'tail-cut');
  return {
    isWhole: true,
    entryCount: last.sequence,
    head: last.sequence === 0 ? null : { sequence: last.sequence, mac: last.mac },
  };
}

function problemOf(
  entry: AuditEntry,
  { key, last, isKnown }: { readonly key: string; readonly last: AuditHead; readonly isKnown: boolean },
): AuditProblem | null {
  if (isKnown) return 'duplicate';
  if (!isSame(macOf(key, entry), entry.mac)) return 'edited';
  if (entry.sequence <= last.sequence) return 'reordered';
  if (entry.sequence > last.sequence + 1) return 'missing';
  if (entry.previousMac !== last.mac) return 'unlinked';
  if (entry.requestText !== null && keyedHash(key, entry.requestText) !== entry.requestHash) return 'text-edited';
  if (entry.responseText !== null && keyedHash(key, entry.responseText) !== entry.responseHash) return 'text-edited';
  return null;
}

function isSame(expected: string, found: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(found)];
  return a.length === b.length && timingSafeEqual(a, b);
}
