import { availableParallelism } from 'node:os';
import type { OptionComputer } from '@pa/engines';
import { createWorkerPool } from './worker-pool.ts';

/** Model lines are valued side by side; more threads than this help little, because one line is the longest. */
const MOST_THREADS = 4;

/** A computer of option values in worker threads, so that the process goes on answering. `close` ends the threads. */
export interface ThreadedOptionComputer {
  readonly optionComputer: OptionComputer;
  close(): Promise<void>;
}

/** Makes the computer; a thread is started at the first question and let go of when it is idle. */
export function createOptionComputer(): ThreadedOptionComputer {
  const pool = createWorkerPool('option-values', { maxThreads: Math.min(MOST_THREADS, availableParallelism()) });
  return {
    optionComputer: {
      ladder: (market) => pool.run(market, { name: 'ladder' }) as ReturnType<OptionComputer['ladder']>,
      value: (question) => pool.run(question, { name: 'value' }) as ReturnType<OptionComputer['value']>,
      choice: (problem) => pool.run(problem, { name: 'choice' }) as ReturnType<OptionComputer['choice']>,
    },
    close: () => pool.destroy(),
  };
}
