import { filterOf, firstSide, names } from './filter-of.ts';
import { asksShare } from './intents.ts';
import type { Reading } from './reading.ts';

/** Types of anomalies by their words; the order counts where none is more specific. */
const ANOMALY_TYPES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:under ?valued|under ?priced|bargains?|steals?|deals?|buys?|too cheap|(?:too|priced|suspiciously|unusually|oddly|strangely|surprisingly|very) low|too little|best value|cheap)\b/,
    'undervalued',
  ],
  [
    /\b(?:over ?valued|over ?priced|(?:priced|suspiciously|unusually|oddly|strangely|surprisingly) high|too (?:high|much|expensive|dear)|rip ?offs?)\b/,
    'overvalued',
  ],
  [/\b(?:data (?:errors?|faults?|issues?|problems?|quality)|typos?|errors?|faulty|wrong|bad data)\b/, 'data_quality'],
  [/\bunusual options?\b/, 'unusual_options'],
];

/** Causes by their words. What a type says as well, such as a bargain, is asked for by the type. */
const ANOMALY_CAUSES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:scams?|scammers?|frauds?|fraudulent)\b/, 'scam'],
  [/\bstale (?:listings?|offers?|ads?)\b/, 'stale_listing'],
  [/\b(?:relisted|re-?listed|listed again)\b/, 'relisted'],
  [/\b(?:duplicates?|listed twice)\b/, 'duplicate'],
];

/** The types that a text names, in its order where it sets two side by side. */
function typesOf(text: string): readonly (string | undefined)[] {
  const named = ANOMALY_TYPES.filter(([pattern]) => pattern.test(text));
  const isSideBySide = /\b(?:or|and|versus|vs|than|against)\b/.test(text);
  if (!isSideBySide) return named.map(([, type]) => type).slice(0, 1);
  return named.toSorted(([left], [right]) => text.search(left) - text.search(right)).map(([, type]) => type);
}

/** `More undervalued or overvalued ones`, `911s or Caymans`: the other side of two counts; `undefined` without one. */
function anomaliesAgainst(
  reading: Reading,
  otherType: string | undefined,
  type: string | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const { text, mentions } = reading;
  if (!/\b(?:more|fewer|compare|compared|versus|vs|against|than)\b/.test(text)) return undefined;
  const [first, second] = mentions;
  if (second !== undefined) return { ...(type === undefined ? {} : { type }), ...names(second) };
  return otherType === undefined ? undefined : { type: otherType, ...names(first) };
}

/** Which anomalies a question means, and whether it wants them, their number or their share. */
export function anomalyArguments(reading: Reading): Readonly<Record<string, unknown>> {
  const { text, mentions, rest } = reading;
  const cause = ANOMALY_CAUSES.find(([pattern]) => pattern.test(text))?.[1];
  const [type, otherType] = typesOf(text);
  const severity = /\b(critical|high|medium|low)(?:ly)?(?:[ -]severity| ones?| anomal| risk| priority)?\b/.exec(
    rest.replace(/(?:too|priced|suspiciously|unusually|oddly|strangely|surprisingly|very) (?:high|low)/g, ''),
  )?.[1];
  const isCount = /\b(?:how many|number of|count|total)\b/.test(text);
  const isOne =
    /\b(?:the|best|biggest|most|single|top) (?:best |biggest |most )?(?:[a-z]+ ){0,2}(?:bargain|deal|steal|buy|anomaly|outlier)\b|\bmost (?:over|under) ?(?:priced|valued)\b/.test(
      text,
    ) && !/\b(?:bargains|deals|steals|buys|anomalies)\b/.test(text);
  const asked = /\b(?:top|best|worst|first|biggest) (\d+)\b/.exec(text)?.[1];
  const isShare = asksShare(text);
  const against = isShare ? undefined : anomaliesAgainst(reading, otherType, type);
  const isOfAnomalies =
    isShare && /\b(?:of|among) (?:the |all |all the |your |open )*(?:anomal|outliers|flags|flagged)/.test(text);
  const filter = filterOf({ ...firstSide(reading), mention: undefined, period: undefined }, reading);
  const [mention] = mentions;
  const modelYear =
    mention?.modelYear === undefined
      ? {}
      : { modelYear: { atLeast: mention.modelYear.from, atMost: mention.modelYear.to } };
  const narrower = { ...filter, ...modelYear };
  return {
    answer: isShare ? 'share' : isCount || against !== undefined ? 'count' : 'list',
    ...(isOfAnomalies ? { of: 'anomalies' } : {}),
    ...(against === undefined ? {} : { against }),
    ...(type === undefined ? {} : { type }),
    ...(cause === undefined ? {} : { cause }),
    ...(severity === undefined ? {} : { severity }),
    ...names(mention),
    ...(Object.keys(narrower).length === 0 ? {} : { filter: narrower }),
    ...(isShare || isCount || against !== undefined
      ? {}
      : { limit: asked === undefined ? (isOne ? 1 : 20) : Math.min(20, Number(asked)) }),
  };
}
