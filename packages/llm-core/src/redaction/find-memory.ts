import { hash } from 'node:crypto';
import type { FoundSpan } from './detector.ts';

/**
 * What was found in texts that come again: system prompts, descriptions of tools, the earlier turns of a conversation. A text
 * is known by its digest, and of what was found in it only kinds and places are kept, so that no value stays behind. What was
 * not asked for longest is forgotten first.
 */
export class FindMemory {
  readonly #finds = new Map<string, readonly FoundSpan[]>();
  readonly #texts: number;

  /** @param texts how many texts are remembered; 0 remembers none. */
  constructor(texts: number) {
    this.#texts = texts;
  }

  /** What `look` finds in the text, or found in it before. A look that throws leaves nothing behind. */
  find(text: string, look: (text: string) => readonly FoundSpan[]): readonly FoundSpan[] {
    if (this.#texts === 0) return look(text);
    // Two bytes a unit: in UTF-8 all halves of a surrogate pair that stand alone would be one.
    const digest = hash('sha256', Buffer.from(text, 'utf16le'), 'base64');
    const known = this.#finds.get(digest);
    const found = known ?? look(text);
    if (known !== undefined) this.#finds.delete(digest);
    else if (this.#finds.size >= this.#texts) this.#finds.delete(this.#finds.keys().next().value as string);
    this.#finds.set(digest, found);
    return found;
  }
}
