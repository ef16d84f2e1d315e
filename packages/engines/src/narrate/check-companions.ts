import type { Fact } from '../market/insight.ts';
import type { Claim } from './claim.ts';
import type { FactSheet } from './fact-sheet.ts';
import type { Sentence } from './sentences.ts';

/** Kinds of things that stand beside an amount and say of what or of when it is. */
type CompanionClass = 'name' | 'date' | 'span' | 'level' | 'whole' | 'anchor';

const CLASSES: readonly CompanionClass[] = ['name', 'date', 'span', 'level', 'whole', 'anchor'];

function classOf(fact: Fact): CompanionClass {
  if (fact.kind === 'name') return 'name';
  if (fact.kind === 'date') return 'date';
  if (fact.role === 'span' || fact.role === 'span-ahead') return 'span';
  if (fact.role === 'level') return 'level';
  if (fact.role === 'whole') return 'whole';
  return 'anchor';
}

/** A sheet with the ids of its facts sorted by what they belong to. */
export interface CompanionRules {
  /** Ids of the companions of a fact of one class; empty where it has none. */
  readonly of: (fact: Fact, kind: CompanionClass) => readonly string[];
  /** Ids of all facts that are a companion of any fact, by class. */
  readonly known: Readonly<Record<CompanionClass, ReadonlySet<string>>>;
}

/** Reads the companions of a sheet. */
export function companionRules(sheet: FactSheet): CompanionRules {
  const known: Record<CompanionClass, Set<string>> = {
    name: new Set(),
    date: new Set(),
    span: new Set(),
    level: new Set(),
    whole: new Set(),
    anchor: new Set(),
  };
  for (const fact of sheet.values()) {
    for (const id of fact.with ?? []) {
      const companion = sheet.get(id);
      if (companion !== undefined) known[classOf(companion)].add(id);
    }
  }
  return {
    known,
    of: (fact, kind) =>
      (fact.with ?? []).filter((id) => {
        const companion = sheet.get(id);
        return companion !== undefined && classOf(companion) === kind;
      }),
  };
}

/**
 * Why a claim stands beside something that does not belong to its fact, such as the months of another change, or `null`.
 * Where a sentence names as many companions as it has groups of claims, they are joined in order, else by nearness; a
 * sentence without one speaks of the last one named.
 */
export function companionFault(
  claim: Claim,
  fact: Fact,
  context: {
    readonly rules: CompanionRules;
    readonly sentence: Sentence;
    readonly claims: readonly Claim[];
    readonly skeleton: string;
  },
): string | null {
  for (const kind of CLASSES) {
    const own = context.rules.of(fact, kind);
    if (own.length === 0) continue;
    const fault = classFault(claim, { ...context, fact, kind, own });
    if (fault !== null) return fault;
  }
  return null;
}

interface ClassContext {
  readonly rules: CompanionRules;
  readonly sentence: Sentence;
  readonly claims: readonly Claim[];
  readonly skeleton: string;
  readonly fact: Fact;
  readonly kind: CompanionClass;
  readonly own: readonly string[];
}

function classFault(claim: Claim, context: ClassContext): string | null {
  const { rules, sentence, claims, fact, kind, own } = context;
  const isCompanion = (other: Claim): boolean => other.facts.some(({ id }) => rules.known[kind].has(id));
  const isOwn = (other: Claim | undefined): boolean => other?.facts.some(({ id }) => own.includes(id)) ?? false;
  const inSentence = (other: Claim): boolean => other.start >= sentence.start && other.end <= sentence.end;
  const companions = claims.filter((other) => other !== claim && inSentence(other) && isCompanion(other));
  if (companions.length === 0) {
    const last = claims.findLast((other) => other.end <= sentence.start && isCompanion(other));
    if (last !== undefined && (kind === 'name' || isRequired(fact, kind))) {
      return isOwn(last) ? null : `"${claim.text}" does not belong to "${last.text}", which was named before it.`;
    }
    const isOnly = rules.known[kind].size === 1;
    return isRequired(fact, kind) && !(isOnly && kind !== 'span' && kind !== 'date')
      ? `"${claim.text}" stands without what it belongs to (${own.join(', ')}).`
      : null;
  }
  if (isOwn(nearest(claim, companions, context))) return null;
  if (isOwn(inOrder(claim, companions, context))) return null;
  return `"${claim.text}" does not belong to "${companions.map(({ text }) => text).join('", "')}" in its sentence.`;
}

/** Changes say over which time and forecasts for when, and an interval says its level where there are several. */
function isRequired(fact: Fact, kind: CompanionClass): boolean {
  if (kind === 'span') return true;
  if (kind === 'date') return fact.role === 'ahead';
  return kind === 'level';
}

/** The nearest companion, where a clause in between counts as far. A name stands before what is said of it. */
function nearest(claim: Claim, companions: readonly Claim[], context: ClassContext): Claim | undefined {
  const { skeleton, kind } = context;
  let best: Claim | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const companion of companions) {
    const isBefore = companion.start < claim.start;
    const between = isBefore ? skeleton.slice(companion.end, claim.start) : skeleton.slice(claim.end, companion.start);
    const breaks = between.match(/[,;:]|\s(?:and|while|but|whereas)\s/g)?.length ?? 0;
    const wrongSide = kind === 'name' && !isBefore ? 10_000 : 0;
    const distance = between.length + 200 * breaks + wrongSide;
    if (distance < bestDistance) {
      best = companion;
      bestDistance = distance;
    }
  }
  return best;
}

/** The companion of the same place in its order, where there are as many companions as groups of claims. */
function inOrder(claim: Claim, companions: readonly Claim[], context: ClassContext): Claim | undefined {
  const { claims, sentence, rules, kind } = context;
  const groups: { key: string; claims: Claim[] }[] = [];
  for (const other of claims) {
    if (other.start < sentence.start || other.end > sentence.end) continue;
    const owner = other.facts.find((fact) => rules.of(fact, kind).length > 0);
    if (owner === undefined) continue;
    const key = rules.of(owner, kind).join(' ');
    const last = groups.at(-1);
    if (last?.key === key) last.claims.push(other);
    else groups.push({ key, claims: [other] });
  }
  if (groups.length !== companions.length) return undefined;
  return companions[groups.findIndex((group) => group.claims.includes(claim))];
}
