import { createPriceBook } from '@pa/cost';
import { scriptedModel } from '@pa/llm-core/testing';
import { describe, expect, it } from 'vitest';
import { ANALYST_TOOLS } from './all-tools.ts';
import type { ToolContext } from './analyst-tool.ts';
import { OUT_OF_SCOPE_TEXT } from './built-in/out-of-scope.ts';
import { modelInterpreter } from './model-interpreter.ts';
import { BUILT_IN, type QuestionInterpreter } from './question-interpreter.ts';

const builtIn: QuestionInterpreter = {
  interpret: async () => ({ kind: 'clarify', question: 'Which car?', choices: [], by: BUILT_IN }),
};
const situation = {
  turns: [],
  tools: ANALYST_TOOLS,
  // The model chooses by the question alone: no store is read.
  context: { market: { priceKind: 'sold', currency: 'USD' }, asOf: '2026-06-30' } as ToolContext,
};

function interpreterOf(toolName: string, toolArguments: unknown) {
  const model = scriptedModel([
    {
      toolCalls: [{ type: 'tool-call', callId: '1', toolName, argumentsJson: JSON.stringify(toolArguments) }],
    },
  ]);
  return modelInterpreter({ model, priceBook: createPriceBook(), now: () => 0, builtIn });
}

describe('modelInterpreter', () => {
  it('answers the call that the model chose, with fields that are null left out', async () => {
    const interpreter = interpreterOf('measure', {
      rows: 'sales',
      question: 'median-price',
      filter: { model: '911', trim: null, days: { from: '2025-01-01', to: null } },
      shareOf: null,
    });
    expect(await interpreter.interpret('What did 911s cost since 2025?', situation)).toMatchObject({
      kind: 'call',
      tool: 'measure',
      arguments: { question: 'median-price', filter: { model: '911', days: { from: '2025-01-01' } } },
    });
  });

  it('hands over to the rules what is unclear, made up, or not of the form of a tool', async () => {
    for (const interpreter of [
      interpreterOf('not_clear', {}),
      interpreterOf('run_sql', { sql: 'select 1' }),
      interpreterOf('measure', { question: 'everything' }),
    ]) {
      expect(await interpreter.interpret('?', situation)).toMatchObject({ kind: 'clarify', question: 'Which car?' });
    }
  });

  it('says of other things that it does not know, in words of its own', async () => {
    const interpreter = interpreterOf('out_of_scope', {});
    expect(await interpreter.interpret('A poem?', situation)).toMatchObject({
      kind: 'unknown',
      reason: OUT_OF_SCOPE_TEXT,
    });
  });
});
