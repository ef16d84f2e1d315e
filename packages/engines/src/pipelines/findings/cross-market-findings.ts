import { vehicleName } from '../../insights/segment-name.ts';
import { writeCrossMarketText } from '../../insights/write-cross-market-text.ts';
import { correlateSegments } from '../market-correlations.ts';
import type { PipelineDependencies } from '../pipeline-dependencies.ts';
import { createAnalysisReader, type StoredAnalysis } from '../stored-analysis.ts';
import type { SegmentNames, Finding } from './finding.ts';

/** Pairs of model lines whose prices move together or one ahead of the other; the leads first, then the closest. */
export async function crossMarketFindings(
  analysis: StoredAnalysis,
  options: { readonly dependencies: PipelineDependencies; readonly names: SegmentNames },
): Promise<readonly Finding[]> {
  const { market, asOf } = analysis;
  const { dependencies, names } = options;
  const access = { dependencies, analyses: createAnalysisReader(dependencies.stores) };
  const correlations = await correlateSegments({ market, asOf }, access);
  if (correlations.status !== 'ok') return [];
  const { pairs } = correlations;
  const found = pairs
    .filter(({ significant, leadLag }) => significant || leadLag !== null)
    .toSorted(
      (left, right) =>
        Number(right.leadLag !== null) - Number(left.leadLag !== null) ||
        Math.abs(right.correlation) - Math.abs(left.correlation) ||
        (`${left.left} ${left.right}` < `${right.left} ${right.right}` ? -1 : 1),
    );
  return Promise.all(
    found.map(async (pair): Promise<Finding> => {
      const first = pair.leadLag?.leader ?? pair.left;
      const second = pair.leadLag?.follower ?? pair.right;
      const [leader, follower] = [vehicleName(await names(first)), vehicleName(await names(second))];
      const [entry] = await dependencies.stores.predictions.list({ segment: first, asOf, limit: 1 });
      return {
        type: 'cross_market',
        subject: `${leader} / ${follower}`,
        write: (writing) =>
          writeCrossMarketText(
            {
              market,
              asOf,
              leader,
              follower,
              lagMonths: pair.leadLag?.lagMonths ?? 0,
              correlation: pair.leadLag?.correlation ?? pair.correlation,
              monthCount: pair.monthCount,
              isClear: true,
              pairCount: pairs.length,
              synthetic: entry?.prediction.synthetic ?? false,
            },
            writing,
          ),
      };
    }),
  );
}
