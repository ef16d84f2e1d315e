import type { WritingOptions, WrittenInsight } from '../insights/written-insight.ts';
import { deterministicUuid } from '../market/deterministic-uuid.ts';
import type { AnalysisDepth, MarketInsight } from '../market/insight.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';

/** A text that was written now or had been before. */
export interface OnceWritten {
  readonly insight: MarketInsight;
  /** What was paid now: 0 where the text was there. */
  readonly costNanoUsd: bigint;
  /** Attempts of the language model that were not served. */
  readonly refusedTexts: number;
}

/**
 * Writes a text unless the store has it: the identity names everything that shapes it, and the same identity is the same
 * text for ever. Two writers at once may both pay; both answer the one that was stored.
 */
export async function writeOnce(
  dependencies: Pick<PipelineDependencies, 'stores' | 'now' | 'writer'>,
  options: {
    readonly identity: readonly string[];
    readonly write: (writing: WritingOptions) => Promise<WrittenInsight>;
  },
): Promise<OnceWritten> {
  const { stores, now, writer } = dependencies;
  const id = deterministicUuid(JSON.stringify(['insight', ...options.identity]));
  const known = await stores.insights.byId(id);
  if (known !== null) return { insight: known, costNanoUsd: 0n, refusedTexts: 0 };
  const written = await options.write({ now, newId: () => id, ...(writer === undefined ? {} : { writer }) });
  await stores.insights.save([written.insight]);
  return {
    insight: (await stores.insights.byId(id)) ?? written.insight,
    costNanoUsd: written.insight.costNanoUsd,
    refusedTexts: written.failures.length,
  };
}

/** The identity of a text at a depth; the standard one is that of texts without a depth. */
export function depthIdentity(identity: readonly string[], depth: AnalysisDepth): readonly string[] {
  return depth === 'standard' ? identity : [...identity, depth];
}
