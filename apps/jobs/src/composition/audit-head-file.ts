import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { AuditHead, AuditLog } from '@pa/llm-core';
import { CommandError } from '../errors.ts';
import type { Settings } from '../settings/read-settings.ts';

/** The second place in which the newest entry of the audit is known. */
export function auditHeadPath({ values }: Settings): string {
  return resolve(values.PA_AUDIT_HEAD_FILE ?? join(values.PA_DATA_DIR, 'audit-head.json'));
}

/** The head that was kept; `null` where none was yet. */
export function readAuditHead(path: string): AuditHead | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  try {
    const { sequence, mac } = JSON.parse(text) as AuditHead;
    if (Number.isSafeInteger(sequence) && sequence > 0 && /^[0-9a-f]{64}$/.test(mac)) return { sequence, mac };
  } catch {
    // Said below.
  }
  throw new CommandError(
    'AUDIT_HEAD_UNREADABLE',
    `${path} holds no head of the audit: put back the file as it was, or name another with PA_AUDIT_HEAD_FILE.`,
  );
}

/** Keeps a head, whole or not at all, unless a newer one is kept already. */
export function keepAuditHead(path: string, head: AuditHead): void {
  const kept = readAuditHead(path);
  if (kept !== null && kept.sequence >= head.sequence) return;
  mkdirSync(dirname(path), { recursive: true });
  const next = `${path}.${process.pid}.next`;
  writeFileSync(next, `${JSON.stringify({ sequence: head.sequence, mac: head.mac })}\n`, { mode: 0o600 });
  renameSync(next, path);
}

/** A log whose newest entry is known in a file too. Where the file cannot be written the entry stands, and `onError` hears of it. */
export function withKeptHead(
  log: AuditLog,
  options: { readonly path: string; readonly onError?: (error: unknown) => void },
): AuditLog {
  return {
    ...log,
    async append(seal) {
      const entry = await log.append(seal);
      try {
        keepAuditHead(options.path, entry);
      } catch (error) {
        options.onError?.(error);
      }
      return entry;
    },
  };
}
