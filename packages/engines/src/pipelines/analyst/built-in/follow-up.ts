import type { ConversationTurn } from '../../../market/ports/conversation-store.ts';
import type { MetricAlternatives, MetricExceptions, MetricFilter } from '../../../market/ports/market-metrics.ts';
import type { Call } from './call.ts';
import { DROPPED } from './dropped-filters.ts';
import { callOf, horizonsOf, shockOf } from './calls.ts';
import { figureOf, figuresAsked, filterOf, firstSide, names, rowsOf } from './filter-of.ts';
import { asksShare, type Intent } from './intents.ts';
import { movedDays } from './moved-days.ts';
import { united } from './read-exclusions.ts';
import type { Reading } from './reading.ts';

/** Fields of a filter with the field of its alternatives. */
const SINGULAR: readonly (readonly [keyof MetricFilter, keyof MetricAlternatives])[] = [
  ['model', 'models'],
  ['generation', 'generations'],
  ['trim', 'trims'],
  ['body', 'bodies'],
  ['transmission', 'transmissions'],
  ['color', 'colors'],
  ['region', 'regions'],
  ['sellerType', 'sellerTypes'],
];

/** The alternatives of before and of now, but for those of which one value is named now. */
function alternativesAfter(before: MetricFilter, own: MetricFilter): MetricAlternatives {
  const kept = Object.entries(before.among ?? {}).filter(
    ([several]) => !SINGULAR.some(([field, list]) => list === several && own[field] !== undefined),
  );
  return { ...Object.fromEntries(kept), ...own.among };
}

/** Fields of a filter with the field of its exceptions that says the contrary. */
const EXCLUSIVE: readonly (readonly [keyof MetricFilter, keyof MetricExceptions])[] = [
  ['body', 'bodies'],
  ['transmission', 'transmissions'],
  ['color', 'colors'],
  ['region', 'regions'],
  ['sellerType', 'sellerTypes'],
];

type Given = Readonly<Record<string, unknown>>;

const OPENING =
  /^ ?(?:, )?(?:and|or|what about|how about|only|just|same|also|now|instead|but|then|ok|okay|no|i meant|i mean|make that|for the|for|in|over|with|of|the|those|these|is that|are those|is it|how many (?:is|are|were|was) (?:that|those|these|it|there|them)|how many of (?:them|those|these)|what did (?:they|those|these)|what do (?:they|those|these)|what is (?:the|their)|and their|from|before|since|after|above|below|under|forget|without|drop|excluding|all)\b/;
const BACKWARD = /\b(?:that|those|these|them|they|their|ones?|it|same|instead|there)\b/;
/** `How much on average?`, `what is the median price`: a figure of nothing in particular is of what was spoken of. */
const SAYS_NO_CAR =
  /^ ?(?:how (?:much|many|expensive|old|far)|(?:and )?what is the|the|what)(?: (?:on|in|the|a|an|is|are|was|were|do|did|they|at|by|usual|usually|typical|typically|average|mean|median|total|price|prices|mileage|miles|cost|costs|highest|lowest|cheapest|dearest|maximum|minimum|top|record|sold|sell|roughly|about))*[ ,]*$/;
/** A question of so few words says little by itself. */
const SHORT_WORDS = 3;

/** The last call of a conversation that answered something; `null` where there is none. */
export function lastCall(turns: readonly ConversationTurn[]): Call | null {
  return turns.findLast(({ call }) => call !== null)?.call ?? null;
}

function wordCount(text: string): number {
  return text.split(/[ ,]+/).filter((word) => word !== '').length;
}

/** True where a question leans on the one before: it opens or points like one, or says too little to stand alone. */
export function leansBack(reading: Reading, intent: Intent | null, before: Call): boolean {
  const hasCar = reading.mentions.length > 0;
  const { model } = (before.arguments['filter'] ?? before.arguments) as MetricFilter;
  if (reading.mentions.some(({ unclearModels }) => model !== undefined && unclearModels.includes(model))) return true;
  if (intent === null || wordCount(reading.text) <= SHORT_WORDS) return true;
  if (/^ ?(?:and )?(?:how many|which|what share|what percent(?:age)?) of (?:them|those|these)\b/.test(reading.text))
    return true;
  if (!hasCar && SAYS_NO_CAR.test(reading.text)) return true;
  if (OPENING.test(reading.text))
    return (
      intent === null ||
      !hasCar ||
      /^ ?(?:and|what about|how about|i meant|i mean|same|or|now|ok|okay|but|is that|only|just|instead)\b/.test(
        reading.text,
      )
    );
  if (intent === 'share' && !hasCar && reading.periods.length === 0 && /^ ?(?:what|which)\b/.test(reading.text))
    return true;
  return !hasCar && (intent === null || BACKWARD.test(reading.text));
}

/** The call of a follow-up: what was asked for before, with what it changes; `null` where it changes nothing known. */
export function followUp(call: Call, reading: Reading, intent: Intent | null): Call | null {
  const isOtherShock = call.tool === 'what_if' && reading.mentions.length === 0 && SHOCK.test(reading.text);
  const fresh = intent === null || isOtherShock ? null : callOf(intent, withCarOf(call, reading, intent));
  // Another kind of question: of the turn before it takes the car at most.
  if (fresh !== null && 'tool' in fresh && sharesRows(fresh.tool) && !sharesRows(call.tool))
    return withRows(fresh, call);
  if (fresh !== null && 'tool' in fresh && !sharesRows(fresh.tool) && fresh.tool !== call.tool) {
    return withCar(fresh, call);
  }
  switch (call.tool) {
    case 'measure':
    case 'rank':
    case 'list':
      return followRows(call, reading, intent, fresh);
    case 'compare':
      return followCompare(call, reading, intent);
    case 'anomalies':
      return followAnomalies(call, reading);
    case 'predict':
      return {
        tool: 'predict',
        arguments: {
          ...changedNames(call.arguments, reading),
          horizons: reading.horizon === null ? call.arguments['horizons'] : horizonsOf(reading.horizon),
        },
      };
    default: {
      const { optionCodes } = reading;
      const option = call.tool === 'option_value' && optionCodes[0] !== undefined ? { option: optionCodes[0] } : {};
      const horizon = reading.horizon !== null && 'horizon' in call.arguments ? { horizon: reading.horizon } : {};
      const shock =
        call.tool === 'what_if' && SHOCK.test(reading.text) ? changedShock(call.arguments, reading.text) : {};
      const mileage = call.tool === 'value' && reading.mileage !== undefined ? { mileage: reading.mileage } : {};
      const [transmission] = reading.transmissions;
      const gearbox = call.tool === 'value' && transmission !== undefined ? { transmission } : {};
      return {
        tool: call.tool,
        arguments: {
          ...changedNames(call.arguments, reading),
          ...option,
          ...horizon,
          ...mileage,
          ...gearbox,
          ...shock,
        },
      };
    }
  }
}

const SHOCK =
  /\b(?:rise|rises|raise|drop|drops|fall|falls|cut|lower|double[sd]?|halve[sd]?|triple[sd]?|points?|percent|up|down|increase|decrease)\b/;

/** Another change of the same thing, unless the text names the other. */
function changedShock(before: Given, text: string): Given {
  const isSupply = 'supplyChange' in before && !/\b(?:rates?|interest)\b/.test(text);
  return shockOf(isSupply ? `${text} supply` : text);
}

function sharesRows(tool: string): boolean {
  return ['measure', 'rank', 'list', 'compare'].includes(tool);
}

/** Wishes that need a car take the one that was spoken of. */
function withCarOf({ arguments: given }: Call, reading: Reading, intent: Intent): Reading {
  const { make, model, generation, trim } = (given['filter'] ?? given) as MetricFilter;
  const open = callOf(intent, reading);
  if (!('open' in open) || open.open !== 'car' || model === undefined) return reading;
  const [named] = reading.mentions;
  const car = Object.fromEntries(
    Object.entries({ make, model, generation, trim, ...names(named) }).filter(([, name]) => name !== undefined),
  );
  const modelYear = named?.modelYear === undefined ? {} : { modelYear: named.modelYear };
  return { ...reading, mentions: [{ ...car, ...modelYear, unclearModels: [], isModelGuessed: false }] };
}

/** A question about rows after one that was not about rows. */
function withRows(fresh: Call, before: Call): Call {
  const filter = fresh.arguments['filter'] as MetricFilter | undefined;
  if (filter === undefined || filter.model !== undefined || filter.generation !== undefined) return fresh;
  const { make, model, generation, trim } = before.arguments as MetricFilter;
  const car = Object.entries({ make, model, generation, trim }).filter(([, name]) => name !== undefined);
  return { ...fresh, arguments: { ...fresh.arguments, filter: { ...Object.fromEntries(car), ...filter } } };
}

/** Another wish about the same car. */
function withCar(fresh: Call, before: Call): Call {
  if ('model' in fresh.arguments) return fresh;
  const filter = (before.arguments['filter'] ?? before.arguments) as MetricFilter;
  const { make, model, generation, trim } = filter;
  const car = { make, model, generation, trim };
  const known = Object.fromEntries(Object.entries(car).filter(([, name]) => name !== undefined));
  return { ...fresh, arguments: { ...known, ...fresh.arguments } };
}

function followRows(
  call: Call,
  reading: Reading,
  intent: Intent | null,
  fresh: ReturnType<typeof callOf> | null,
): Call | null {
  const { text } = reading;
  const before = (call.arguments['filter'] ?? {}) as MetricFilter;
  const shareOf = call.arguments['shareOf'] as MetricFilter | undefined;
  const filter = changedFilter(before, reading);
  if (
    intent === 'compare' ||
    (/\b(?:is|are) (?:that|it|those|they) (?:more|less|higher|lower|dearer|cheaper)\b/.test(text) &&
      reading.mentions.length > 0)
  ) {
    const side = { rows: call.arguments['rows'] ?? 'sales', filter: before };
    const figure = call.arguments['question'];
    const question = typeof figure === 'string' && figure !== 'share' ? figure : 'median-price';
    return { tool: 'compare', arguments: { question, left: side, right: { ...side, filter } } };
  }
  const rowsChanged = /\b(?:ask|asking|offer|offers|for sale|listed|listings?|on the market|sold|sales|sell)\b/.test(
    text,
  );
  const rows = rowsChanged ? rowsOf(text) : (call.arguments['rows'] ?? 'sales');
  if (intent === 'list' || intent === 'rank') {
    return fresh !== null && 'tool' in fresh ? { ...fresh, arguments: { ...fresh.arguments, rows, filter } } : null;
  }
  if (call.tool === 'list' && intent === null) return { ...call, arguments: { ...call.arguments, rows, filter } };
  if (call.tool === 'rank' && intent === null) return { ...call, arguments: { ...call.arguments, rows, filter } };
  if (intent === 'share' && fresh !== null && 'tool' in fresh) {
    return { ...fresh, arguments: { ...fresh.arguments, rows, filter: before } };
  }
  const figures: Given =
    intent === 'count'
      ? { question: 'count' }
      : intent === 'price' || intent === 'miles'
        ? (sameStatistic(call, reading) ?? figuresAsked(reading))
        : { question: call.arguments['question'] ?? 'count', also: call.arguments['also'] };
  const isShare = figures['question'] === 'share' && shareOf !== undefined;
  const arguments_ = { rows, ...figures, filter, ...(isShare ? { shareOf } : {}) };
  return { tool: 'measure', arguments: arguments_ };
}

/** `And the mileage?` after an average price is after the average; `null` where a statistic is named, or none was. */
function sameStatistic(call: Call, reading: Reading): Given | null {
  const before = call.arguments['question'];
  const named =
    /\b(?:median|average|avg|mean|typical(?:ly)?|highest|lowest|most|least|cheapest|dearest|max|min|ever)\b/;
  if (typeof before !== 'string' || named.test(reading.whole) || reading.statistic !== null) return null;
  // A question that says more, `what does that one sell for`, stands on its own feet.
  if (reading.text.trim().split(' ').length > SHORT_WORDS + 1) return null;
  const statistic = /^(.+)-(?:price|miles)$/.exec(before)?.[1];
  const asked = figuresAsked(reading).question;
  const isSame = before.slice(-5) === asked.slice(-5);
  return statistic === undefined || isSame || !asked.startsWith('median-')
    ? null
    : { question: `${statistic}-${asked.slice(7)}` };
}

function followCompare(call: Call, reading: Reading, intent: Intent | null): Call {
  const change = (side: unknown): Given => {
    const { rows, filter } = side as { readonly rows: string; readonly filter: MetricFilter };
    const own = filterOf({ ...firstSide(reading), mention: undefined }, reading);
    const days = movedDays(filter.days, reading);
    return { rows, filter: { ...filter, ...own, ...(days === null ? {} : { days }) } };
  };
  const question =
    intent === 'count'
      ? 'count'
      : intent === 'price' || intent === 'miles'
        ? figureOf(reading)
        : call.arguments['question'];
  return {
    tool: 'compare',
    arguments: { question, left: change(call.arguments['left']), right: change(call.arguments['right']) },
  };
}

function followAnomalies(call: Call, reading: Reading): Call {
  const fresh = callOf('anomalies', reading);
  const changed = 'tool' in fresh ? fresh.arguments : {};
  const { answer: _answer, limit: _limit, ...kept } = changed;
  const wantsList = /\b(?:show|list|which)\b/.test(reading.text);
  const wantsCount = /\bhow many|number\b/.test(reading.text);
  const answer = asksShare(reading.text)
    ? 'share'
    : wantsList
      ? 'list'
      : wantsCount
        ? 'count'
        : call.arguments['answer'];
  const { limit: _before, ...before } = call.arguments;
  const limit = answer === 'list' ? { limit: call.arguments['limit'] ?? 20 } : {};
  return { tool: 'anomalies', arguments: { ...before, ...kept, answer, ...limit } };
}

/** A model line that nobody named gives way to the one that was spoken of. */
function namesAfter(mention: Reading['mentions'][number] | undefined, modelBefore: unknown): ReturnType<typeof names> {
  const named = names(mention);
  if (mention?.isModelGuessed !== true || typeof modelBefore !== 'string') return named;
  const { model: _guessed, ...others } = named;
  return others;
}

/** The names of before with those that the question changes; another model line starts afresh. */
function changedNames(before: Given, { mentions }: Reading): Given {
  const named = namesAfter(mentions[0], before['model']);
  const { make: _make, model, generation, trim, ...others } = before;
  if (named.model !== undefined && named.model !== model) return { ...others, ...named };
  return {
    ...before,
    ...(generation === undefined ? {} : { generation }),
    ...(trim === undefined ? {} : { trim }),
    ...named,
  };
}

function changedFilter(before: MetricFilter, reading: Reading): MetricFilter {
  const side = firstSide(reading);
  const all = filterOf(side, reading);
  const { model: _guessed, ...withoutModel } = all;
  const own: MetricFilter = side.mention?.isModelGuessed === true && before.model !== undefined ? withoutModel : all;
  const dropped = DROPPED.filter(([pattern]) => pattern.test(reading.text)).map(([, key]) => key);
  const isOther = own.model !== undefined && own.model !== before.model;
  // Another generation of the same trim keeps the trim; another model line keeps no name of the one before.
  const { make: _make, model: _model, generation: _generation, trim: _trim, modelYear: _year, ...unnamed } = before;
  const kept = isOther ? unnamed : before;
  const except = united(kept.except ?? {}, own.except ?? {});
  const among = alternativesAfter(kept, own);
  const days = movedDays(kept.days, reading);
  const { among: _before, ...keptAlone } = kept;
  const { among: _own, ...ownAlone } = own;
  const merged: MetricFilter = {
    ...keptAlone,
    ...ownAlone,
    ...(days === null ? {} : { days }),
    ...(Object.keys(among).length === 0 ? {} : { among }),
    ...(Object.keys(except).length === 0 ? {} : { except }),
  };
  // What is left out is no longer what is asked for: `any colour but blue` after blue ones.
  const turned = EXCLUSIVE.filter(([field, exceptions]) => own.except?.[exceptions] !== undefined && !(field in own));
  return Object.fromEntries(
    Object.entries(merged)
      .filter(([key, value]) => value !== undefined && !turned.some(([field]) => field === key))
      .filter(([key]) => !SINGULAR.some(([field, several]) => field === key && own.among?.[several] !== undefined))
      .filter(([key]) => !dropped.includes(key as keyof MetricFilter) || key in own),
  ) as MetricFilter;
}
