import type { IncomingHttpHeaders } from 'node:http';

/** A request as it came over the socket. */
export interface RecordedRequest {
  /** 1 for the first. */
  readonly number: number;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The JSON that was sent, `undefined` for none. */
  readonly body: unknown;
  readonly bodyLength: number;
}
