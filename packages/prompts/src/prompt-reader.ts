import type { LLMPrompt } from './prompt.ts';
import type { LabelQuery, PromptStore } from './prompt-store.ts';

export interface PromptReaderOptions {
  readonly store: PromptStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** How long what a label names is used without asking again. Default 30 seconds. */
  readonly freshMs?: number;
  /** How long it is still used while it is asked for again; after that a reader waits. Default 10 minutes. */
  readonly staleMs?: number;
  /** Labels and versions that are kept. Default 1,000 of each. */
  readonly capacity?: number;
}

/** What was read. */
export interface ReadPrompt {
  /** `null` where nothing is deployed. */
  readonly prompt: LLMPrompt | null;
  /** How long ago the store said so. */
  readonly ageMs: number;
  /** True where it is older than it should be: it is being asked for again, or the store does not answer. */
  readonly stale: boolean;
}

interface Kept {
  readonly prompt: LLMPrompt | null;
  readonly readAt: number;
  /** A deployment is known that came after it: it is good only where the store does not answer. */
  readonly outdated: boolean;
}

const DEFAULT_FRESH_MS = 30_000;
const DEFAULT_STALE_MS = 600_000;

/**
 * Reads prompts through a cache of this process: versions for ever, since they never change; labels for a while, then once
 * more while a new answer is fetched, and longer where the store does not answer. Equal reads at once ask the store once.
 */
export class PromptReader {
  readonly #options: Required<PromptReaderOptions>;
  readonly #labels = new Map<string, Kept>();
  readonly #versions = new Map<string, LLMPrompt>();
  readonly #running = new Map<string, Promise<LLMPrompt | null>>();
  /** Counts what was told of: a read that began before must not be taken for news. */
  #generation = 0;

  constructor(options: PromptReaderOptions) {
    this.#options = { freshMs: DEFAULT_FRESH_MS, staleMs: DEFAULT_STALE_MS, capacity: 1000, ...options };
  }

  /** A version by its number; `null` where there is none. */
  async version(query: { readonly type: string; readonly version: number }): Promise<LLMPrompt | null> {
    const key = `${query.type}@${query.version}`;
    const kept = this.#versions.get(key);
    if (kept !== undefined) return kept;
    const prompt = await this.#options.store.byVersion(query);
    if (prompt !== null) this.#keep(this.#versions, key, prompt);
    return prompt;
  }

  /** What a label names. Rejects only where the store does not answer and nothing was ever read. */
  async label(query: LabelQuery): Promise<ReadPrompt> {
    const { now, freshMs, staleMs } = this.#options;
    const key = keyOf(query);
    const kept = this.#labels.get(key);
    const ageMs = kept === undefined ? Number.POSITIVE_INFINITY : now() - kept.readAt;
    if (kept !== undefined && !kept.outdated && ageMs < freshMs) return { prompt: kept.prompt, ageMs, stale: false };
    const read = this.#read(query);
    if (kept !== undefined && !kept.outdated && ageMs < staleMs) {
      // Whoever asks next sees what came of it.
      void read.catch(() => undefined);
      return { prompt: kept.prompt, ageMs, stale: true };
    }
    try {
      return { prompt: await read, ageMs: 0, stale: false };
    } catch (error) {
      if (kept === undefined) throw error;
      return { prompt: kept.prompt, ageMs, stale: true };
    }
  }

  /** Takes note of a deployment: what is kept of the label, of the type, or of everything is asked for again. */
  forget(change: Partial<LabelQuery>): void {
    this.#generation += 1;
    this.#running.clear();
    for (const [key, kept] of this.#labels) {
      const [type, label] = JSON.parse(key) as [string, string];
      if ((change.type ?? type) === type && (change.label ?? label) === label) {
        this.#labels.set(key, { ...kept, outdated: true });
      }
    }
  }

  #read(query: LabelQuery): Promise<LLMPrompt | null> {
    const key = keyOf(query);
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    const started = this.#ask(query, this.#generation).finally(() => {
      if (this.#running.get(key) === started) this.#running.delete(key);
    });
    this.#running.set(key, started);
    return started;
  }

  async #ask(query: LabelQuery, generation: number): Promise<LLMPrompt | null> {
    const prompt = await this.#options.store.byLabel(query);
    if (generation === this.#generation) {
      this.#keep(this.#labels, keyOf(query), { prompt, readAt: this.#options.now(), outdated: false });
    }
    return prompt;
  }

  #keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
    map.delete(key);
    map.set(key, value);
    const oldest = map.keys().next().value;
    if (map.size > this.#options.capacity && oldest !== undefined) map.delete(oldest);
  }
}

/** Apart from versions, and safe for any characters: the label "3" is never version 3. */
function keyOf({ type, label }: LabelQuery): string {
  return JSON.stringify([type, label]);
}
