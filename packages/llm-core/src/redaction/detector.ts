/** A part of a text in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the values of one kind. Pure and synchronous; spans may overlap those of other detectors, and come in any order.
 * A detector that throws ends the call before anything is sent.
 */
export interface Detector {
  /** Lower-case words joined by hyphens, such as `stock-number`: it names the placeholder `[[STOCK_NUMBER_1]]`. */
  readonly kind: string;
  find(text: string): Iterable<Span>;
}

/** A span with the kind of what it holds. */
export interface FoundSpan extends Span {
  readonly kind: string;
}
