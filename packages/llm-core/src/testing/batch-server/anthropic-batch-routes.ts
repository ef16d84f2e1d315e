import type { BatchServerRequest, BatchShelf, RouteReply, ServedAnswer, ServedBatch } from './batch-shelf.ts';

/** Message batches as Anthropic serves them. */
export function anthropicBatchRoutes(
  shelf: BatchShelf,
  { request: { method, path, body }, url }: { readonly request: BatchServerRequest; readonly url: string },
): RouteReply | undefined {
  const prefix = '/v1/messages/batches';
  if (!path.startsWith(prefix)) return undefined;
  const toReply = (batch: ServedBatch): RouteReply => ({ body: toBatch(shelf, { batch, url }) });
  const [, id, action] = path.slice(prefix.length).split('/');
  if (id === undefined && method === 'POST') {
    const asked = JSON.parse(body.toString('utf8')) as { requests: { custom_id: string; params: unknown }[] };
    const calls = asked.requests.map((call) => ({ customId: call.custom_id, body: call.params }));
    return toReply(shelf.add({ vendor: 'anthropic', calls, metadata: undefined }));
  }
  if (id === undefined) {
    const own = shelf.batches.filter((batch) => batch.vendor === 'anthropic').toReversed();
    return { body: { data: own.map((batch) => toBatch(shelf, { batch, url })), has_more: false } };
  }
  const batch = shelf.find(id);
  if (batch?.vendor !== 'anthropic') return undefined;
  if (action === 'results') return { lines: shelf.answersOf(batch).flatMap(toLine) };
  if (action === 'cancel') batch.state = 'cancelling';
  return toReply(batch);
}

function toBatch(shelf: BatchShelf, { batch, url }: { readonly batch: ServedBatch; readonly url: string }): object {
  const hasEnded = !['running', 'cancelling'].includes(batch.state);
  const outcomes = hasEnded ? shelf.answersOf(batch).map(outcomeOf) : [];
  const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
  const at = (offsetMs: number) => new Date(batch.createdAt + offsetMs).toISOString();
  return {
    id: batch.id,
    type: 'message_batch',
    processing_status: hasEnded ? 'ended' : batch.state === 'cancelling' ? 'canceling' : 'in_progress',
    request_counts: {
      processing: hasEnded ? 0 : batch.calls.length,
      succeeded: count('succeeded'),
      errored: count('errored') + count('missing'),
      canceled: count('canceled'),
      expired: count('expired'),
    },
    created_at: at(0),
    expires_at: at(86_400_000),
    ended_at: hasEnded ? at(60_000) : null,
    cancel_initiated_at: ['cancelling', 'cancelled'].includes(batch.state) ? at(30_000) : null,
    archived_at: null,
    results_url: hasEnded ? `${url}/v1/messages/batches/${batch.id}/results` : null,
  };
}

function outcomeOf({ answer }: ServedAnswer): string {
  if ('outcome' in answer) return answer.outcome === 'cancelled' ? 'canceled' : answer.outcome;
  return (answer.status ?? 200) < 400 ? 'succeeded' : 'errored';
}

function toLine(entry: ServedAnswer): object[] {
  const type = outcomeOf(entry);
  if (type === 'missing') return [];
  const { customId, answer } = entry;
  const result =
    'outcome' in answer
      ? { type }
      : type === 'succeeded'
        ? { type, message: answer.body }
        : { type, error: answer.body };
  return [{ custom_id: customId, result }];
}
