import type { CompiledLine } from './compile-line.ts';
import { isCopyAt } from './copy-words.ts';
import { findWording } from './find-wording.ts';

/** The model line that a text names, and where. */
export interface FoundLine {
  readonly compiled: CompiledLine;
  /** Position of the name; -1 where the line is only implied. */
  readonly at: number;
  /** Words of the name. */
  readonly length: number;
  /** True where the name is followed by `replica` or the like. */
  readonly copied: boolean;
}

/** Names of lines by their first word, longest first. */
export type LineNames = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly compiled: CompiledLine }[]
>;

/** Prepares the names of all lines for {@link findLine}. */
export function indexLineNames(lines: readonly CompiledLine[]): LineNames {
  const index = new Map<string, { readonly words: readonly string[]; readonly compiled: CompiledLine }[]>();
  for (const compiled of lines) {
    for (const words of compiled.names) {
      const first = words[0] ?? '';
      const known = [...(index.get(first) ?? []), { words, compiled }];
      index.set(
        first,
        known.sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  return index;
}

/** The line named first, by its longest name there; `null` where none is named. */
export function findLine(words: readonly string[], names: LineNames): FoundLine | null {
  for (let at = 0; at < words.length; at += 1) {
    for (const name of names.get(words[at] ?? '') ?? []) {
      if (name.words.some((word, offset) => words[at + offset] !== word)) continue;
      const length = name.words.length;
      return { compiled: name.compiled, at, length, copied: isCopyAt(words, at + length) };
    }
  }
  return null;
}

/** The line that the first words imply where none is named, such as `carrera`; `null` where they imply none. */
export function findImpliedLine(words: readonly string[], lines: readonly CompiledLine[]): FoundLine | null {
  const compiled = lines.find((line) => line.impliedBy.some((wording) => findWording(words, wording) === 0));
  return compiled === undefined ? null : { compiled, at: -1, length: 0, copied: false };
}
