import type { DatabaseDriver } from '@pa/db';
import { createStores } from '@pa/db';
import type { PipelineDependencies } from '@pa/engines';
import type { Settings } from '../settings/read-settings.ts';
import { createInsightWriter } from './insight-writer.ts';
import { createMarketFitter } from './market-fitter.ts';

/** What the pipelines of a process work with; `close` ends its threads. */
export interface Pipelines {
  readonly dependencies: PipelineDependencies;
  close(): Promise<void>;
}

/** Wires the pipelines to an open database, to worker threads for what is heavy, and to the language models there are. */
export function createPipelines(
  database: DatabaseDriver,
  options: { readonly now: () => number; readonly settings: Settings },
): Pipelines {
  const fitter = createMarketFitter();
  const stores = createStores(database);
  const words = createInsightWriter(stores, options);
  return {
    dependencies: { stores, now: options.now, fitMarket: fitter.fitMarket, ...words.dependencies },
    close() {
      words.close();
      return fitter.close();
    },
  };
}
