import type { Fact } from '../market/insight.ts';
import type { Claims, DirectionClaim, FigureClaim } from './claim.ts';
import type { Direction } from './direction-words.ts';
import type { FactSheet } from './fact-sheet.ts';
import { readClaims } from './read-claims.ts';
import { ABOUT_DIGITS, currencyPrefix, plural, roundToDigits, STEADY_BELOW } from './render-fact.ts';

/** A claim with the fact that proves it. */
export interface ProvedClaim {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly factId: string;
}

export interface ProvedText {
  readonly status: 'proved';
  readonly claims: readonly ProvedClaim[];
}

export interface RefutedText {
  readonly status: 'refuted';
  /** One sentence for each claim that nothing on the sheet proves. */
  readonly faults: readonly string[];
}

/**
 * Reads a finished text again and proves every amount, percentage, count, date, name and direction word in it against
 * the sheet, within the rounding that the text states. What is not proved is refuted.
 *
 * With `figureFactIds`, the facts that the figures are meant to state in their order, each figure has to be proved by
 * its own fact, so that two true figures in each other's place are found.
 */
export function proveText(
  text: string,
  options: { readonly sheet: FactSheet; readonly figureFactIds?: readonly string[] },
): ProvedText | RefutedText {
  const { sheet, figureFactIds } = options;
  const claims = readClaims(text, sheet);
  const faults: string[] = [
    ...claims.unprovable.map((place) => `"${place.text}" states something that no fact can prove.`),
    ...claims.strangers.map((place) => `"${place.text}" is no name on the sheet.`),
  ];
  if (figureFactIds !== undefined && figureFactIds.length !== claims.figures.length) {
    faults.push(`The text has ${claims.figures.length} figures where ${figureFactIds.length} facts were to be stated.`);
  }
  const governed = directionsOf(claims);
  const proved: ProvedClaim[] = [];
  for (const [index, claim] of claims.figures.entries()) {
    const own = figureFactIds?.[index];
    const candidates = own === undefined ? [...sheet.values()] : [sheet.get(own)].filter((fact) => fact !== undefined);
    const fact = candidates.find((candidate) => proves(candidate, claim, governed.byFigure.get(claim) ?? null));
    if (fact === undefined) faults.push(`"${claim.text}" is not what the sheet says.`);
    else proved.push({ text: claim.text, start: claim.start, end: claim.end, factId: fact.id });
  }
  faults.push(...governed.loose.map((claim) => `"${claim.text}" stands without a figure that proves it.`));
  return faults.length > 0 ? { status: 'refuted', faults } : { status: 'proved', claims: proved };
}

function proves(fact: Fact, claim: FigureClaim, direction: DirectionClaim | null): boolean {
  if (claim.kind === 'date') {
    const value = String(fact.value);
    return fact.kind === 'date' && (claim.day === null ? value.slice(0, 7) === claim.month : value === claim.day);
  }
  const value = Number(fact.value);
  if (!Number.isFinite(value)) return false;
  if (claim.kind === 'price') {
    if (fact.kind !== 'price' || claim.prefix.trim() !== currencyPrefix(fact.unit).trim()) return false;
    return claim.amount === (claim.about ? roundToDigits(value, ABOUT_DIGITS) : Math.round(value));
  }
  if (claim.kind === 'count') {
    if (fact.kind !== 'count' || claim.amount !== value) return false;
    return claim.noun.toLowerCase() === (value === 1 ? fact.unit : plural(fact.unit)).toLowerCase();
  }
  return claim.kind === 'share' && fact.kind === 'share' && provesShare(value, { claim, direction });
}

function provesShare(
  value: number,
  options: { readonly claim: FigureClaim & { readonly kind: 'share' }; readonly direction: DirectionClaim | null },
): boolean {
  const { claim, direction } = options;
  const halfStep = 0.5 * 10 ** -claim.decimals;
  if (Math.abs(claim.percent - Math.abs(value) * 100) > halfStep + 1e-9) return false;
  if (claim.isLevel) return value >= 0 && claim.sign >= 0;
  if (claim.sign !== 0 && Math.sign(value) !== claim.sign) return false;
  if (direction === null) return value >= 0 || claim.sign === -1;
  const moved: Direction = Math.abs(value) < STEADY_BELOW ? 0 : value > 0 ? 1 : -1;
  return moved === direction.direction;
}

/**
 * Joins every share with the word that gives its direction: the nearest one in its clause. Words that no share needs are
 * loose: a direction without a figure.
 */
function directionsOf(claims: Claims): {
  readonly byFigure: ReadonlyMap<FigureClaim, DirectionClaim>;
  readonly loose: readonly DirectionClaim[];
} {
  const byFigure = new Map<FigureClaim, DirectionClaim>();
  for (const figure of claims.figures) {
    if (figure.kind !== 'share' || figure.isLevel) continue;
    let nearest: DirectionClaim | null = null;
    let nearestDistance = Number.POSITIVE_INFINITY;
    for (const direction of claims.directions) {
      const isBefore = direction.start < figure.start;
      const between = isBefore
        ? claims.skeleton.slice(direction.end, figure.start)
        : claims.skeleton.slice(figure.end, direction.start);
      if (/[.,;:!?\n]/.test(between) || between.length >= nearestDistance) continue;
      nearest = direction;
      nearestDistance = between.length;
    }
    if (nearest !== null) byFigure.set(figure, nearest);
  }
  const used = new Set(byFigure.values());
  return { byFigure, loose: claims.directions.filter((direction) => !used.has(direction)) };
}
