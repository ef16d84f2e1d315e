import type { SegmentId } from '../market/segment.ts';
import { slug } from '../market/segment.ts';

/** Words that name a segment; an absent trim or generation widens it. */
export interface SegmentWords {
  /** Default `Porsche`. */
  readonly make?: string;
  readonly model: string;
  readonly generation?: string;
  readonly trim?: string;
}

/** The words name no vehicle that the market knows. */
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
   * Segments that the words name, in code-unit order: one where every level above the last is given, several where a
   * trim comes without its generation (`911 GT3` is a car of eight generations) or a generation without its half.
   */
  readonly segments: readonly SegmentId[];
}

const CANDIDATE_COUNT = 5;

/** Finds the segments that words name among those that exist. Spelling is compared by slug, so `GT3 RS` is `gt3-rs`. */
export function findSegments(
  words: SegmentWords,
  options: { readonly known: readonly SegmentId[] },
): FoundSegments | UnknownVehicle {
  const make = slug(words.make ?? 'Porsche');
  const model = slug(words.model);
  const generation = slug(words.generation ?? null);
  const trim = slug(words.trim ?? null);
  const paths = options.known.map((segment) => segment.split('/'));

  const ofMake = paths.filter((path) => path[0] === make);
  if (ofMake.length === 0) return unknown(words.make ?? 'Porsche', make, paths, 0);
  const ofModel = ofMake.filter((path) => path[1] === model);
  if (ofModel.length === 0) return unknown(words.model, model, ofMake, 1);
  if (generation === '' && trim === '') return found(ofModel.filter((path) => path.length === 2));

  const ofGeneration = ofModel.filter((path) => generation === '' || isGeneration(path[2], generation));
  if (ofGeneration.length === 0) return unknown(words.generation ?? '', generation, ofModel, 2);
  if (trim === '') return found(ofGeneration.filter((path) => path.length === 3));
  const ofTrim = ofGeneration.filter((path) => path[3] === trim);
  if (ofTrim.length === 0) return unknown(words.trim ?? '', trim, ofGeneration, 3);
  return found(ofTrim);
}

/** `997` names `997.1` and `997.2` too. */
function isGeneration(level: string | undefined, asked: string): boolean {
  return level !== undefined && (level === asked || level.startsWith(`${asked}.`));
}

function found(paths: readonly (readonly string[])[]): FoundSegments {
  return { status: 'ok', segments: paths.map((path) => path.join('/')).sort() };
}

function unknown(word: string, asked: string, paths: readonly (readonly string[])[], level: number): UnknownVehicle {
  const names = new Set(paths.flatMap((path) => path[level] ?? []).filter((name) => name !== '-'));
  const candidates = [...names]
    .map((name) => ({ name, distance: editDistance(asked, name) }))
    .sort((left, right) => left.distance - right.distance || (left.name < right.name ? -1 : 1))
    .slice(0, CANDIDATE_COUNT)
    .map(({ name }) => name);
  const levelName = ['make', 'model', 'generation', 'trim'][level] ?? 'name';
  const near = candidates.length === 0 ? 'run the daily analysis first' : `did you mean ${candidates[0]}?`;
  return {
    status: 'unknown-vehicle',
    reason: `No ${levelName} "${word}" has an analysed segment: ${near}`,
    candidates,
  };
}

/** Levenshtein distance: insertions, deletions and replacements that turn one text into the other. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let at = 1; at <= left.length; at += 1) {
    const next = [at];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[at - 1] === right[column - 1] ? 0 : 1;
      next.push(Math.min(next[column - 1]! + 1, row[column]! + 1, row[column - 1]! + same));
    }
    row = next;
  }
  return row[right.length]!;
}
