import type { DatabaseDriver } from '@pa/db';
import { createStores } from '@pa/db';
import type { PipelineDependencies } from '@pa/engines';
import { createMarketFitter } from './market-fitter.ts';

/** What the pipelines of a process work with; `close` ends its threads. */
export interface Pipelines {
  readonly dependencies: PipelineDependencies;
  close(): Promise<void>;
}

/** Wires the pipelines to an open database and to worker threads for what is heavy. */
export function createPipelines(database: DatabaseDriver, options: { readonly now: () => number }): Pipelines {
  const fitter = createMarketFitter();
  return {
    dependencies: { stores: createStores(database), now: options.now, fitMarket: fitter.fitMarket },
    close: () => fitter.close(),
  };
}
