/** A request as the batch server takes it. */
export interface BatchServerRequest {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
  readonly contentType: string;
}

/** What becomes of one call of a batch: a body with a status, or no answer in time. */
export type BatchServerAnswer =
  | { readonly status?: number; readonly body: unknown }
  | { readonly outcome: 'expired' | 'missing' };

/** A batch as a vendor keeps it. */
export interface ServedBatch {
  readonly id: string;
  readonly vendor: 'openai' | 'anthropic';
  readonly createdAt: number;
  readonly calls: readonly { readonly customId: string; readonly body: unknown }[];
  readonly metadata: unknown;
  state: 'running' | 'cancelling' | 'completed' | 'cancelled' | 'expired' | 'failed';
}

/** What a batch's call came to. */
export interface ServedAnswer {
  readonly customId: string;
  readonly answer: BatchServerAnswer | { readonly outcome: 'cancelled' };
}

/** Answer of a route: JSON, or lines that are sent one by one. */
export type RouteReply = { readonly status?: number; readonly body: unknown } | { readonly lines: readonly unknown[] };

/** The batches and files of the batch server. */
export class BatchShelf {
  readonly batches: ServedBatch[] = [];
  readonly files = new Map<string, string>();
  readonly now: () => number;
  readonly #answer: (call: { readonly customId: string; readonly body: unknown }) => BatchServerAnswer;

  constructor(options: {
    readonly answer: (call: { readonly customId: string; readonly body: unknown }) => BatchServerAnswer;
    readonly now?: () => number;
  }) {
    this.#answer = options.answer;
    this.now = options.now ?? Date.now;
  }

  add(batch: Pick<ServedBatch, 'vendor' | 'calls' | 'metadata'>): ServedBatch {
    const added: ServedBatch = {
      ...batch,
      id: `batch_${this.batches.length + 1}`,
      createdAt: this.now(),
      state: 'running',
    };
    this.batches.push(added);
    return added;
  }

  find(id: string | undefined): ServedBatch | undefined {
    return this.batches.find((batch) => batch.id === id);
  }

  finish(how: 'completed' | 'expired' | 'failed' = 'completed'): void {
    for (const batch of this.batches) {
      if (batch.state === 'running') batch.state = how;
      if (batch.state === 'cancelling') batch.state = 'cancelled';
    }
  }

  /** Every other call of a cancelled batch was answered before. The newest call comes first: order means nothing. */
  answersOf(batch: ServedBatch): readonly ServedAnswer[] {
    return batch.calls
      .map((call, index) => ({
        customId: call.customId,
        answer:
          batch.state === 'cancelled' && index % 2 === 1 ? ({ outcome: 'cancelled' } as const) : this.#answer(call),
      }))
      .toReversed();
  }
}
