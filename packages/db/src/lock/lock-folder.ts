import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseLockedError } from '../errors.ts';
import { announceClaim, type Claim, holdClaim, readClaims, removeClaim } from './claim.ts';
import { livenessOf } from './process-identity.ts';

/** The right to be the only process on a folder. */
export interface FolderLock {
  /** Gives the folder back; a second call does nothing. */
  release(): Promise<void>;
}

const POLL_MS = 10;
const RACE_TIMEOUT_MS = 10_000;

/**
 * Takes a folder for this process, or throws a `DatabaseLockedError` that names the holder.
 *
 * Every opener writes its claim under a name of its own in `<folder>.lock`, and only then looks at the others: of two
 * openers at least one sees the other. A held claim turns newcomers away; among openers that race, the first by name
 * stays and the others withdraw. Claims are removed only when their process is certainly dead (process number and
 * start time), never by their age: names are never used twice, so no removal can hit a newer claim.
 */
export async function lockFolder(folder: string, options: { readonly now?: () => number } = {}): Promise<FolderLock> {
  const claims = `${folder}.lock`;
  mkdirSync(claims, { recursive: true });
  const own = announceClaim(claims, { now: options.now ?? Date.now });
  try {
    await outlastRivals({ folder, claims, own });
  } catch (error) {
    removeClaim(claims, own);
    throw error;
  }
  const held = holdClaim(claims, own);
  const removeHeld = () => removeClaim(claims, held);
  process.once('exit', removeHeld);
  return {
    async release() {
      process.off('exit', removeHeld);
      removeHeld();
    },
  };
}

async function outlastRivals(context: { readonly folder: string; readonly claims: string; readonly own: Claim }) {
  const { folder, claims, own } = context;
  for (let waitedMs = 0; ; waitedMs += POLL_MS) {
    const rivals = rivalsOf(claims, own);
    if (rivals.length === 0) return;
    const winner = rivals.find((rival) => rival.held) ?? rivals.find((rival) => rival.name < own.name);
    const stuck = waitedMs >= RACE_TIMEOUT_MS ? rivals[0] : undefined;
    const holder = winner ?? stuck;
    if (holder !== undefined) throw new DatabaseLockedError({ folder, ...holder, advice: adviceFor(claims, holder) });
    await sleep(POLL_MS);
  }
}

/** Claims of other openers that may be alive; those of dead processes are removed on the way. */
function rivalsOf(claims: string, own: Claim): readonly Claim[] {
  return readClaims(claims).filter((claim) => {
    if (claim.name === own.name) return false;
    if (livenessOf(claim) !== 'dead') return true;
    removeClaim(claims, claim);
    return false;
  });
}

function adviceFor(claims: string, holder: Claim): string {
  return livenessOf(holder) === 'alive'
    ? `stop it, name another folder, or set DATABASE_URL to a Postgres server that several processes may share`
    : `if that process on host ${holder.host || 'unknown'} has ended, remove ${join(claims, holder.name)} and try again`;
}
