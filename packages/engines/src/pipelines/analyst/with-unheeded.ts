import { statementFact } from '../../narrate/fact-sheet.ts';
import { slot } from '../../narrate/slot.ts';
import type { ToolAnswer } from './analyst-tool.ts';

/** An answer that says what of the question it takes no account of; the answer itself where that is nothing. */
export function withUnheeded(answer: ToolAnswer, unheeded: readonly string[]): ToolAnswer {
  if (unheeded.length === 0) return answer;
  const statement = statementFact('answer.unheeded', {
    value: `this is of the whole segment and takes no account of ${unheeded.map((part) => `“${part}”`).join(', ')}`,
    n: answer.n,
    formula: 'what the question names and the figures are not told apart by',
  });
  return {
    ...answer,
    facts: [...answer.facts, statement],
    template: `${answer.template}\n\n${slot(statement.id, 'sentence')}.`,
  };
}
