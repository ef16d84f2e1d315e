import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../bin/pa.mjs', import.meta.url));

export interface PaOptions {
  /** Working folder of the process. */
  readonly folder: string;
  /** Settings; nothing of the machine's own settings reaches the process. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface PaResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the real command line as a process of its own. */
export function spawnPa(parameters: readonly string[], { folder, settings = {} }: PaOptions): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, ['--conditions=@pa/source', ENTRY, ...parameters], {
    cwd: folder,
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the real command line to its end. */
export async function runPa(parameters: readonly string[], options: PaOptions): Promise<PaResult> {
  const child = spawnPa(parameters, options);
  const text = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (text.stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (text.stderr += String(chunk)));
  await once(child, 'close');
  return { exitCode: child.exitCode, ...text };
}

/** A process that goes on until it is stopped, with everything it has said so far. */
export interface RunningPa {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Waits until the process has said something that matches; fails with what it said where it ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal and answers the exit code, `null` where the signal killed it. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a process that goes on. */
export function keepRunning(parameters: readonly string[], options: PaOptions): RunningPa {
  const child = spawnPa(parameters, options);
  let said = '';
  let wake: () => void = () => undefined;
  const hear = (chunk: unknown) => {
    said += String(chunk);
    wake();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = once(child, 'close').then(() => wake());
  return {
    child,
    said: () => said,
    async until(pattern) {
      for (;;) {
        const match = pattern.exec(said);
        if (match !== null) return match;
        if (child.exitCode !== null || child.signalCode !== null) {
          throw new Error(
            `the process ended (${child.exitCode ?? child.signalCode}) before it said ${pattern}:\n${said}`,
          );
        }
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    async stop(signal) {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}
