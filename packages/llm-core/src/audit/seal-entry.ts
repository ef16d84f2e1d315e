import { createHmac } from 'node:crypto';
import type { AuditEntry, AuditHead, AuditRecord, AuditTexts } from './audit-log.ts';
import { canonicalJson } from './canonical-json.ts';

/** What stands before the first entry. */
export const noMac = '0'.repeat(64);

/** HMAC-SHA-256 in hex. */
export function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

/** The mac that an entry ought to have. Texts are left out, so that they can be erased. */
export function macOf(key: string, entry: Omit<AuditEntry, 'mac'>): string {
  const { requestText: _request, responseText: _response, ...sealed } = entry;
  const { mac: _mac, ...body } = sealed as Partial<AuditEntry>;
  return keyedHash(key, canonicalJson(body));
}

/** Makes the entry that follows a head. */
export function sealEntry(
  record: AuditRecord & AuditTexts,
  options: { readonly key: string; readonly head: AuditHead | null },
): AuditEntry {
  const { key, head } = options;
  const entry = { ...record, sequence: (head?.sequence ?? 0) + 1, previousMac: head?.mac ?? noMac };
  return { ...entry, mac: macOf(key, entry) };
}
