import type { ConversationTurn } from '../../../market/ports/conversation-store.ts';
import type { MetricFilter } from '../../../market/ports/market-metrics.ts';
import { BUILT_IN, type Interpretation, type Interpreted, type QuestionInterpreter } from '../question-interpreter.ts';
import type { Call, OpenQuestion } from './call.ts';
import { callOf } from './calls.ts';
import { clarification } from './clarification.ts';
import { followUp, lastCall, leansBack } from './follow-up.ts';
import { type Intent, intentOf } from './intents.ts';
import { vocabularyReader } from './market-vocabulary.ts';
import { namePhrases } from './name-phrases.ts';
import { type Reading, readQuestion } from './reading.ts';
import { unknownWords } from './unknown-words.ts';
import { foreignMake, OUT_OF_SCOPE_TEXT, outOfScope } from './out-of-scope.ts';

/**
 * Rules that turn a question into a call without a language model: readers take out periods, bounds, options, cars and
 * properties, a list of wishes decides on the tool, and what a follow-up leaves out is taken from the turn before.
 */
export function builtInInterpreter(): QuestionInterpreter {
  const readVocabulary = vocabularyReader();
  return {
    async interpret(question, { turns, tools, context }): Promise<Interpreted> {
      const vocabulary = await readVocabulary({ metrics: context.stores.metrics, ...context });
      const phrases = namePhrases(vocabulary);
      const reading = readQuestion(question, { asOf: context.asOf, phrases, vocabulary, bare: bareUnit(turns) });
      const made = interpretReading(reading, { turns, makes: vocabulary.makes });
      if (
        made.kind === 'call' &&
        tools.find(({ name }) => name === made.tool)?.parameters.safeParse(made.arguments).success === false
      ) {
        return { ...clarification('car', { reading }), by: BUILT_IN };
      }
      if (made.kind === 'call' && !tools.some(({ name }) => name === made.tool)) {
        return {
          kind: 'unknown',
          reason: `I understand the question, but the part that answers it (${made.tool}) is not available here.`,
          by: BUILT_IN,
        };
      }
      return { ...made, by: BUILT_IN };
    },
  };
}

function interpretReading(
  reading: Reading,
  { turns, makes }: { readonly turns: readonly ConversationTurn[]; readonly makes: readonly string[] },
): Interpretation {
  const foreign = foreignMake(reading, { makes });
  if (foreign !== null)
    return { kind: 'unknown', reason: `I don’t know: there are no sales of ${foreign} in this market.` };
  if (outOfScope(reading)) return { kind: 'unknown', reason: OUT_OF_SCOPE_TEXT };
  if (reading.isStatisticUnclear) return clarification('statistic', { reading });
  const intent = intentOf(reading);
  const before = lastCall(turns);
  if (before !== null && leansBack(reading, intent)) {
    const call = followUp(before, reading, intent);
    if (call !== null) return { kind: 'call', ...call };
  }
  const unclear = reading.mentions.find(({ unclearModels }) => unclearModels.length > 1);
  if (unclear !== undefined) return clarification('model', { reading, models: unclear.unclearModels });
  if (intent === null) {
    const [mention] = reading.mentions;
    if (mention?.model === undefined) return clarification('car', { reading });
    return clarification('wish', { reading });
  }
  const unknown = unknownWords(reading);
  if (unknown.length > 0 && (PART_INTENTS.has(intent) || isOfNothingHere(reading, intent))) {
    return {
      kind: 'unknown',
      reason: `I don’t know: nothing here tells of ${unknown.map((word) => `“${word}”`).join(' or ')}. Ask it without, or in other words.`,
    };
  }
  const made: Call | OpenQuestion = callOf(intent, reading);
  if ('open' in made) return clarification(made.open, { reading });
  if (isAboutNothing(reading, intent, made)) return clarification('car', { reading });
  return { kind: 'call', ...made };
}

/** Wishes of which a word that nobody understands is likely to be the very part that is asked for. */
const PART_INTENTS: ReadonlySet<Intent> = new Set(['share', 'anomalies']);

/** A figure of something that is neither a car nor a row: `the standard deviation of my blood pressure`. */
function isOfNothingHere(reading: Reading, intent: Intent): boolean {
  const made = callOf(intent, reading);
  return !('open' in made) && reading.mentions.length === 0 && isAboutNothing(reading, intent, made);
}

/** A price or a car of nothing in particular: `how much for an S`, `what is it worth`. */
function isAboutNothing(reading: Reading, intent: string, { arguments: given }: Call): boolean {
  if (intent !== 'price' && intent !== 'miles' && intent !== 'list' && intent !== 'count') return false;
  const filter = (given['filter'] ?? {}) as MetricFilter;
  const { days: _days, make: _make, ...others } = filter;
  const points = /\b(?:cars?|sales?|sold|offers?|listings?|listed|on offer|market|everything|all|porsches?)\b/.test(
    reading.text,
  );
  return Object.keys(others).length === 0 && !points;
}

/** A bare number bounds what the question before it bounded. */
function bareUnit(turns: readonly ConversationTurn[]): 'price' | 'miles' {
  const filter = (lastCall(turns)?.arguments['filter'] ?? {}) as MetricFilter;
  return filter.miles !== undefined && filter.price === undefined ? 'miles' : 'price';
}
