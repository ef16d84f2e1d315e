import type { MetricAlternatives } from '../../../market/ports/market-metrics.ts';
import { slug } from '../../../market/segment.ts';
import type { Call, OpenQuestion } from './call.ts';
import { filterOf, firstSide, names, rowsOf, type Side } from './filter-of.ts';
import type { Reading } from './reading.ts';

/** The share of rows with a property, or of a narrower car among a wider. */
export function shareCall(reading: Reading): Call | OpenQuestion {
  const { text, mentions, optionCodes, transmissions, sellerTypes, colors, bodies, regions, miles, price } = reading;
  const side = firstSide(reading);
  // Where something else is asked after, a state says which cars are meant: `of those sold in Texas, how many are white`.
  const others = [transmissions, sellerTypes, colors, bodies, optionCodes, reading.marks].some(
    ({ length }) => length > 0,
  );
  const hasPart = others || regions.length > 0 || miles !== undefined || price !== undefined;
  const wide: Side = { mention: mentions[0], period: side.period, ...(others ? { region: regions[0] } : {}) };
  const base = { optionCodes: [], ...(hasPart ? { except: reading.except } : {}) };
  const further = filterOf(
    {
      transmission: one(transmissions),
      sellerType: one(sellerTypes),
      color: one(colors),
      body: one(bodies),
      ...(others ? {} : { region: one(regions) }),
      among: several({ transmissions, sellerTypes, colors, bodies, ...(others ? {} : { regions }) }),
    },
    {
      optionCodes,
      marks: reading.marks,
      ...(hasPart ? {} : { except: reading.except }),
      ...(miles === undefined ? {} : { miles }),
      ...(price === undefined ? {} : { price }),
    },
  );
  const rows = rowsOf(text);
  const part = carAskedOf(reading);
  if (part !== null) {
    const filter = filterOf({ ...side, mention: undefined }, reading);
    return { tool: 'measure', arguments: { rows, question: 'share', filter, shareOf: names(part) } };
  }
  if (Object.keys(further).length > 0) {
    return {
      tool: 'measure',
      arguments: { rows, question: 'share', filter: filterOf(wide, base), shareOf: further },
    };
  }
  // `The share of GT3 among 911 sales`: the narrower of two cars is the part of the wider.
  const nested = nestedMentions(mentions);
  if (nested !== null) {
    const filter = filterOf({ ...wide, mention: nested.whole }, base);
    return { tool: 'measure', arguments: { rows, question: 'share', filter, shareOf: names(nested.part) } };
  }
  const whole = carSharedOut(reading);
  if (whole !== null) {
    const filter = filterOf({ ...wide, mention: whole }, base);
    return { tool: 'measure', arguments: { rows, question: 'share', filter, shareOf: names(mentions[0]) } };
  }
  // `What percent of sales were 911s`: the car itself is the part.
  if (mentions[0] === undefined) return { open: 'sides' };
  const { mention: _, ...all } = wide;
  return {
    tool: 'measure',
    arguments: { rows, question: 'share', filter: filterOf(all, base), shareOf: names(mentions[0]) },
  };
}

/** `What percent of 997 sales were GT3s`: the car as it is named before the verb, where the rest of its name stands behind. */
function carSharedOut({ whole, mentions }: Reading): Reading['mentions'][number] | null {
  const [only] = mentions;
  const [, head, tail] = /\bof (.+?) (?:were|are|was|is|have been) (.+)$/.exec(whole) ?? [];
  if (only?.trim === undefined || mentions.length > 1 || head === undefined || tail === undefined) return null;
  const isIn = (text: string, name: string | undefined): boolean =>
    name !== undefined && text.includes(slug(name).replaceAll('-', ' '));
  if (!isIn(tail, only.trim) || isIn(head, only.trim)) return null;
  const { trim: _part, ...wider } = only;
  return isIn(head, only.generation) || isIn(head, only.model) ? wider : null;
}

function one<Value>(values: readonly Value[]): Value | undefined {
  return values.length === 1 ? values[0] : undefined;
}

/** `Silver or gray`: properties of which a row may have one of several. */
function several(named: MetricAlternatives): MetricAlternatives {
  return Object.fromEntries(Object.entries(named).filter(([, values]) => values.length > 1));
}

/** `Of the cars sold in California, what share were 911s`: the only car, where it is named behind what it is a share of. */
function carAskedOf({ whole, mentions }: Reading): Reading['mentions'][number] | null {
  const [only] = mentions;
  const [, head, tail] = /^ ?(?:of|among|out of) (.+?) , (.+)$/.exec(whole) ?? [];
  if (only === undefined || mentions.length > 1 || head === undefined || tail === undefined) return null;
  const words = Object.values(names(only)).map((name) => slug(name).replaceAll('-', ' '));
  const isIn = (text: string): boolean => words.some((word) => text.includes(word));
  return isIn(tail) && !isIn(head) ? only : null;
}

/** Two cars of which one is a kind of the other; `null` where they are not. */
function nestedMentions(
  mentions: Reading['mentions'],
): { readonly part: Reading['mentions'][number]; readonly whole: Reading['mentions'][number] } | null {
  const [first, second] = mentions;
  if (first === undefined || second === undefined || mentions.length !== 2) return null;
  const holds = (whole: typeof first, part: typeof first): boolean => {
    const wide = Object.entries(names(whole));
    const narrow: Readonly<Record<string, unknown>> = names(part);
    return wide.length < Object.keys(narrow).length && wide.every(([key, name]) => narrow[key] === name);
  };
  if (holds(second, first)) return { part: first, whole: second };
  return holds(first, second) ? { part: second, whole: first } : null;
}
