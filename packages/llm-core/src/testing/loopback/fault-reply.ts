import type { LoopbackReply } from './loopback-reply.ts';
import type { RecordedRequest } from './recorded-request.ts';
import type { VendorAnswer, WireName } from './vendor-answer.ts';
import { wantsStream, wireForm, wireOf } from './vendor-reply.ts';

/**
 * What can go wrong with a call once its connection stands. All but the last four strike before the first content of a
 * stream. - `rate-limited`: 429 with `Retry-After`. - `spend-limit`: a 429 that no waiting mends. - `server-error`: 500.
 * - `overloaded`: 529. - `silence`: no answer. - `malformed-body`: what comes is no JSON. - `in-band-error`: status 200 and an
 * error inside. - `early-cut`: the connection ends after the first bytes. - `late-cut`, `late-error`, `late-silence`: the same
 * after the first content. - `malformed-event`: after the first content one that is no JSON.
 */
export type FaultKind =
  | 'rate-limited'
  | 'spend-limit'
  | 'server-error'
  | 'overloaded'
  | 'silence'
  | 'malformed-body'
  | 'in-band-error'
  | 'early-cut'
  | 'late-cut'
  | 'late-error'
  | 'late-silence'
  | 'malformed-event';

export interface FaultOptions {
  /** What the answer would have been: of it a part is said by the late faults. */
  readonly answer: VendorAnswer;
  /** Seconds of `Retry-After`. Default 1. */
  readonly retryAfterSeconds?: number;
}

/** Named, since the Anthropic client passes over events without a name. */
const malformed = 'event: content_block_delta\ndata: {"type": "content_bl\n\n';
const overloaded = 'The server is overloaded.';

/** The reply to a request that goes wrong. */
export function faultReply(kind: FaultKind, request: RecordedRequest, options: FaultOptions): LoopbackReply {
  const wire = wireOf(request);
  const isStream = wantsStream(request);
  const { head, content, tail, body } = wireForm(request, options.answer);
  const failed = (
    status: number,
    [type, code, message]: readonly [string, string, string],
    headers: Readonly<Record<string, string>> = {},
  ): LoopbackReply => ({ kind: 'json', status, headers, body: errorBody(wire, { type, code, message }) });
  const said = [...head, ...content.slice(0, 1)];
  switch (kind) {
    case 'rate-limited':
      return failed(429, ['rate_limit_error', 'rate_limit_exceeded', 'Too many requests.'], {
        'retry-after': String(options.retryAfterSeconds ?? 1),
      });
    case 'spend-limit':
      return failed(429, ['rate_limit_error', 'insufficient_quota', 'You exceeded your current quota.']);
    case 'server-error':
      return failed(500, ['api_error', 'server_error', 'Something failed inside.']);
    case 'overloaded':
      return failed(529, ['overloaded_error', 'overloaded', overloaded]);
    case 'silence':
      return { kind: 'silence' };
    case 'malformed-body':
      return isStream
        ? { kind: 'events', events: [...head.slice(0, 1), malformed] }
        : { kind: 'raw', body: JSON.stringify(body).slice(0, 40) };
    case 'in-band-error':
      return isStream
        ? { kind: 'events', events: [...head, errorEvent(wire)] }
        : { kind: 'json', body: failedBody(wire, body) };
    case 'early-cut':
      return isStream
        ? { kind: 'events', events: head, cutAfter: 1 }
        : { kind: 'raw', body: JSON.stringify(body).slice(0, 40), cut: true };
    case 'late-cut':
      return { kind: 'events', events: said, cutAfter: said.length };
    case 'late-error':
      return { kind: 'events', events: [...said, errorEvent(wire)] };
    case 'late-silence':
      return { kind: 'events', events: said, stallAfter: said.length };
    case 'malformed-event':
      return { kind: 'events', events: [...said, malformed, ...tail] };
  }
}

function errorBody(
  wire: WireName,
  error: { readonly type: string; readonly code: string; readonly message: string },
): object {
  if (wire !== 'messages') return { error: { ...error, param: null } };
  const details = error.code === 'insufficient_quota' ? { error_code: 'enforced_spend_limit_reached' } : undefined;
  return { type: 'error', error: { type: error.type, message: error.message, ...(details && { details }) } };
}

function errorEvent(wire: WireName): object {
  if (wire === 'responses') return { type: 'error', code: 'server_error', message: overloaded, param: null };
  return errorBody(wire, { type: 'overloaded_error', code: 'overloaded', message: overloaded });
}

function failedBody(wire: WireName, body: Readonly<Record<string, unknown>>): object {
  if (wire !== 'responses') return errorEvent(wire);
  return { ...body, status: 'failed', output: [], error: { code: 'server_error', message: overloaded } };
}
