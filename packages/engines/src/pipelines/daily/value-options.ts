import type { Sale } from '../../market/listing.ts';
import { type MarketScope, marketKey } from '../../market/price.ts';
import { CATALOGUE_MAKE } from '../../options/catalogue/option-catalogue.ts';
import { FEWEST_CARS } from '../../options/values/analyze-trait.ts';
import { contentHash } from '../content-hash.ts';
import { optionComputer } from '../option-computer.ts';
import {
  climbLadder,
  OPTION_LADDERS,
  OPTION_LADDERS_VERSION,
  type OptionLadderAnswer,
  readOptionSales,
} from '../option-ladders.ts';
import { OPTION_READER_VERSION } from '../read-listing-options.ts';
import { type DailyContext, PIPELINE_VERSION } from './daily-context.ts';
import type { MarketRows } from '../read-market-rows.ts';
import { runStep } from './run-step.ts';

/** Values the options of every model line of the catalogue's make, so that requests read ladders and never fit one. */
export async function valueOptions(
  context: DailyContext,
  options: {
    readonly market: MarketScope;
    readonly dataHash: string;
    readonly rows: () => Promise<MarketRows>;
  },
): Promise<void> {
  const { market, dataHash } = options;
  const { asOf } = context;
  const { stores, optionComputer: computer = optionComputer } = context.dependencies;
  const versions = [PIPELINE_VERSION, OPTION_LADDERS_VERSION, OPTION_READER_VERSION];
  await runStep(context, {
    step: 'value_options',
    market: marketKey(market),
    inputHash: contentHash({ versions, dataHash }),
    work: async (advance) => {
      const lines = modelLines((await options.rows()).sales);
      let done = 0;
      // Side by side: a computer with several threads takes them at once, one without takes them in turn.
      const climbed = await Promise.all(
        lines.map(async ([model, sales]) => {
          const question = { scope: { make: CATALOGUE_MAKE, model }, market, asOf };
          const read = await readOptionSales(sales, { options: stores.options, question });
          context.signal?.throwIfAborted();
          if (read.market.sales.length < 2 * FEWEST_CARS) return [];
          const ladder = await climbLadder(read, computer);
          done += 1;
          advance({ unit: 'model lines', done, total: lines.length });
          return [[model, ladder] as const];
        }),
      );
      const ladders: Record<string, OptionLadderAnswer> = Object.fromEntries(climbed.flat());
      const key = { kind: OPTION_LADDERS, version: OPTION_LADDERS_VERSION, market: marketKey(market), asOf, dataHash };
      if (!context.dryRun) await stores.fittedModels.save({ ...key, payload: ladders });
      const values = Object.values(ladders).reduce((sum, ladder) => sum + ladder.values.length, 0);
      return { counts: { lines: Object.keys(ladders).length, values }, details: {} };
    },
  });
}

/** Sales by model line, those with too few for any value left out, by name. */
function modelLines(sales: readonly Sale[]): readonly (readonly [model: string, sales: readonly Sale[]])[] {
  const ofMake = sales.filter((sale) => sale.vehicle.make === CATALOGUE_MAKE);
  return [...Map.groupBy(ofMake, (sale) => sale.vehicle.model)]
    .filter(([, own]) => own.length >= 2 * FEWEST_CARS)
    .sort(([left], [right]) => (left < right ? -1 : 1));
}
