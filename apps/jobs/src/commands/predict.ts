import { createStores } from '@pa/db';
import { type AnalysisDepth, LLMPredictor, type PricePredictionAnswer, type TimeHorizon } from '@pa/engines';
import { withDatabase } from '../composition/with-database.ts';
import { CommandError } from '../errors.ts';
import { renderPredictions, wrap } from '../output/render-daily-report.ts';
import type { CommandContext } from './command-context.ts';
import { preferredDepth } from './preferred-depth.ts';

export interface PredictOptions {
  readonly model: string;
  readonly trim?: string;
  readonly generation?: string;
  readonly make?: string;
  readonly horizon: TimeHorizon;
  readonly asOf?: string;
  readonly depth?: AnalysisDepth;
}

/** `pa predict`: the predictions of the newest analysis for the cars that the words name. */
export async function predict({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: PredictOptions;
}): Promise<void> {
  const { terminal, settings, now } = context;
  const { horizon, model, make, generation, trim, asOf, depth } = options;
  const answer = await withDatabase(settings, async (database) => {
    const stores = createStores(database);
    return new LLMPredictor({ stores, now }).predictPrices({
      model,
      horizons: [horizon],
      depth: depth ?? (await preferredDepth(stores.preferences)),
      ...(make === undefined ? {} : { make }),
      ...(generation === undefined ? {} : { generation }),
      ...(trim === undefined ? {} : { trim }),
      ...(asOf === undefined ? {} : { asOf }),
    });
  });
  if (answer.status === 'unknown-vehicle') throw new CommandError('UNKNOWN_VEHICLE', answer.reason);
  if (answer.status === 'not-enough-data') {
    const { reason, found, needed } = answer;
    terminal.result(answer, () => `Not enough data: ${reason} (found ${found}, needed ${needed}).`);
    return;
  }
  terminal.result(answer, () => render(answer));
}

function render({ predictions, alternatives, insight }: PricePredictionAnswer): string {
  const all = [...predictions, ...alternatives.flatMap((alternative) => alternative.predictions)];
  const marks = [
    ...(insight.synthetic ? ['SYNTHETIC: computed from made-up sample data.'] : []),
    insight.aiGenerated
      ? `Words by a language model (${insight.servedModel}); every number in them is proved.`
      : 'Words from a template.',
    'No financial advice.',
  ];
  return [renderPredictions(all), wrap(insight.summary), marks.join(' ')].join('\n\n');
}
