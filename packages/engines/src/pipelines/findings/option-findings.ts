import { selectInsights } from '../../insights/select-insights.ts';
import { vehicleName } from '../../insights/segment-name.ts';
import { writeOptionValueText } from '../../insights/write-option-value-text.ts';
import { marketKey } from '../../market/price.ts';
import { CATALOGUE_MAKE } from '../../options/catalogue/option-catalogue.ts';
import type { OptionValue } from '../../options/values/option-value.ts';
import { OPTION_LADDERS, OPTION_LADDERS_VERSION, type OptionLadderAnswer } from '../option-ladders.ts';
import type { PipelineDependencies } from '../pipeline-dependencies.ts';
import type { StoredAnalysis } from '../stored-analysis.ts';
import type { SegmentNames, Finding } from './finding.ts';

const MOST_FINDINGS = 20;

/**
 * Options whose worth stays believed over every option of every model line, those that matter most first. Read from the
 * ladders that the daily run left; empty where it valued no options on the day of the analysis.
 */
export async function optionFindings(
  analysis: StoredAnalysis,
  { dependencies }: { readonly dependencies: PipelineDependencies; readonly names: SegmentNames },
): Promise<readonly Finding[]> {
  const { market, asOf, dataHash } = analysis;
  const query = { kind: OPTION_LADDERS, version: OPTION_LADDERS_VERSION, market: marketKey(market), asOf };
  const record = await dependencies.stores.fittedModels.latest(query);
  if (record === null || record.asOf !== asOf || record.dataHash !== dataHash) return [];
  const ladders = Object.entries(record.payload as Readonly<Record<string, OptionLadderAnswer>>);
  const looked = ladders.flatMap(([model, ladder]) =>
    ladder.values.map((option) => ({ model, ladder, option, subject: `${option.name} / ${CATALOGUE_MAKE} ${model}` })),
  );
  const chosen = selectInsights(
    looked.map(({ option, ladder, subject }) => {
      const surprise = surpriseOf(option);
      return {
        type: 'option_value' as const,
        subject,
        surprise,
        reach: option.withCount / Math.max(1, ladder.saleCount),
        confidence: surprise ** 2 / (1 + surprise ** 2),
      };
    }),
    { asOf, limit: MOST_FINDINGS },
  );
  const bySubject = new Map(looked.map((entry) => [entry.subject, entry]));
  return chosen.flatMap(({ subject }) => {
    const found = bySubject.get(subject);
    return found === undefined ? [] : [findingOf(found, { market, asOf })];
  });
}

/** How many standard errors the worth lies from none; 0 without an error to measure it by. */
function surpriseOf({ value }: OptionValue): number {
  return value.standardError > 0 ? value.logValue / value.standardError : 0;
}

function findingOf(
  found: {
    readonly model: string;
    readonly ladder: OptionLadderAnswer;
    readonly option: OptionValue;
  },
  { market, asOf }: Pick<StoredAnalysis, 'market' | 'asOf'>,
): Finding {
  const { model, ladder, option } = found;
  const vehicle = { make: CATALOGUE_MAKE, model, generation: null, trim: null };
  const { interval, amount } = option.value;
  return {
    type: 'option_value',
    subject: `${option.name} / ${vehicleName(vehicle)}`,
    write: (writing) =>
      writeOptionValueText(
        {
          market,
          asOf,
          vehicle,
          optionName: option.name,
          amount,
          share: Math.exp(option.value.logValue) - 1,
          interval,
          withCount: option.withCount,
          withoutCount: option.withoutCount,
          retainedShare: option.retainedShare,
          isClear: interval.lower > 0 || interval.upper < 0,
          synthetic: ladder.synthetic,
        },
        writing,
      ),
  };
}
