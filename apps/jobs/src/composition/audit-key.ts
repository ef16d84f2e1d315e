import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Settings } from '../settings/read-settings.ts';

const KEY_BYTES = 32;

/** Where the key of the audit comes from. */
export type AuditKeySource = 'setting' | 'file' | 'none';

/** A database that several machines share has one key, which none of them can make up. */
export function auditKeySource({ values }: Settings): AuditKeySource {
  if (values.PA_AUDIT_KEY !== undefined) return 'setting';
  return values.DATABASE_URL === undefined ? 'file' : 'none';
}

/** The file that keeps the key of an embedded database, beside its folder and not in it. */
export function auditKeyPath({ values }: Settings): string {
  return join(resolve(values.PA_DATA_DIR), 'audit-key');
}

/** The secret that seals the audit; made on first use for an embedded database, `undefined` where there can be none. */
export function readAuditKey(settings: Settings): string | undefined {
  if (settings.values.PA_AUDIT_KEY !== undefined) return settings.values.PA_AUDIT_KEY;
  if (auditKeySource(settings) === 'none') return undefined;
  const path = auditKeyPath(settings);
  const made = `${randomBytes(KEY_BYTES).toString('base64url')}\n`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, made, { flag: 'wx', mode: 0o600 });
    chmodSync(path, 0o600);
    return made.trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readFileSync(path, 'utf8').trim();
  }
}
