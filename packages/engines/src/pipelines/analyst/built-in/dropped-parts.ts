import type { Call } from './call.ts';
import { readWords } from './known-words.ts';
import type { Reading } from './reading.ts';

/** Tools whose answer states its own period, so that one that was asked for misleads nobody. */
const STATES_ITS_PERIOD: ReadonlySet<string> = new Set(['trend', 'accuracy', 'anomalies', 'seasonality']);
/** Tools that tell segments apart and nothing within them: what else a question names can be stated as unheeded. */
const OF_SEGMENTS: ReadonlySet<string> = new Set([
  'trend',
  'accuracy',
  'seasonality',
  'predict',
  'forecast_path',
  'what_if',
  'correlation',
  'watch',
  'option_value',
  'best_options',
  'value',
  'comparables',
]);

/** Further ahead nothing is predicted; what is a little further is answered with its own date. */
const FURTHEST_MONTHS = 18;
const LOOKS_AHEAD: ReadonlySet<string> = new Set(['predict', 'what_if', 'forecast_path']);
const COUNTS_ROWS: ReadonlySet<string> = new Set(['measure', 'compare', 'rank', 'list']);

/** What a question names and its call leaves out, in words for people. */
export interface DroppedParts {
  /** An answer without it would be an answer to another question. */
  readonly needed: readonly string[];
  /** Properties that figures of segments are not told apart by: the answer says so. */
  readonly unheeded: readonly string[];
}

/** What a call leaves out: a gearbox where segments are predicted, the third of three cars, a number nobody read. */
export function droppedParts(reading: Reading, call: Call): DroppedParts {
  if (call.tool === 'definition') return { needed: [], unheeded: [] };
  const held = new Set(leavesOf(call.arguments));
  const missing = (words: readonly (string | undefined)[]): readonly string[] =>
    words.flatMap((word) => (word === undefined || held.has(word) ? [] : [word.replaceAll('-', ' ')]));
  const names = missing([
    ...reading.mentions.flatMap(({ make, model, generation, trim, isModelGuessed }) => [
      (model ?? generation ?? trim) === undefined ? make : undefined,
      isModelGuessed ? undefined : model,
      generation,
      trim,
    ]),
    ...reading.generationsMeant,
  ]);
  const properties = missing([
    ...unlessRanked('color', reading.colors, call),
    ...unlessRanked('body', reading.bodies, call),
    ...unlessRanked('transmission', reading.transmissions, call),
    ...unlessRanked('region', reading.regions, call),
    ...unlessRanked('seller-type', reading.sellerTypes, call),
    ...reading.optionCodes,
    ...reading.marks,
    ...Object.values(reading.except).flat(),
  ]);
  const days = STATES_ITS_PERIOD.has(call.tool)
    ? []
    : missing(reading.periods.flatMap((period) => Object.values(period) as readonly string[]));
  const ahead = timeAhead(reading, call);
  const isOfSegments = OF_SEGMENTS.has(call.tool);
  return {
    needed: [
      ...new Set([
        ...names,
        ...(isOfSegments ? [] : properties),
        ...missingNumbers(reading, call, held),
        ...days,
        ...ahead,
      ]),
    ],
    unheeded: isOfSegments ? [...new Set(properties)] : [],
  };
}

/** `Is white the most common colour` is answered by the order of all colours. */
function unlessRanked(by: string, values: readonly string[], call: Call): readonly string[] {
  return call.tool === 'rank' && call.arguments['by'] === by ? [] : values;
}

/** A time ahead that nothing is predicted for, or that nobody could read. */
function timeAhead({ monthsAhead, horizon, rest }: Reading, { tool }: Call): readonly string[] {
  if (!LOOKS_AHEAD.has(tool)) return [];
  if (monthsAhead !== null && monthsAhead > FURTHEST_MONTHS) return [`${Math.round(monthsAhead)} months ahead`];
  const unread = /\b(?:(?:next|coming|end of|in|by|until)[ a-z]* )?(?:years?|decades?|weeks?|quarters?)\b/.exec(rest);
  return horizon === null && unread !== null && tool !== 'forecast_path' ? [unread[0]] : [];
}

function missingNumbers(reading: Reading, { tool }: Call, held: ReadonlySet<unknown>): readonly string[] {
  const pair = reading.modelYearPair ?? [];
  const bounds = [reading.miles, reading.price, reading.modelYears].flatMap((given) => Object.values(given ?? {}));
  const years = reading.mentions.flatMap(({ modelYear }) => (modelYear === undefined ? [] : [modelYear.to]));
  const numbers = [...pair, ...bounds, ...years, reading.mileage, reading.budget].filter(
    (number) => number !== undefined,
  );
  // `Is $95,000 fair for this car` is answered by what the car is worth.
  const isOpen = tool === 'value' || tool === 'comparables';
  const loose = isOpen ? [] : [...looseNumbers(reading), ...(COUNTS_ROWS.has(tool) ? smallNumbers(reading) : [])];
  return [
    ...numbers.filter((number) => !held.has(number)).map(String),
    ...loose.filter((number) => !held.has(Number(number))),
  ];
}

/** Numbers that no reader used: three digits and more are never a count of months, of places or of percent. */
function looseNumbers({ rest, whole }: Reading): readonly string[] {
  const read = readWords(whole);
  const numbers = rest.match(/(?<![\w.])\$?\d{3,}(?:\.\d+)?(?![\w.])/g) ?? [];
  return numbers.map((number) => number.replace('$', '')).filter((number) => !read.has(number));
}

/** Small numbers of a question about rows: `the 3 most popular`. One is a word as often as a number. */
function smallNumbers({ rest, whole, statistic }: Reading): readonly string[] {
  if (statistic !== null) return [];
  const read = readWords(whole);
  const numbers =
    rest.match(/(?<![\w.$%])(?:[2-9]|[1-9]\d)(?![\w.%]| ?(?:percent|months?|years?|weeks?|days?))/g) ?? [];
  return numbers.filter((number) => !read.has(number));
}

function leavesOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}
