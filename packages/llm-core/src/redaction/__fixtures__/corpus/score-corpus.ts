import type { FoundSpan } from '../../detector.ts';
import type { LabelledText } from './generate-corpus.ts';

export interface KindScore {
  /** Values in the texts. */
  values: number;
  /** Values of which every character was taken out. */
  covered: number;
  /** Of the covered: named by their own kind. */
  named: number;
  /** Finds that carry this kind. */
  finds: number;
  /** Finds that took out nothing but personal characters. */
  exact: number;
}

export interface Miss {
  readonly problem: 'missed' | 'too much';
  readonly kind: string;
  readonly value: string;
  readonly text: string;
}

/**
 * Scores by character: a value counts as found only where all of it is gone, and a find counts as right only where nothing
 * but personal data is in it. `onMiss` is for the tuned half alone.
 */
export function scoreCorpus(
  corpus: Iterable<LabelledText>,
  options: { readonly find: (text: string) => readonly FoundSpan[]; readonly onMiss?: (miss: Miss) => void },
): ReadonlyMap<string, KindScore> {
  const scores = new Map<string, KindScore>();
  const scoreOf = (kind: string): KindScore => {
    const score = scores.get(kind) ?? { values: 0, covered: 0, named: 0, finds: 0, exact: 0 };
    scores.set(kind, score);
    return score;
  };
  const holds = (outer: readonly FoundSpan[], { start, end }: FoundSpan): boolean => {
    for (let offset = start; offset < end; offset++)
      if (!outer.some((span) => offset >= span.start && offset < span.end)) return false;
    return true;
  };
  for (const { text, spans } of corpus) {
    const found = options.find(text);
    for (const span of spans) {
      const score = scoreOf(span.kind);
      score.values += 1;
      if (!holds(found, span))
        options.onMiss?.({ problem: 'missed', kind: span.kind, value: text.slice(span.start, span.end), text });
      else {
        score.covered += 1;
        if (found.some((find) => find.kind === span.kind && find.start < span.end && find.end > span.start))
          score.named += 1;
      }
    }
    for (const find of found) {
      const score = scoreOf(find.kind);
      score.finds += 1;
      if (holds(spans, find)) score.exact += 1;
      else options.onMiss?.({ problem: 'too much', kind: find.kind, value: text.slice(find.start, find.end), text });
    }
  }
  return scores;
}
