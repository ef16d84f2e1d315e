import { analyseSeason } from '../../forecasting/season/analyse-season.ts';
import { FALSE_DISCOVERY_RATE } from '../../insights/select-insights.ts';
import { vehicleName } from '../../insights/segment-name.ts';
import { writeSeasonText } from '../../insights/write-season-text.ts';
import { discoveries } from '../../statistics/false-discovery.ts';
import type { PipelineDependencies } from '../pipeline-dependencies.ts';
import type { StoredAnalysis } from '../stored-analysis.ts';
import type { SegmentNames, Finding } from './finding.ts';

const MONTHS_A_YEAR = 12;

/** Model lines whose prices have a season that stays believed over all that were looked at, the clearest first. */
export async function seasonFindings(
  analysis: StoredAnalysis,
  options: { readonly dependencies: PipelineDependencies; readonly names: SegmentNames },
): Promise<readonly Finding[]> {
  const { market, asOf } = analysis;
  const { dependencies, names } = options;
  const looked = [];
  for (const segment of analysis.segments.filter((path) => path.split('/').length === 2)) {
    const stored = await dependencies.stores.marketIndices.latest({ market, segment, asOf });
    if (stored === null || stored.asOf !== asOf) continue;
    // The last month is left out while it runs: few of its sales are known.
    const points = stored.index.points.filter(({ month }) => `${month}-28` <= asOf);
    const season = analyseSeason({ ...stored.index, points });
    if (season.status === 'ok') looked.push({ segment, season, points });
  }
  const believed = discoveries(
    looked.map(({ season }) => season.pValue),
    { rate: FALSE_DISCOVERY_RATE },
  );
  const found = looked.filter(({ season }, index) => believed[index] === true && season.exists);
  found.sort((left, right) => left.season.pValue - right.season.pValue || (left.segment < right.segment ? -1 : 1));
  return Promise.all(
    found.map(async ({ segment, season, points }): Promise<Finding> => {
      const vehicle = await names(segment);
      const [entry] = await dependencies.stores.predictions.list({ segment, asOf, limit: 1 });
      const saleCounts = Map.groupBy(points, ({ month }) => Number(month.slice(5, 7)));
      return {
        type: 'season',
        subject: vehicleName(vehicle),
        write: (writing) =>
          writeSeasonText(
            {
              market,
              asOf,
              vehicle,
              months: season.effects.map(({ month, effect }) => ({
                month,
                effect,
                saleCount: (saleCounts.get(month) ?? []).reduce((sum, { saleCount }) => sum + saleCount, 0),
              })),
              yearCount: Math.floor(season.monthCount / MONTHS_A_YEAR),
              isClear: true,
              synthetic: entry?.prediction.synthetic ?? false,
            },
            writing,
          ),
      };
    }),
  );
}
