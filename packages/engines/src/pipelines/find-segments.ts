import { type SegmentId, slug } from '../market/segment.ts';
import {
  type ResolvedSegment,
  resolveSegment,
  type SegmentWords,
  type UnresolvedSegment,
} from '../market/taxonomy/resolve-segment.ts';

/** A vehicle in words; without a model line all vehicles of the make are meant. */
export interface VehicleWords extends Omit<SegmentWords, 'model'> {
  readonly model?: string | undefined;
}

/** The words name no vehicle, or several. */
export interface UnknownVehicle {
  readonly status: 'unknown-vehicle';
  /** One sentence. */
  readonly reason: string;
  /** Names that are known and near, nearest first; may be empty. */
  readonly candidates: readonly string[];
}

export interface FoundSegments {
  readonly status: 'ok';
  /**
   * Analysed segments that the words name, in code-unit order: one where every level above the last is given, several
   * where a trim comes without its generation (`911 GT3` is a car of eight generations) or a generation without its
   * half. Empty where the words name a car that too few sales are known of.
   */
  readonly segments: readonly SegmentId[];
  /** The segment as the words name it, such as `porsche/911/-/gt3`. */
  readonly named: SegmentId;
}

/**
 * Finds the analysed segments that words name; an absent trim or generation widens the segment. Names are taken as they
 * are where a segment is called so, and through the taxonomy otherwise.
 */
export function findSegments(
  words: VehicleWords,
  options: { readonly known: readonly SegmentId[] },
): FoundSegments | UnknownVehicle {
  const { model, ...others } = words;
  if (model === undefined) return wholeMake(words.make, options.known);
  const literal = {
    make: slug(words.make?.trim() || 'Porsche'),
    model: slug(model),
    generations: words.generation?.trim() ? [slug(words.generation)] : [],
    trim: slug(words.trim ?? null),
  };
  const segments = matching(literal, options.known);
  if (segments.length > 0) return { status: 'ok', segments, named: nameOf(literal) };
  const resolved = resolveSegment({ ...others, model });
  if (resolved.status !== 'resolved') return unknownVehicle(resolved);
  const canonical = levelsOf(resolved);
  return { status: 'ok', segments: matching(canonical, options.known), named: resolved.segment };
}

/** The segment of a make; of the only one that is analysed where none is named, else of Porsche. */
function wholeMake(make: string | undefined, known: readonly SegmentId[]): FoundSegments {
  const makes = known.filter((segment) => !segment.includes('/'));
  const named = slug(make?.trim() || (makes.length === 1 ? makes[0]! : 'Porsche'));
  return { status: 'ok', segments: makes.filter((segment) => segment === named), named };
}

interface NamedLevels {
  readonly make: string;
  readonly model: string;
  /** Any of these; all where empty. */
  readonly generations: readonly string[];
  /** Empty for the segment above the trims. */
  readonly trim: string;
}

function levelsOf({ make, model, generation, trim, generations }: ResolvedSegment): NamedLevels {
  const wanted = generation !== null ? [generation] : trim !== null ? generations : [];
  return { make: slug(make), model: slug(model), generations: wanted.map(slug), trim: slug(trim) };
}

function matching({ make, model, generations, trim }: NamedLevels, known: readonly SegmentId[]): readonly SegmentId[] {
  const depth = trim !== '' ? 4 : generations.length > 0 ? 3 : 2;
  return known
    .filter((segment) => {
      const path = segment.split('/');
      if (path.length !== depth || path[0] !== make || path[1] !== model) return false;
      if (generations.length > 0 && !generations.some((generation) => isGeneration(path[2], generation))) return false;
      return trim === '' || path[3] === trim;
    })
    .sort();
}

/** `997` names `997.1` and `997.2` too. */
function isGeneration(level: string | undefined, asked: string): boolean {
  return level !== undefined && (level === asked || level.startsWith(`${asked}.`));
}

function nameOf({ make, model, generations, trim }: NamedLevels): SegmentId {
  const levels = [make, model, generations[0] ?? '-', trim];
  if (trim === '') levels.pop();
  if (trim === '' && generations.length === 0) levels.pop();
  return levels.join('/');
}

/** The refusal of words that the taxonomy does not understand, in one sentence. */
export function unknownVehicle({ status, field, given, candidates }: UnresolvedSegment): UnknownVehicle {
  const fault = status === 'unknown' ? `No ${field} is called "${given}"` : `"${given}" names several ${field}s`;
  const advice = candidates.length === 0 ? 'check the spelling' : `choose one of ${candidates.join(', ')}`;
  return { status: 'unknown-vehicle', reason: `${fault}: ${advice}.`, candidates };
}
