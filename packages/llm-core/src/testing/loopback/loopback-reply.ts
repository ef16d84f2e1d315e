/** What every reply may say of its time. */
interface Timing {
  /** Milliseconds before anything is sent. Default 0. */
  readonly delayMs?: number;
}

/** How the server answers one request. */
export type LoopbackReply =
  | (Timing & {
      readonly kind: 'json';
      /** Default 200. */
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: unknown;
    })
  /** Server-sent events. A text in place of an event is sent as it is, so that it may be malformed. */
  | (Timing & {
      readonly kind: 'events';
      readonly events: readonly unknown[];
      /** Closes the connection after so many events. */
      readonly cutAfter?: number;
      /** Says nothing more after so many events and keeps the connection open. */
      readonly stallAfter?: number;
      /** Milliseconds between two events. Default 0. */
      readonly betweenMs?: number;
      /** Sends the bytes in pieces of this size, so that events and characters are split. Default: an event at a time. */
      readonly pieceBytes?: number;
      /** Ends with `[DONE]`, as Chat Completions does. */
      readonly doneMark?: boolean;
    })
  /** Bytes as they are, with a JSON content type; `cut` closes the connection before the announced length is there. */
  | (Timing & { readonly kind: 'raw'; readonly body: string; readonly cut?: boolean })
  /** Never answers. */
  | { readonly kind: 'silence' }
  /** Closes the connection without an answer. */
  | { readonly kind: 'hang-up' };
