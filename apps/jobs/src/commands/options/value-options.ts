import { createStores } from '@pa/db';
import { OptionsValueEngine, type OptionScopeRequest, type OptionValue } from '@pa/engines';
import { withDatabase } from '../../composition/with-database.ts';
import { formatAmount } from '../../output/format-value.ts';
import type { CommandContext } from '../command-context.ts';

export interface OptionScopeOptions
  extends Pick<OptionScopeRequest, 'make' | 'model' | 'generation' | 'trim' | 'asOf'> {
  readonly option?: string;
}

/** `pa options value`: what one option, or each of them, is worth on a used car. */
export async function valueOptions({
  context,
  options,
}: {
  readonly context: CommandContext;
  readonly options: OptionScopeOptions;
}): Promise<void> {
  const { settings, terminal, now } = context;
  const { option: asked, ...scope } = options;
  const option = asked?.toLowerCase();
  const answer = await withDatabase(settings, async (database) => {
    const engine = new OptionsValueEngine({ stores: createStores(database), now });
    return option === undefined ? engine.analyzeOptionLadder(scope) : engine.analyzeOptionValue(option, scope);
  });
  terminal.result(answer, () => {
    if (answer.status !== 'ok') {
      return `Not enough data: ${answer.reason} (found ${answer.found}, needed ${answer.needed}). No number is given.`;
    }
    const values = 'values' in answer ? answer.values : [answer];
    const few = 'values' in answer ? answer.tooFew : [];
    return [
      ...values.map((value) => describe(value)),
      ...(few.length === 0 ? [] : [`Too few cars: ${few.map((each) => `${each.name} (${each.found})`).join(', ')}.`]),
      'Differences between cars alike in all that is recorded, 90 % intervals. No financial advice.',
    ].join('\n');
  });
}

function describe(value: OptionValue): string {
  const { currency } = value.market;
  const amount = (number: number): string => formatAmount(number, currency);
  // What takes off the price keeps nothing of what it cost.
  const kept = value.retainedShare === null || value.retainedShare < 0 ? null : value.retainedShare;
  const share = kept === null ? '' : `, ${Math.round(100 * kept)} % of its list price`;
  const lines = [
    `${value.name}: ${amount(value.value.amount)} (${amount(value.value.interval.lower)} to ${amount(value.value.interval.upper)})${share}; ${value.withCount} cars with, ${value.withoutCount} without; a naive look says ${amount(value.naive.amount)}`,
    ...value.cautions.map((caution) => `  ${caution}`),
  ];
  return lines.join('\n');
}
