import type { Fact, StatedFact } from '../market/insight.ts';
import { fitsDirection, governDirections, type GovernedDirections, isStatedDirection } from './check-directions.ts';
import { companionFault, type CompanionRules, companionRules } from './check-companions.ts';
import { roleFault } from './check-roles.ts';
import type { Claim, Claims, Place } from './claim.ts';
import type { Placement } from './compile-slots.ts';
import type { FactSheet } from './fact-sheet.ts';
import { orderFacts } from './order-facts.ts';
import { readClaims } from './read-claims.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A claim with the fact that proves it. */
export type ProvedClaim = StatedFact;

export interface ProvedText {
  readonly status: 'proved';
  /** In the order of the text, names included. */
  readonly claims: readonly ProvedClaim[];
}

export interface RefutedText {
  readonly status: 'refuted';
  /** One sentence for each claim that nothing on the sheet proves. */
  readonly faults: readonly string[];
}

/**
 * Reads a finished text again and proves every claim in it against the sheet: each amount, percentage, count and date
 * within the rounding that the text states, each name, rank, direction and comparison, and that each stands in the role,
 * beside the car, the months and the day that its fact is of. Denials, causes, advice, certainty, judgements and sentences
 * without any fact are refuted, because no fact proves them.
 *
 * With `placements`, the facts that places of the text are meant to state, each of them has to be proved by its own fact.
 */
export function proveText(
  text: string,
  options: { readonly sheet: FactSheet; readonly placements?: readonly Placement[] },
): ProvedText | RefutedText {
  const { sheet, placements } = options;
  const read = readClaims(text, sheet);
  const { claims, faults } =
    placements === undefined ? { claims: read.claims, faults: [] } : settle(read.claims, { placements, sheet });
  const faultsFound = [...faults, ...read.unprovable.map(({ text: words, reason }) => `"${words}" ${reason}.`)];
  const context = {
    text,
    claims,
    skeleton: read.skeleton,
    sentences: sentencesOf(read.skeleton),
    governed: governDirections({ ...read, claims }),
    rules: companionRules(sheet),
  };
  const proved = new Map<Claim, Fact>();
  for (const claim of claims) {
    const result = proveClaim(claim, context);
    if ('fault' in result) faultsFound.push(result.fault);
    else proved.set(claim, result.fact);
  }
  faultsFound.push(...looseFaults(read, { ...context, proved, sheet, placements: placements ?? null }));
  if (faultsFound.length > 0) return { status: 'refuted', faults: faultsFound };
  return {
    status: 'proved',
    claims: [...proved].map(([{ text: words, start, end }, fact]) => ({ text: words, start, end, factId: fact.id })),
  };
}

interface ProofContext {
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly skeleton: string;
  readonly sentences: readonly Sentence[];
  readonly governed: GovernedDirections;
  readonly rules: CompanionRules;
}

/** Leaves to every claim in a placement the fact that was meant, and finds placements that read as something else. */
function settle(
  claims: readonly Claim[],
  { placements, sheet }: { readonly placements: readonly Placement[]; readonly sheet: FactSheet },
): { readonly claims: readonly Claim[]; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const meant = new Set<Placement>();
  const settled = claims.map((claim): Claim => {
    const placement = placements.find(({ start, end }) => claim.start < end && claim.end > start);
    if (placement === undefined) return claim;
    meant.add(placement);
    const isWithin = claim.start >= placement.start && claim.end <= placement.end;
    return { ...claim, facts: isWithin ? claim.facts.filter(({ id }) => id === placement.factId) : [] };
  });
  for (const placement of placements) {
    if (meant.has(placement) || sheet.get(placement.factId)?.kind === 'direction') continue;
    faults.push(`Fact ${placement.factId} cannot be read from its place.`);
  }
  return { claims: settled, faults };
}

function proveClaim(claim: Claim, context: ProofContext): { readonly fact: Fact } | { readonly fault: string } {
  const sentence = sentenceOf(claim, context.sentences);
  let fault = `"${claim.text}" is not what the sheet says.`;
  for (const fact of claim.facts) {
    if (!fitsDirection(claim, fact, context.governed.of(claim))) {
      fault = `"${claim.text}" goes the other way than the sheet says.`;
      continue;
    }
    const governing = [...context.governed.loose];
    const found =
      roleFault(claim, fact, {
        ...context,
        sentence,
        isGoverning: (position) => !governing.some(({ start }) => start === position),
      }) ?? companionFault(claim, fact, { ...context, sentence });
    if (found === null) return { fact };
    fault = found;
  }
  return { fault };
}

/** Directions, ranks and multiples that stand alone, and sentences that state no fact. */
function looseFaults(
  read: Claims,
  context: ProofContext & {
    readonly proved: ReadonlyMap<Claim, Fact>;
    readonly sheet: FactSheet;
    readonly placements: readonly Placement[] | null;
  },
): readonly string[] {
  const { sheet, sentences, proved, governed, text, placements } = context;
  const facts = [...sheet.values()];
  const faults: string[] = [];
  const stated: Place[] = [...proved.keys()];
  for (const direction of governed.loose) {
    const placement = placements?.find(({ start, end }) => direction.start >= start && direction.end <= end);
    const directionFacts =
      placement === undefined
        ? facts.filter(({ kind }) => kind === 'direction')
        : [sheet.get(placement.factId)].filter((fact) => fact?.kind === 'direction');
    const sentence = sentenceOf(direction, sentences);
    if (isStatedDirection(direction, { sentence, proved, text, directionFacts: directionFacts as readonly Fact[] })) {
      stated.push(direction);
    } else faults.push(`"${direction.text}" stands without a figure that proves it.`);
  }
  for (const order of read.orders) {
    const claim: Claim = { ...order, reading: { kind: 'quoted' }, facts: orderFacts(order, facts) };
    const result = proveClaim(claim, context);
    if ('fault' in result) faults.push(`"${order.text}" is not what the sheet says.`);
    else stated.push(order);
  }
  for (const { start, end } of sentences) {
    const within = [...context.claims, ...stated].filter((place) => place.start >= start && place.end <= end);
    if (within.length > 0) {
      const lastEnd = Math.max(...within.map((place) => place.end));
      const addition = ADDED_CLAUSE.exec(text.slice(lastEnd, end));
      if (addition !== null && !METHOD_CLAUSE.test(addition[0]))
        faults.push(`"${addition[0].trim()}" adds something that no fact of the sheet states.`);
      continue;
    }
    faults.push(`"${text.slice(start, end).trim()}" states no fact of the sheet.`);
  }
  return faults;
}

/** A clause after the last fact of a sentence: it states something, and no fact proves it. */
const ADDED_CLAUSE = /[,;(\u2013\u2014]\s*\p{L}.*/su;

/** Says with what held fixed a figure was computed. */
const METHOD_CLAUSE =
  /^[,;(\u2013\u2014]\s*(?:once|with|when|after|holding|keeping|taking|leaving)\s(?:the\s)?mix of cars[^,;]*$/iu;

/** The sentence that a place stands in. */
function sentenceOf(place: Place, sentences: readonly Sentence[]): Sentence {
  return sentences.find(({ start, end }) => place.start >= start && place.start < end) ?? { start: 0, end: place.end };
}
