import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ownIdentity, type ProcessIdentity } from './process-identity.ts';

/** What a process writes down when it wants a folder. */
export interface Claim extends ProcessIdentity {
  /** Name of its file, which no other claim ever has. */
  readonly name: string;
  readonly held: boolean;
  /** What the process runs, for people. */
  readonly command: string;
  /** ISO instant of the claim, for people: a lock is never judged by its age. */
  readonly since: string;
}

const CLAIM = /^claim-.*\.json$/;

/** Announces a claim of this process; the file appears whole or not at all. */
export function announceClaim(lockFolder: string, options: { readonly now: () => number }): Claim {
  const id = randomUUID();
  const name = `claim-${id}.json`;
  const command = process.argv
    .slice(0, 4)
    .map((part, index) => (index < 2 ? basename(part) : part))
    .join(' ');
  const content = { ...ownIdentity(), command, since: new Date(options.now()).toISOString() };
  const draft = join(lockFolder, `draft-${id}.json`);
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(draft, join(lockFolder, name));
  return { ...content, name, held: false };
}

/**
 * Marks a claim as won by a second file. The claim itself stays as it is: a reader that lists the folder while a file
 * is renamed may see neither name.
 */
export function holdClaim(lockFolder: string, claim: Claim): Claim {
  writeFileSync(markerOf(lockFolder, claim.name), '');
  return { ...claim, held: true };
}

/** Takes a claim away; one that is gone already is no error. */
export function removeClaim(lockFolder: string, claim: Claim): void {
  rmSync(join(lockFolder, claim.name), { force: true });
  rmSync(markerOf(lockFolder, claim.name), { force: true });
}

/** All claims on a folder, those of dead processes among them. */
export function readClaims(lockFolder: string): readonly Claim[] {
  const claims: Claim[] = [];
  for (const name of readdirSync(lockFolder)) {
    if (!CLAIM.test(name)) continue;
    const content = readClaim(join(lockFolder, name));
    if (content !== null) claims.push({ ...content, name, held: existsSync(markerOf(lockFolder, name)) });
  }
  return claims;
}

function markerOf(lockFolder: string, claimName: string): string {
  return join(lockFolder, claimName.replace(/^claim-(.*)\.json$/, 'held-$1'));
}

/** `null` where the claim was withdrawn between the listing and the reading. */
function readClaim(path: string): Omit<Claim, 'name' | 'held'> | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  const unknown = { pid: 0, host: '', startedAt: '', command: `see ${path}`, since: 'an unknown time' };
  try {
    return { ...unknown, ...(JSON.parse(text) as Partial<Claim>) };
  } catch {
    return unknown;
  }
}
