import type { OptionComputer } from '@pa/engines';
import { Piscina } from 'piscina';

/** A computer of option values in a worker thread, so that the process goes on answering. `close` ends the thread. */
export interface ThreadedOptionComputer {
  readonly optionComputer: OptionComputer;
  close(): Promise<void>;
}

/** Makes the computer; its thread is started at the first question and let go of when it is idle. */
export function createOptionComputer(): ThreadedOptionComputer {
  const onSources = import.meta.url.endsWith('.ts');
  // The build puts all code into one folder, with the thread's file in a folder of its own.
  const file = onSources ? '../workers/option-values.ts' : './workers/option-values.js';
  const pool = new Piscina({
    filename: new URL(file, import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 1000,
  });
  return {
    optionComputer: {
      ladder: (market) => pool.run(market, { name: 'ladder' }) as ReturnType<OptionComputer['ladder']>,
      value: (question) => pool.run(question, { name: 'value' }) as ReturnType<OptionComputer['value']>,
      choice: (problem) => pool.run(problem, { name: 'choice' }) as ReturnType<OptionComputer['choice']>,
    },
    close: () => pool.destroy(),
  };
}
