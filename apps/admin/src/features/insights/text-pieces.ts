import type { Insight } from '../../api/answers.ts';

/** A piece of a paragraph: words, or words that state a fact. */
export interface TextPiece {
  readonly text: string;
  /** `null` for plain words. */
  readonly factId: string | null;
  /** Position in the whole text, which tells equal pieces apart. */
  readonly start: number;
}

/** The paragraphs of a text, cut at the figures that lead to a fact. Names and statements stay plain words. */
export function textPieces({
  summary,
  claims,
  facts,
}: Pick<Insight, 'summary' | 'claims' | 'facts'>): readonly (readonly TextPiece[])[] {
  const kinds = new Map(facts.map((fact) => [fact.id, fact.kind]));
  const figures = claims.filter(({ factId, start, end, text }) => {
    const kind = kinds.get(factId);
    return kind !== undefined && kind !== 'name' && kind !== 'statement' && summary.slice(start, end) === text;
  });
  const paragraphs: TextPiece[][] = [];
  for (const match of summary.matchAll(/[^\n]+/g)) {
    const pieces: TextPiece[] = [];
    let position = match.index;
    const end = match.index + match[0].length;
    for (const figure of figures) {
      if (figure.start < position || figure.end > end) continue;
      if (figure.start > position) {
        pieces.push({ text: summary.slice(position, figure.start), factId: null, start: position });
      }
      pieces.push({ text: figure.text, factId: figure.factId, start: figure.start });
      position = figure.end;
    }
    if (position < end) pieces.push({ text: summary.slice(position, end), factId: null, start: position });
    paragraphs.push(pieces);
  }
  return paragraphs;
}
