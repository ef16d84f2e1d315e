import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process it is, so exactly that a reused process number is not mistaken for it. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** When the process started, as the system tells it; opaque, empty where the system does not tell. */
  readonly startedAt: string;
}

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, host: hostname(), startedAt: startOf(process.pid) ?? '' };
}

/**
 * `dead` only where it is certain. A process of another host is `unknown`, and so is one whose start nobody recorded
 * while its number is in use.
 */
export function livenessOf(identity: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  if (identity.host !== hostname()) return 'unknown';
  if (!isRunning(identity.pid)) return 'dead';
  const startedAt = startOf(identity.pid);
  if (startedAt === null || identity.startedAt === '') return 'unknown';
  return startedAt === identity.startedAt ? 'alive' : 'dead';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start of a process: on Linux the boot and the clock ticks since (proc(5)), elsewhere what `ps` says; else `null`. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name of the command stands in parentheses and may hold spaces; the start is the 22nd field.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // A killed process that its parent has not collected holds nothing any more.
      if (fields[0] === 'Z' || fields[0] === 'X') return 'ended';
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
    }
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
