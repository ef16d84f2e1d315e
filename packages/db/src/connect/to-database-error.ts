import {
  DatabaseDiskFullError,
  DatabaseError,
  DatabaseLoginRefusedError,
  DatabaseMissingError,
  DatabaseUnreachableError,
} from '../errors.ts';

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ENOENT',
  // Shutting down, crashed, starting up, too many connections.
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);
const LOGIN_REFUSED = new Set(['28P01', '28000', '08P01']);
const DISK_FULL = new Set(['53100', 'ENOSPC']);

/**
 * The error as one of this package's where it says something about the server, the login or the disk; any other error
 * comes back as it is, for example a violated constraint.
 */
export function toDatabaseError(cause: unknown, options: { readonly location: string }): unknown {
  if (cause instanceof DatabaseError || !(cause instanceof Error)) return cause;
  const { location } = options;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (DISK_FULL.has(code) || /no space left on device/i.test(cause.message)) {
    return new DatabaseDiskFullError({ location, cause });
  }
  if (LOGIN_REFUSED.has(code)) return new DatabaseLoginRefusedError({ location, reason: cause.message, cause });
  if (code === '3D000') return new DatabaseMissingError({ location, reason: cause.message, cause });
  if (UNREACHABLE.has(code) || isConnectionFailure(cause, code)) {
    // Node reports several refused addresses as one error without a message.
    const reason = [code, cause.message].filter((part) => part !== '').join(' ');
    return new DatabaseUnreachableError({ location, reason: firstLine(reason), cause });
  }
  return cause;
}

/** Failures of the `pg` client and of TLS that carry no code of their own, or one of many. */
function isConnectionFailure(error: Error, code: string): boolean {
  return (
    code.startsWith('ERR_TLS') ||
    code.includes('CERT') ||
    /^Connection terminated|^timeout exceeded when trying to connect|does not support SSL|^timeout expired/i.test(
      error.message,
    )
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
