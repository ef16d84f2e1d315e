import type { Segment } from '../../api/answers.ts';

/** A segment in words, widest first: `Porsche 911 · 992.1 · GT3`. Levels that are not known are left out. */
export function segmentLabel(segment: Pick<Segment, 'make' | 'model' | 'generation' | 'trim'>): string {
  const car = [segment.make, segment.model].filter((part) => part !== null).join(' ');
  return [car, segment.generation, segment.trim].filter((part) => part !== null && part !== '').join(' · ');
}

/** The segment shown first: the model line with the most sales, else whatever has the most; `null` without any. */
export function firstSegment(segments: readonly Segment[]): Segment | null {
  const indexed = segments.filter((segment) => segment.hasIndex);
  const models = indexed.filter((segment) => segment.level === 'model');
  return (models.length > 0 ? models : indexed).reduce<Segment | null>(
    (best, segment) => (best === null || segment.saleCount > best.saleCount ? segment : best),
    null,
  );
}
