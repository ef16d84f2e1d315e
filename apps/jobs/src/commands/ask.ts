import { randomUUID } from 'node:crypto';
import { createStores } from '@pa/db';
import type { AnalystAnswer } from '@pa/engines';
import { createMarketAnalyst } from '../composition/market-analyst.ts';
import { withDatabase } from '../composition/with-database.ts';
import { wrap } from '../output/render-daily-report.ts';
import type { CommandContext } from './command-context.ts';

export interface AskOptions {
  readonly conversation?: string;
  readonly asOf?: string;
}

/** `pa ask`: one question in words, answered from what the daily run stored. */
export async function ask({
  context,
  question,
  options,
}: {
  readonly context: CommandContext;
  readonly question: string;
  readonly options: AskOptions;
}): Promise<void> {
  const { terminal, settings, now } = context;
  const { conversation = randomUUID(), asOf } = options;
  const answer = await withDatabase(settings, (database) =>
    createMarketAnalyst(createStores(database), { now, settings }).answer({
      owner: 'command line',
      conversationId: conversation,
      question,
      ...(asOf === undefined ? {} : { asOf }),
    }),
  );
  terminal.result({ ...answer, costNanoUsd: answer.costNanoUsd.toString() }, () => renderAnswer(answer));
}

/** An answer for a terminal: the words, what stands behind them, and how to go on. */
export function renderAnswer(answer: AnalystAnswer): string {
  const { text, choices, method, n, period, rows, analyst, servedModel, disclaimer, conversationId } = answer;
  const evidence =
    answer.kind === 'answer'
      ? [
          `${method} n = ${n.toLocaleString('en-US')}${period === null ? '' : `, ${period.from} to ${period.to}`}.`,
          ...rows.slice(0, 5).map(({ id, title }) => `  ${id}  ${title}`),
        ].join('\n')
      : '';
  const who = analyst === 'built-in' ? 'The built-in analyst.' : `With the language model ${servedModel}.`;
  return [
    wrap(text),
    choices.length === 0 ? '' : `You could ask:\n${choices.map((choice) => `  ${choice}`).join('\n')}`,
    evidence,
    `${who} ${disclaimer} Go on with --conversation ${conversationId}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
