import type { MarketFitter, MarketPredictor } from '@pa/engines';
import { createWorkerPool } from './worker-pool.ts';

/** A fitter that computes in worker threads, so that the process goes on answering. `close` ends the threads. */
export interface ThreadedMarketFitter {
  readonly fitMarket: MarketFitter;
  readonly fitPredictions: MarketPredictor;
  close(): Promise<void>;
}

/** Days of the past are predicted side by side; a day's analysis comes alone. */
const MAX_THREADS = 2;

/** Makes the fitter; a thread is started at the first fit and let go of when it is idle. */
export function createMarketFitter(): ThreadedMarketFitter {
  const pool = createWorkerPool('fit-market', { maxThreads: MAX_THREADS });
  return {
    fitMarket: (request) => pool.run(request, { name: 'fitMarket' }) as ReturnType<MarketFitter>,
    fitPredictions: (request) => pool.run(request, { name: 'fitPredictions' }) as ReturnType<MarketPredictor>,
    close: () => pool.destroy(),
  };
}
