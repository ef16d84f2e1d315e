/**
 * What happened so far, for any number of readers at their own pace. Each reader sees everything from the first entry on;
 * a failure reaches those who read to it, and nobody else.
 */
export class EventLog<Entry> implements AsyncIterable<Entry> {
  readonly #entries: Entry[] = [];
  #end: { readonly error: unknown; readonly isFailure: boolean } | undefined;
  #changed = Promise.withResolvers<void>();

  add(entry: Entry): void {
    this.#entries.push(entry);
    this.#wake();
  }

  end(): void {
    this.#end = { error: undefined, isFailure: false };
    this.#wake();
  }

  fail(error: unknown): void {
    this.#end = { error, isFailure: true };
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Entry> {
    for (let next = 0; ; ) {
      if (next < this.#entries.length) yield this.#entries[next++] as Entry;
      else if (this.#end === undefined) await this.#changed.promise;
      else if (this.#end.isFailure) throw this.#end.error;
      else return;
    }
  }

  /** The entries folded into one value, as often as the reader comes back for it: what was overtaken is skipped. */
  async *latest<Value>(fold: (value: Value, entry: Entry) => Value, initial: Value): AsyncGenerator<Value> {
    let value = initial;
    for (let next = 0; ; ) {
      if (next < this.#entries.length) {
        while (next < this.#entries.length) value = fold(value, this.#entries[next++] as Entry);
        yield value;
      } else if (this.#end === undefined) await this.#changed.promise;
      else if (this.#end.isFailure) throw this.#end.error;
      else return;
    }
  }

  #wake(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }
}
