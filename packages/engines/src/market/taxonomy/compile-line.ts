import type { Generation, ModelLine, Trim } from './model-line.ts';

/** One wording of one trim, ready to be looked for. */
export interface TrimWording {
  readonly trim: Trim;
  /** Empty for the wording of a text that names no trim. */
  readonly words: readonly string[];
}

/** A model line with its wordings split into words, made once when the module loads. */
export interface CompiledLine {
  readonly line: ModelLine;
  readonly names: readonly (readonly string[])[];
  readonly impliedBy: readonly (readonly string[])[];
  readonly marks: readonly { readonly words: readonly string[]; readonly generation: Generation }[];
  /** Wordings of trims by their first word; those of a text that names no trim under the empty string. */
  readonly wordings: ReadonlyMap<string, readonly TrimWording[]>;
  /** Every word that some trim is worded with. */
  readonly vocabulary: ReadonlySet<string>;
}

function wordsOf(wording: string): readonly string[] {
  return wording === '' ? [] : wording.split(' ');
}

/** Prepares a model line for matching. */
export function compileLine(line: ModelLine): CompiledLine {
  const wordings = new Map<string, TrimWording[]>();
  for (const trim of line.trims) {
    for (const wording of trim.words) {
      const words = wordsOf(wording);
      const first = words[0] ?? '';
      wordings.set(first, [...(wordings.get(first) ?? []), { trim, words }]);
    }
  }
  return {
    line,
    names: line.names.map(wordsOf),
    impliedBy: (line.impliedBy ?? []).map(wordsOf),
    marks: line.generations.flatMap((generation) =>
      generation.words.map((words) => ({ words: wordsOf(words), generation })),
    ),
    wordings,
    vocabulary: new Set(line.trims.flatMap((trim) => trim.words.flatMap(wordsOf))),
  };
}
