import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { CacheKey } from '../define-cache-key.ts';
import { type CacheSecrets, checkSecrets, decrypt, encrypt } from './encryption.ts';

/** Turns the JSON of a value into the JSON that stores keep, and back. */
export interface ValueCodec {
  encode(json: string, key: Pick<CacheKey, 'text'>): string;
  /** `null` for what another version wrote, what is damaged, and what no known secret opens. */
  decode(stored: string, key: Pick<CacheKey, 'text'>): string | null;
}

export interface ValueCodecOptions {
  /** Values of more characters are compressed (zlib). Default 4,096; `Infinity` never does. */
  readonly compressAbove?: number;
  /** Encrypts what is stored. Default: it is stored as it is. */
  readonly secrets?: CacheSecrets;
}

/** Every form begins with the version: a change of a form takes a new one, and entries of another are misses. */
const VERSION = '{"v":2,';
const PLAIN = `${VERSION}"crc32":`;
const PLAIN_VALUE = ',"plain":';
const DEFLATED = `${VERSION}"deflated":"`;
const SEALED = `${VERSION}"sealed":"`;
const MAXIMUM_INFLATED_BYTES = 256 * 1024 * 1024;

/** Writes values in a versioned form, large ones compressed, encrypted where there are secrets. */
export function createValueCodec(options: ValueCodecOptions = {}): ValueCodec {
  const { compressAbove = 4096, secrets } = options;
  if (secrets !== undefined) checkSecrets(secrets);
  const pack = (json: string): string => {
    if (json.length <= compressAbove) return plain(json);
    const deflated = deflateSync(json).toString('base64');
    return deflated.length < json.length ? `${DEFLATED}${deflated}"}` : plain(json);
  };
  return {
    encode(json, key) {
      const packed = pack(json);
      return secrets === undefined ? packed : `${SEALED}${encrypt(packed, { secrets, boundTo: key.text })}"}`;
    },
    decode(stored, key) {
      try {
        if (secrets === undefined) return unpack(stored);
        // With secrets only what they open is trusted: nobody but their holders can put words into the cache.
        if (!stored.startsWith(SEALED)) return null;
        const packed = decrypt(stored.slice(SEALED.length, -2), { secrets, boundTo: key.text });
        return packed === null ? null : unpack(packed);
      } catch {
        return null;
      }
    },
  };
}

function plain(json: string): string {
  return `${PLAIN}${crc32(json)}${PLAIN_VALUE}${json}}`;
}

/** Every form has a checksum: a value that was damaged on its way is no value. */
function unpack(packed: string): string | null {
  if (packed.startsWith(PLAIN)) {
    const end = packed.indexOf(PLAIN_VALUE, PLAIN.length);
    if (end < 0) return null;
    const json = packed.slice(end + PLAIN_VALUE.length, -1);
    return crc32(json) === Number(packed.slice(PLAIN.length, end)) ? json : null;
  }
  if (!packed.startsWith(DEFLATED)) return null;
  const deflated = Buffer.from(packed.slice(DEFLATED.length, -2), 'base64');
  return inflateSync(deflated, { maxOutputLength: MAXIMUM_INFLATED_BYTES }).toString();
}
