/** One place of a fact in a text. */
export interface Slot {
  readonly factId: string;
  readonly format: string;
  /** Position of the slot in the text, its first character and the one after its last. */
  readonly start: number;
  readonly end: number;
}

const SLOT = /\{\{fact:([^{}|]+)\|([^{}|]+)\}\}/g;

/** The slots of a text in their order. Empty where it has none. */
export function findSlots(text: string): readonly Slot[] {
  return [...text.matchAll(SLOT)].map((match) => ({
    factId: match[1] ?? '',
    format: match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The slot of a fact in a format, as it is written. */
export function slot(factId: string, format: string): string {
  return `{{fact:${factId}|${format}}}`;
}
