import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CacheProcessResult, CacheProcessTask } from './cache-process.ts';

/** A process that is connected and waits. */
export interface CacheProcess {
  readonly child: ChildProcess;
  go(): void;
  nextLine(): Promise<string>;
  /** Starts it and gives what it prints at its end. */
  run(): Promise<CacheProcessResult>;
}

export async function startCacheProcess(task: CacheProcessTask): Promise<CacheProcess> {
  const script = join(import.meta.dirname, 'cache-process.ts');
  const child = spawn(process.execPath, ['--conditions=@pa/source', script, JSON.stringify(task)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => {
    const { value, done } = await lines.next();
    if (done === true) throw new TypeError('the process of the cache has ended');
    return value;
  };
  if ((await nextLine()) !== 'ready') throw new TypeError('the process of the cache is not ready');
  const go = () => void child.stdin.write('go\n');
  return {
    child,
    go,
    nextLine,
    async run() {
      go();
      return JSON.parse(await nextLine()) as CacheProcessResult;
    },
  };
}
