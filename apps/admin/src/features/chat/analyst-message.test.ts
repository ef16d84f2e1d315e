import { describe, expect, it } from 'vitest';
import type { ChatAnswer } from '../../api/answers.ts';
import { answerOf, type AnalystMessage, whoAnswered, wordsOf } from './analyst-message.ts';

const answer = { analyst: 'built-in', marking: { servedModel: 'template' } } as ChatAnswer;
const parts: AnalystMessage['parts'] = [
  { type: 'data-call', data: { tool: 'measure', arguments: {} } },
  { type: 'text', text: 'There were ' },
  { type: 'text', text: 'nine.' },
  { type: 'data-answer', data: answer },
];

describe('a message of the analyst', () => {
  it('has words, and an answer once it is whole', () => {
    expect(wordsOf({ parts })).toBe('There were nine.');
    expect(answerOf({ parts })).toBe(answer);
    expect(answerOf({ parts: parts.slice(0, 2) })).toBeNull();
  });

  it('says who answered', () => {
    expect(whoAnswered(answer)).toBe('Built-in analyst');
    expect(whoAnswered({ ...answer, analyst: 'model', marking: { ...answer.marking, servedModel: 'm-1' } })).toBe(
      'Language model m-1',
    );
  });
});
