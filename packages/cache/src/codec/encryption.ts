import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { CacheError } from '../errors.ts';

/** A key of AES-256 and the name under which entries remember it. */
export interface CacheSecret {
  /** Letters, digits, `_` and `-`. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** What entries are sealed with, and what sealed them before. Taking a secret out makes its entries misses. */
export interface CacheSecrets {
  readonly current: CacheSecret;
  readonly previous?: readonly CacheSecret[];
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Throws a `CacheError` with `invalid-secret` where a secret cannot be used. */
export function checkSecrets(secrets: CacheSecrets): void {
  for (const { id, key } of [secrets.current, ...(secrets.previous ?? [])]) {
    if (!/^[\w-]{1,64}$/.test(id)) {
      throw new CacheError('invalid-secret', `"${id}" is no name of a secret: use letters, digits, "_" and "-".`);
    }
    if (key.length !== 32) {
      throw new CacheError('invalid-secret', `The secret "${id}" has ${key.length} bytes: AES-256 takes 32.`);
    }
  }
}

/**
 * AES-256-GCM with a random nonce (NIST SP 800-38D), as `id.base64`. The text is bound to a name, its cache key, so that an
 * entry cannot be moved to another key.
 */
export function encrypt(
  text: string,
  { secrets, boundTo }: { readonly secrets: CacheSecrets; readonly boundTo: string },
): string {
  const { id, key } = secrets.current;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(`${id}\n${boundTo}`));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${id}.${sealed.toString('base64')}`;
}

/** The text; `null` where its secret is not known. Throws where the text is damaged, forged, or bound to another name. */
export function decrypt(
  sealed: string,
  { secrets, boundTo }: { readonly secrets: CacheSecrets; readonly boundTo: string },
): string | null {
  const dot = sealed.indexOf('.');
  const id = sealed.slice(0, dot);
  const secret = [secrets.current, ...(secrets.previous ?? [])].find((each) => each.id === id);
  if (dot < 0 || secret === undefined) return null;
  const bytes = Buffer.from(sealed.slice(dot + 1), 'base64');
  const decipher = createDecipheriv(ALGORITHM, secret.key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(`${id}\n${boundTo}`));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8');
  return text + decipher.final('utf8');
}
