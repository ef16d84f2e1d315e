import { FUNCTION_WORDS } from './function-words.ts';
import type { Intent } from './intents.ts';
import { readWords, RULE_WORDS } from './known-words.ts';
import type { Reading } from './reading.ts';

/** Times ahead are read beside the text and stay in it. */
const AHEAD = /^(?:next|coming|following|months?|quarters?|spring|summer|autumn|winter|christmas|end|by)$/;
const AHEAD_MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/;
/** A refusal that no reader has turned into something that is left out; what people say of themselves is none. */
const REFUSAL = /\b(?:not|no|without|except|excluding|non|neither|nor)\b/g;
const HARMLESS =
  /\b(?:i (?:do|am|have|can|could|would) not|do not (?:care|mind|know|need|worry|want to know|tell me)|no (?:idea|clue|matter|problem|rush|need|one|doubt|more|less)|not (?:sure|bad|too sure|that|only|just|yet|more|less|certain|entirely)|why not|if not|or not|whether or not|do you not|not (?:been|have|has|had)|did not|does not|is it not|is not it|are not they|could not|would not|has not|have not|will not|can not|may not)\b/g;

const ENDINGS = [/s$/, /es$/, /d$/, /ed$/, /ing$/, /ly$/, /er$/];

function isPlain(word: string): boolean {
  return FUNCTION_WORDS.has(word) || RULE_WORDS.has(word);
}

/** Words of a question that no reader has used and no rule knows, such as what it asks a share of. */
export function unknownWords(reading: Reading, intent: Intent | null): readonly string[] {
  const { rest, whole, horizon } = reading;
  const isOfTime = horizon !== null || intent === 'seasonality';
  const read = readWords(whole);
  const words = (rest.match(/[a-z]{3,}/g) ?? []).filter(
    (word) =>
      !read.has(word) &&
      !isPlain(word) &&
      !ENDINGS.some(
        (ending) => ending.test(word) && (isPlain(word.replace(ending, '')) || isPlain(word.replace(ending, 'e'))),
      ) &&
      !(isOfTime && (AHEAD.test(word) || AHEAD_MONTH.test(word))),
  );
  if (reading.isContrast) return words;
  const refusals = rest.replace(HARMLESS, ' ').match(REFUSAL) ?? [];
  return [...words, ...refusals.filter((refusal) => !read.has(refusal))];
}
