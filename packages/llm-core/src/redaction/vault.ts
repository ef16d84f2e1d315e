import { placeholderOf, placeholderPattern } from './placeholder.ts';

/** Text as it stands, or text that is JSON: there a value is escaped so that it stays inside its string. */
export type TextForm = 'text' | 'json';

/**
 * The values of one request and their placeholders; it lives as long as the request and is seen by nobody else. The same
 * value has the same placeholder. A placeholder that is not in here stays as it is.
 */
export class Vault {
  readonly #placeholders = new Map<string, string>();
  readonly #values = new Map<string, string>();
  readonly #lastIndex = new Map<string, number>();
  #longestPlaceholder = 0;

  get size(): number {
    return this.#values.size;
  }

  /** In characters; 0 where the vault is empty. */
  get longestPlaceholder(): number {
    return this.#longestPlaceholder;
  }

  /** The placeholder of a value. `kind` counts where the value is new. */
  hide(value: string, kind: string): string {
    const known = this.#placeholders.get(value);
    if (known !== undefined) return known;
    const index = (this.#lastIndex.get(kind) ?? 0) + 1;
    const placeholder = placeholderOf(kind, index);
    this.#lastIndex.set(kind, index);
    this.#placeholders.set(value, placeholder);
    this.#values.set(placeholder, value);
    this.#longestPlaceholder = Math.max(this.#longestPlaceholder, placeholder.length);
    return placeholder;
  }

  /** The text with its values put back, in one pass: what a value holds is not looked at again. */
  restore(text: string, form: TextForm): string {
    return text.replace(placeholderPattern, (placeholder) => {
      const value = this.#values.get(placeholder);
      if (value === undefined) return placeholder;
      return form === 'json' ? JSON.stringify(value).slice(1, -1) : value;
    });
  }
}
