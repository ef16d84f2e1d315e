import type { DatabaseStores } from '@pa/db';
import {
  ANALYST_TOOLS,
  builtInInterpreter,
  type CarValuer,
  MarketAnalyst,
  modelInterpreter,
  type PipelineDependencies,
} from '@pa/engines';
import type { Settings } from '../settings/read-settings.ts';
import { createGuardedModels } from './guarded-models.ts';

/**
 * The analyst of this process: the rules alone without a key; with one, the guarded models choose among the same tools and
 * write words that are proved.
 */
export function createMarketAnalyst(
  stores: DatabaseStores,
  options: {
    readonly now: () => number;
    readonly settings: Settings;
    readonly writer?: PipelineDependencies['writer'];
    readonly carValuer?: CarValuer;
  },
): MarketAnalyst {
  const { now, writer, carValuer } = options;
  const builtIn = builtInInterpreter();
  const { model, costs } = createGuardedModels(stores, options);
  const { priceBook } = costs;
  return new MarketAnalyst({
    stores,
    now,
    tools: ANALYST_TOOLS,
    builtIn,
    ...(model === undefined ? {} : { model: modelInterpreter({ model, priceBook, now, builtIn }) }),
    ...(writer === undefined ? {} : { writer }),
    ...(carValuer === undefined ? {} : { carValuer }),
  });
}
