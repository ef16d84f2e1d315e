import type { MarketFitter } from '@pa/engines';
import { createWorkerPool } from './worker-pool.ts';

/** A fitter that computes in worker threads, so that the process goes on answering. `close` ends the threads. */
export interface ThreadedMarketFitter {
  readonly fitMarket: MarketFitter;
  close(): Promise<void>;
}

/** Makes the fitter; a thread is started at the first fit and let go of when it is idle. */
export function createMarketFitter(): ThreadedMarketFitter {
  const pool = createWorkerPool('fit-market', { maxThreads: 1 });
  return {
    fitMarket: (request) => pool.run(request, { name: 'fitMarket' }) as ReturnType<MarketFitter>,
    close: () => pool.destroy(),
  };
}
