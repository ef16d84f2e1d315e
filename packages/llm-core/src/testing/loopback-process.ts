import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { VendorAnswer } from './loopback/vendor-answer.ts';

export interface LoopbackProcess extends AsyncDisposable {
  /** Such as `http://127.0.0.1:40123`. */
  readonly url: string;
}

/**
 * The loopback server in a process of its own, so that what it computes is not on the caller's account. It gives every
 * request the same answer, but for one that names a fault in its header `x-loopback-fault` (see `FaultKind`). It ends with
 * the process that started it.
 */
export async function startLoopbackProcess(plan: {
  readonly answer: VendorAnswer;
  /** Seconds of `Retry-After` of the fault `rate-limited`. Default 1. */
  readonly retryAfterSeconds?: number;
}): Promise<LoopbackProcess> {
  const isSource = import.meta.url.endsWith('.ts');
  const entry = new URL(isSource ? './loopback-child.ts' : './loopback-child.js', import.meta.url);
  const child = fork(fileURLToPath(entry), [JSON.stringify(plan)], {
    execArgv: isSource ? ['--conditions=@pa/source'] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const started = await Promise.race([
    once(child, 'message').then(([url]) => String(url)),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The loopback server ended with ${String(code)}.`))),
  ]);
  return {
    url: started,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
