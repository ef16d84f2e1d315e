import type { MarketFitter } from '@pa/engines';
import { Piscina } from 'piscina';

/** A fitter that computes in worker threads, so that the process goes on answering. `close` ends the threads. */
export interface ThreadedMarketFitter {
  readonly fitMarket: MarketFitter;
  close(): Promise<void>;
}

/** Makes the fitter; a thread is started at the first fit and let go of when it is idle. */
export function createMarketFitter(): ThreadedMarketFitter {
  const onSources = import.meta.url.endsWith('.ts');
  // The build puts all code into one folder, with the thread's file in a folder of its own.
  const file = onSources ? '../workers/fit-market.ts' : './workers/fit-market.js';
  const pool = new Piscina({
    filename: new URL(file, import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 1000,
  });
  return {
    fitMarket: (request) => pool.run(request, { name: 'fitMarket' }) as ReturnType<MarketFitter>,
    close: () => pool.destroy(),
  };
}
