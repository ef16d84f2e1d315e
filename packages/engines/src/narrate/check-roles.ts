import type { Fact } from '../market/insight.ts';
import type { Claim } from './claim.ts';
import { BASIS_BEFORE, BOUND_BEFORE } from './loaded-words.ts';
import { DATE_RIVALS, ROLE_CUES } from './role-cues.ts';
import { BLANK } from './text-mask.ts';
import { clauseOf, isAmount, type Sentence } from './sentences.ts';

/** What the words around a claim are read from. */
export interface RoleContext {
  readonly text: string;
  readonly sentence: Sentence;
  /** Every claim of the text, in order. */
  readonly claims: readonly Claim[];
  readonly skeleton: string;
  /** Whether a direction word at this position belongs to a percentage before it. */
  readonly isGoverning: (position: number) => boolean;
}

/** Why the words around a claim do not fit a fact, or `null` where they do. */
export function roleFault(claim: Claim, fact: Fact, context: RoleContext): string | null {
  const bound = boundBefore(claim, context);
  if (bound !== null) return `"${bound} ${claim.text}" is a bound, and the fact is an amount.`;
  if (fact.kind === 'date') return dateFault(claim, fact, context);
  if (
    fact.role === 'part' &&
    /\b(?:of|among|amongst|across)\s(?:the\s|these\s|those\s)?$/i.test(textBefore(claim, context))
  ) {
    return `"${claim.text}" is a part, and the words make it the whole.`;
  }
  const basis =
    claim.reading.kind === 'quoted' || claim.reading.kind === 'date'
      ? null
      : BASIS_BEFORE.exec(textBefore(claim, context));
  if (basis !== null && !isOfBasis(fact, basis[1]!.toLowerCase()))
    return `"${basis[0].trim()} ${claim.text}" is not what the fact is computed as.`;
  const isRange = rangeFit(claim, fact, context);
  if (isRange === false) return `"${claim.text}" is the wrong end of its interval.`;
  // Its own words may also be part of a statement beside it; cues of a role may not.
  if (fact.words !== undefined) {
    const said = wordsAround(claim, { ...context, skeleton: context.text });
    if (!fact.words.some((word) => said.has(word.toLowerCase())))
      return `"${claim.text}" stands without any of the words that belong to it: ${fact.words.join(', ')}.`;
  }
  const heard = wordsAround(claim, context);
  const cues = fact.role === undefined || isRange === true ? undefined : ROLE_CUES[fact.role];
  if (cues === undefined) return null;
  const hasOwn =
    [...cues.own].some((word) => heard.has(word)) ||
    (fact.role === 'ahead' && (hasTarget(claim, context) || followsForecast(claim, fact, context)));
  if (fact.role === 'past' || fact.role === 'span') {
    const early = wordsBefore(claim, context);
    const denied = [...cues.rival].find((word) => early.has(word));
    if (denied !== undefined) return `"${claim.text}" happened, and stands with "${denied}".`;
  }
  if (hasOwn) return null;
  if (cues.isNeeded) return `"${claim.text}" stands without a word that says what it is (${fact.role ?? ''}).`;
  const rival = [...cues.rival].find((word) => heard.has(word));
  return rival === undefined ? null : `"${claim.text}" stands with "${rival}", which is not what it is.`;
}

/** True where the fact's own words say that it is a mean, a median, a total. */
function isOfBasis({ formula, words = [] }: Fact, basis: string): boolean {
  const said = `${formula} ${words.join(' ')}`.toLowerCase();
  const same =
    basis === 'average' || basis === 'mean'
      ? ['average', 'mean']
      : basis === 'total' || basis === 'sum'
        ? ['total', 'sum']
        : [basis];
  return same.some((word) => new RegExp(`\\b${word}\\b`).test(said));
}

function textBefore(claim: Claim, { text, sentence }: RoleContext): string {
  return text.slice(sentence.start, claim.start);
}

/** The words that make an amount a bound, or `null`. */
function boundBefore(claim: Claim, context: RoleContext): string | null {
  if (claim.reading.kind === 'quoted' || claim.reading.kind === 'date') return null;
  const before = textBefore(claim, context);
  const found = BOUND_BEFORE.exec(before);
  if (found === null) return null;
  const said = found[0].trim().toLowerCase();
  // "4.2% above $128,000" compares, and "over 12 months" spans.
  if (/^(?:above|below|over|under)\b/.test(said) && context.isGoverning(context.sentence.start + found.index))
    return null;
  const isSpan = claim.facts.some(({ role }) => role === 'span' || role === 'span-ahead');
  if (isSpan && /^(?:over|under|just)\b/.test(said)) return said.startsWith('over') ? null : said;
  if (/^just$/.test(said) || said === 'per' || said === 'not') return said;
  // "From $1 up to $2" gives both ends of an interval.
  if (
    said === 'up to' &&
    claim.facts.some(({ role }) => role === 'upper') &&
    context.skeleton.slice(0, claim.start).endsWith(`${BLANK} up to `)
  )
    return null;
  if (/^(?:some|another|every|each|only)\b/.test(said)) return said.startsWith('some') ? null : said;
  return said;
}

function dateFault(claim: Claim, fact: Fact, context: RoleContext): string | null {
  const before = textBefore(claim, context);
  if (/\bsince\s(?:the\s)?$/i.test(before) && fact.role !== 'start') {
    return `"since ${claim.text}" needs a first day, and the fact is none.`;
  }
  const rival = fact.role === undefined ? undefined : DATE_RIVALS[fact.role]?.exec(before);
  return rival ? `"${rival[0].trim()} ${claim.text}" is not what the day is (${fact.role ?? ''}).` : null;
}

const RANGE_JOINT = /^\s?(?:to|and|through|or|up to|–|-|—|,)\s?$/i;

/** True for the end of an interval in its place, false for one in the place of the other, `null` where words decide. */
function rangeFit(claim: Claim, fact: Fact, { claims, text }: RoleContext): boolean | null {
  if (fact.role !== 'lower' && fact.role !== 'upper') return null;
  const amounts = claims.filter(isAmount);
  const position = amounts.indexOf(claim);
  const next = amounts[position + 1];
  const previous = amounts[position - 1];
  if (next !== undefined && RANGE_JOINT.test(text.slice(claim.end, next.start))) {
    return fact.role === 'lower' && next.facts.some(({ role }) => role === 'upper');
  }
  if (previous !== undefined && RANGE_JOINT.test(text.slice(previous.end, claim.start))) {
    return fact.role === 'upper' && previous.facts.some(({ role }) => role === 'lower');
  }
  return null;
}

/** The words of its clause that stand before a claim. */
function wordsBefore(claim: Claim, context: RoleContext): ReadonlySet<string> {
  const before = context.skeleton.slice(clauseOf(claim, context).start, claim.start);
  return new Set(before.toLowerCase().match(/\p{L}+/gu) ?? []);
}

function wordsAround(claim: Claim, context: RoleContext): ReadonlySet<string> {
  const { start, end } = clauseOf(claim, context);
  // The words of the claim itself, such as `rose`, are no clue to its role.
  const around = `${context.skeleton.slice(start, claim.start)} ${context.skeleton.slice(claim.end, end)}`;
  return new Set(around.toLowerCase().match(/\p{L}+/gu) ?? []);
}

/** Whether the day or the months that a forecast looks ahead to stand in its clause. */
function hasTarget(claim: Claim, context: RoleContext): boolean {
  const { start, end } = clauseOf(claim, context);
  return context.claims.some(
    (other) =>
      other.start >= start &&
      other.end <= end &&
      other.facts.some(({ role }) => role === 'target' || role === 'span-ahead'),
  );
}

/** A change that is forecast may follow the price that is: "expected at $131,000, 2.1% above its value now". */
function followsForecast(claim: Claim, fact: Fact, { claims, sentence }: RoleContext): boolean {
  if (fact.kind !== 'share') return false;
  const before = claims.findLast(
    (other) => other.end <= claim.start && other.start >= sentence.start && isAmount(other),
  );
  return before?.facts.some(({ role, kind }) => role === 'ahead' && kind === 'price') ?? false;
}
