import { createStores } from '@pa/db';
import { OptionsValueEngine } from '@pa/engines';
import { withDatabase } from '../../composition/with-database.ts';
import { formatAmount } from '../../output/format-value.ts';
import type { CommandContext } from '../command-context.ts';
import type { OptionScopeOptions } from './value-options.ts';

export interface OptimizeOptionsOptions extends Omit<OptionScopeOptions, 'option'> {
  readonly budget?: number;
  readonly basePrice?: number;
  readonly mustHave?: readonly string[];
  readonly never?: readonly string[];
}

/** `pa options optimize`: which options to order so that most comes back. */
export async function optimizeOptions({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: OptimizeOptionsOptions;
}): Promise<void> {
  const { settings, terminal, now } = context;
  const { budget, basePrice, mustHave, never, ...scope } = options;
  const answer = await withDatabase(settings, (database) =>
    new OptionsValueEngine({ stores: createStores(database), now }).chooseOptions(scope, {
      budget,
      basePrice,
      mustHave,
      neverChoose: never,
    }),
  );
  terminal.result(answer, () => {
    if (answer.status !== 'ok') {
      return `Not enough data: ${answer.reason} (found ${answer.found}, needed ${answer.needed}). No choice is made.`;
    }
    const { selection, ladder } = answer;
    if (selection.status !== 'ok') return `No choice keeps all rules: ${selection.reason}.`;
    const amount = (number: number): string => formatAmount(Math.round(number), ladder.market.currency);
    return [
      `Order for ${amount(selection.cost)}: ${selection.chosen.length === 0 ? 'nothing' : selection.chosen.join(', ')}.`,
      `In four cases of five at least ${amount(selection.gain)} more comes back than is paid for the options.`,
      ...selection.options.map(({ name, chosen, reason }) => `${chosen ? ' in' : 'out'}  ${name}: ${reason}`),
      'An estimate from past sales. No financial advice.',
    ].join('\n');
  });
}
