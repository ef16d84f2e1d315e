import type { AnalystAnswer } from '@pa/engines';
import type { ChatAnswerBody } from '../schemas/chat.ts';

/** An answer as it leaves the API: money as text, and its marking in the form of every other text. */
export function toChatBody(answer: AnalystAnswer): ChatAnswerBody {
  const { provider, requestedModel, servedModel, promptVersion, aiGenerated, disclaimer } = answer;
  return {
    conversationId: answer.conversationId,
    position: answer.position,
    question: answer.question,
    kind: answer.kind,
    text: answer.text,
    facts: [...answer.facts],
    claims: [...answer.claims],
    headline: [...answer.headline],
    choices: [...answer.choices],
    call: answer.call === null ? null : { tool: answer.call.tool, arguments: { ...answer.call.arguments } },
    method: answer.method,
    n: answer.n,
    period: answer.period,
    rows: [...answer.rows],
    market: answer.market,
    asOf: answer.asOf,
    analyst: answer.analyst,
    marking: { aiGenerated, provider, requestedModel, servedModel, promptVersion, disclaimer },
    costNanoUsd: answer.costNanoUsd.toString(),
    synthetic: answer.synthetic,
  };
}
