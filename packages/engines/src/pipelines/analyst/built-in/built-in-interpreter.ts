import type { ConversationTurn } from '../../../market/ports/conversation-store.ts';
import type { MetricFilter } from '../../../market/ports/market-metrics.ts';
import { BUILT_IN, type Interpretation, type Interpreted, type QuestionInterpreter } from '../question-interpreter.ts';
import type { Call, OpenQuestion } from './call.ts';
import { callOf } from './calls.ts';
import { clarification } from './clarification.ts';
import { movedDays, withoutMove } from './moved-days.ts';
import { followUp, lastCall, leansBack } from './follow-up.ts';
import { ADVICE } from './intent-patterns.ts';
import { type Intent, intentOf } from './intents.ts';
import { isOneEditApart } from './is-one-edit-apart.ts';
import { vocabularyReader } from './market-vocabulary.ts';
import { namePhrases } from './name-phrases.ts';
import type { CarBefore } from './read-trim-tails.ts';
import { type Reading, readQuestion } from './reading.ts';
import { droppedParts } from './dropped-parts.ts';
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
      const read = (text: string): Reading =>
        readQuestion(text, {
          asOf: context.asOf,
          phrases,
          vocabulary,
          bare: bareUnit(turns),
          before: carBefore(turns),
        });
      const reading = read(question);
      const made = afterAskingBack(question, turns, (text) =>
        interpretReading(read(text), { turns, makes: vocabulary.makes }),
      );
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
      return { ...inOwnWords(made, question), by: BUILT_IN };
    },
  };
}

/** Quotes the words of the question as they were written, where a slip of the keys was mended in them. */
function inOwnWords(made: Interpretation, question: string): Interpretation {
  const asked: readonly string[] = question.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  const quoted = (text: string): string =>
    text.replace(/“([a-z]{3,})”/g, (whole, word: string) => {
      if (asked.includes(word)) return whole;
      const own = asked.find((candidate) => isOneEditApart(candidate, word));
      return own === undefined ? whole : `“${own}”`;
    });
  if (made.kind === 'unknown') return { ...made, reason: quoted(made.reason) };
  return made.kind === 'clarify' ? { ...made, question: quoted(made.question) } : made;
}

/** What answers a question back, `the 911`, is read together with what was asked before it, where it says too little. */
function afterAskingBack(
  question: string,
  turns: readonly ConversationTurn[],
  interpretText: (text: string) => Interpretation,
): Interpretation {
  const made = interpretText(question);
  const before = turns.at(-1);
  if (made.kind === 'call' || before === undefined || before.call !== null || before.question === '') return made;
  const together = interpretText(`${before.question} , ${question}`);
  return together.kind === 'call' ? together : made;
}

function interpretReading(
  reading: Reading,
  { turns, makes }: { readonly turns: readonly ConversationTurn[]; readonly makes: readonly string[] },
): Interpretation {
  const foreign = foreignMake(reading, { makes });
  if (foreign !== null)
    return { kind: 'unknown', reason: `I don’t know: there are no sales of ${foreign} in this market.` };
  if (outOfScope(reading)) return { kind: 'unknown', reason: OUT_OF_SCOPE_TEXT };
  const intent = intentOf(reading);
  if (reading.isStatisticUnclear && intent !== 'definition') return clarification('statistic', { reading });
  const before = lastCall(turns);
  if (before !== null) {
    const { days } = (before.arguments['filter'] ?? {}) as MetricFilter;
    const isMoved = reading.mentions.length === 0 && movedDays(days, reading) !== null;
    const call = isMoved
      ? followUp(before, { ...reading, periods: [], horizon: null }, null)
      : leansBack(reading, intent, before)
        ? followUp(before, reading, intent)
        : null;
    if (call !== null) return checked(call, isMoved ? withoutMove(reading) : reading, intent);
  }
  const unclear = reading.mentions.find(({ unclearModels }) => unclearModels.length > 1);
  if (unclear !== undefined) return clarification('model', { reading, models: unclear.unclearModels });
  if (intent === null) {
    const [mention] = reading.mentions;
    const words = unknownWords(reading, intent);
    if (mention?.model === undefined) {
      return words.length > 0 && !POINTS.test(reading.rest) ? nothingKnown(words) : clarification('car', { reading });
    }
    if (words.length > 0) return nothingKnown(words);
    return clarification(ADVICE.test(reading.text) ? 'advice' : 'wish', { reading });
  }
  // `Is the S a good buy` is of one car, and says not which.
  if (intent === 'anomalies' && reading.mentions.length === 0 && ONE_CAR_JUDGED.test(reading.text)) {
    return clarification('car', { reading });
  }
  const unknown = unknownWords(reading, intent);
  if (
    unknown.length > 0 &&
    (PART_INTENTS.has(intent) || isOfNothingHere(intent, { reading, makes })) &&
    !POINTS.test(reading.rest)
  ) {
    return nothingKnown(unknown);
  }
  const made: Call | OpenQuestion = callOf(intent, reading);
  if ('open' in made) return clarification(made.open, { reading });
  if (reading.mentions.length === 0 && /\b(?:my|this|that) (?:car|one|porsche)\b/.test(reading.whole)) {
    return clarification('car', { reading });
  }
  if (isAboutNothing(intent, { reading, made, makes })) return clarification('car', { reading });
  return checked(made, reading, intent);
}

/** Asks back where the call would answer another question: a word that no rule reads, or a part that it leaves out. */
function checked(call: Call, reading: Reading, intent: Intent | null): Interpretation {
  const words = call.tool === 'definition' ? [] : [...new Set(unknownWords(reading, intent))];
  const { mentions, miles, price, colors, bodies, transmissions, optionCodes } = reading;
  const isOfCars =
    mentions.length + colors.length + bodies.length + transmissions.length + optionCodes.length > 0 ||
    (miles ?? price) !== undefined;
  if (words.length > 0 && !isOfCars && call.tool !== 'list' && call.tool !== 'anomalies') return nothingKnown(words);
  const { needed: dropped, unheeded } = droppedParts(reading, call);
  if (words.length === 0 && dropped.length === 0) {
    return { kind: 'call', ...call, ...(unheeded.length === 0 ? {} : { unheeded }) };
  }
  const quoted = (parts: readonly string[]): string => parts.map((part) => `“${part}”`).join(', ');
  const reasons = [
    ...(words.length === 0 ? [] : [`I do not understand ${quoted(words)}`]),
    ...(dropped.length === 0 ? [] : [`I cannot take account of ${quoted(dropped)} in what you ask`]),
  ];
  return {
    kind: 'clarify',
    question: `${reasons.join(', and ')}, so I would answer another question. Please ask it without, or in other words.`,
    choices: [],
  };
}

function nothingKnown(words: readonly string[]): Interpretation {
  const quoted = words.map((word) => `“${word}”`).join(' or ');
  return {
    kind: 'unknown',
    reason: `I don’t know: nothing here tells of ${quoted}. Ask it without, or in other words.`,
  };
}

/** Words that point at some car. */
const POINTS = /\b(?:1|ones|it|mine|this|that|these|those|car|cars)\b/;

const ONE_CAR_JUDGED = /\bis (?:the|an?|this|that|it|my)\b.*\b(?:good|great|fair|bad) (?:buy|deal|bargain)\b/;

/** Wishes of which a word that nobody understands is likely to be the very part that is asked for. */
const PART_INTENTS: ReadonlySet<Intent> = new Set(['share', 'anomalies']);

/** A figure of something that is neither a car nor a row: `the standard deviation of my blood pressure`. */
function isOfNothingHere(intent: Intent, { reading, makes }: Omit<Wish, 'made'>): boolean {
  const made = callOf(intent, reading);
  return !('open' in made) && reading.mentions.length === 0 && isAboutNothing(intent, { reading, made, makes });
}

/** What was read, the call that it makes, and the makes of the market. */
interface Wish {
  readonly reading: Reading;
  readonly made: Call;
  readonly makes: readonly string[];
}

/** A price or a car of nothing in particular: `how much for an S`, `what is it worth`. */
function isAboutNothing(intent: Intent, { reading, made, makes }: Wish): boolean {
  if (intent !== 'price' && intent !== 'miles' && intent !== 'list' && intent !== 'count') return false;
  const { days: _days, make, ...others } = (made.arguments['filter'] ?? {}) as MetricFilter;
  // Of the only make of a market it says nothing that a price is of that make.
  if (make !== undefined && makes.length > 1) return false;
  const points =
    /\b(?:turnover|revenues?|takings|cars?|sales?|sold|offers?|listings?|listed|on offer|market|everything|all|porsches?)\b/.test(
      reading.whole,
    );
  return Object.keys(others).length === 0 && !points;
}

/** The car that was spoken of last, to which a bare `S` belongs. */
function carBefore(turns: readonly ConversationTurn[]): CarBefore | null {
  const given: Call['arguments'] = lastCall(turns)?.arguments ?? {};
  const { model, trim } = (given['filter'] ?? given) as MetricFilter;
  return typeof model === 'string' ? { model, ...(trim === undefined ? {} : { trim }) } : null;
}

/** A bare number bounds what the question before it bounded. */
function bareUnit(turns: readonly ConversationTurn[]): 'price' | 'miles' {
  const filter = (lastCall(turns)?.arguments['filter'] ?? {}) as MetricFilter;
  return filter.miles !== undefined && filter.price === undefined ? 'miles' : 'price';
}
