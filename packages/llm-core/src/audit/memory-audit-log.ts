import type { AuditEntry, AuditLog } from './audit-log.ts';

/** A chain in the memory of this process, gone with it. */
export function memoryAuditLog(): AuditLog {
  const entries: AuditEntry[] = [];
  const head = () => entries.at(-1) ?? null;
  return {
    async append(seal) {
      const entry = seal(head());
      entries.push(entry);
      return entry;
    },
    async head() {
      const last = head();
      return last === null ? null : { sequence: last.sequence, mac: last.mac };
    },
    async *read({ fromSequence = 1 } = {}) {
      for (const entry of entries.slice()) if (entry.sequence >= fromSequence) yield entry;
    },
    async eraseTexts({ before }) {
      let erased = 0;
      for (const [index, entry] of entries.entries()) {
        if (entry.startedAt >= before || (entry.requestText === null && entry.responseText === null)) continue;
        entries[index] = { ...entry, requestText: null, responseText: null };
        erased += 1;
      }
      return erased;
    },
  };
}
