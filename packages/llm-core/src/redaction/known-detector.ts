import type { Detector, Span } from './detector.ts';
import type { TextIndex } from './text-index.ts';

/** A detector of ours: it may be given the index that others of the same text use. */
export interface KnownDetector extends Detector {
  find(text: string, index?: TextIndex): Iterable<Span>;
}
