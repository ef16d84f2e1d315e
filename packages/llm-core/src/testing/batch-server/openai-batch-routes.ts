import type { BatchServerRequest, BatchShelf, RouteReply, ServedAnswer, ServedBatch } from './batch-shelf.ts';

/** Files and batches as OpenAI serves them. */
export async function openAIBatchRoutes(
  shelf: BatchShelf,
  { method, path, body, contentType }: BatchServerRequest,
): Promise<RouteReply | undefined> {
  const [, , resource, id, action] = path.split('/');
  const route = `${method} ${resource ?? ''}${id === undefined ? '' : '/:id'}${action === undefined ? '' : `/${action}`}`;
  if (route === 'POST files') {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    const file = form.get('file') as File;
    const fileId = `file-${shelf.files.size + 1}`;
    shelf.files.set(fileId, await file.text());
    return {
      body: { id: fileId, object: 'file', bytes: file.size, filename: file.name, purpose: form.get('purpose') },
    };
  }
  if (route === 'POST batches') {
    const asked = JSON.parse(body.toString('utf8')) as { input_file_id: string; metadata: unknown };
    const lines = (shelf.files.get(asked.input_file_id) ?? '').split('\n').filter((line) => line !== '');
    const calls = lines.map((line) => {
      const { custom_id: customId, body: callBody } = JSON.parse(line) as { custom_id: string; body: unknown };
      return { customId, body: callBody };
    });
    return { body: toBatch(shelf, shelf.add({ vendor: 'openai', calls, metadata: asked.metadata })) };
  }
  if (route === 'GET batches') {
    const own = shelf.batches.filter((batch) => batch.vendor === 'openai').toReversed();
    return { body: { object: 'list', data: own.map((batch) => toBatch(shelf, batch)), has_more: false } };
  }
  if (route === 'GET files/:id/content') {
    const [kind, batchId] = (id ?? '').split('.');
    const batch = shelf.find(batchId);
    if (batch === undefined) return undefined;
    return {
      lines: shelf
        .answersOf(batch)
        .filter((entry) => fileOf(entry) === kind)
        .map(toLine),
    };
  }
  const batch = resource === 'batches' ? shelf.find(id) : undefined;
  if (batch?.vendor !== 'openai') return undefined;
  if (route === 'POST batches/:id/cancel') batch.state = 'cancelling';
  return { body: toBatch(shelf, batch) };
}

function toBatch(shelf: BatchShelf, batch: ServedBatch): object {
  const hasEnded = ['completed', 'cancelled', 'expired'].includes(batch.state);
  const answers = hasEnded ? shelf.answersOf(batch) : [];
  const seconds = Math.floor(batch.createdAt / 1000);
  const count = (file: string) => answers.filter((answer) => fileOf(answer) === file).length;
  return {
    id: batch.id,
    object: 'batch',
    endpoint: '/v1/responses',
    input_file_id: 'file-1',
    completion_window: '24h',
    status: batch.state === 'running' ? 'in_progress' : batch.state,
    created_at: seconds,
    expires_at: seconds + 86_400,
    metadata: batch.metadata,
    request_counts: { total: batch.calls.length, completed: count('output'), failed: count('errors') },
    ...(batch.state === 'completed' ? { completed_at: seconds + 60 } : {}),
    ...(batch.state === 'cancelled' ? { cancelled_at: seconds + 60 } : {}),
    ...(batch.state === 'expired' ? { expired_at: seconds + 86_400 } : {}),
    ...(batch.state === 'failed'
      ? { errors: { object: 'list', data: [{ code: 'invalid_json_line', message: 'Line 1 is no JSON.', line: 1 }] } }
      : {}),
    ...(count('output') > 0 ? { output_file_id: `output.${batch.id}` } : {}),
    ...(count('errors') > 0 ? { error_file_id: `errors.${batch.id}` } : {}),
  };
}

/** Which file an answer is in; one that is missing is in none. */
function fileOf({ answer }: ServedAnswer): 'output' | 'errors' | undefined {
  if ('outcome' in answer) return answer.outcome === 'missing' ? undefined : 'errors';
  return (answer.status ?? 200) < 400 ? 'output' : 'errors';
}

function toLine({ customId, answer }: ServedAnswer): object {
  if ('outcome' in answer) {
    const error = { code: `batch_${answer.outcome}`, message: `This request was ${answer.outcome}.` };
    return { id: `batch_req_${customId}`, custom_id: customId, response: null, error };
  }
  const response = { status_code: answer.status ?? 200, request_id: `req_${customId}`, body: answer.body };
  return { id: `batch_req_${customId}`, custom_id: customId, response, error: null };
}
