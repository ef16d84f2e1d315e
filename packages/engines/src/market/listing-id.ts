import { hash } from 'node:crypto';

/**
 * The id of a listing: a version 8 UUID (RFC 9562) made from the SHA-256 of its source and its stable identity there,
 * so that the same row has the same id on every machine and at every import.
 */
export function listingId(row: { readonly source: string; readonly sourceKey: string }): string {
  const digest = hash('sha256', JSON.stringify([row.source, row.sourceKey]), 'hex');
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
