import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMemoryStores, profileIdOf } from '@pa/engines';
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { deliverNotices } from './deliver-notices.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
const ANN = profileIdOf('ann');
const DAY = { id: '1', topic: 'daily_run' as const, title: 'The day', body: 'All quiet.', createdAt: 1_000 };
const HERS = { ...DAY, id: '2', createdAt: 2_000, recipient: ANN };

it('posts every notice, signed, with whom it is for, and again what the receiver did not take', async () => {
  const received: { readonly body: string; readonly headers: Record<string, string> }[] = [];
  let isBroken = true;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    if (!isBroken) received.push({ body, headers: request.headers as Record<string, string> });
    response.writeHead(isBroken ? 500 : 204).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    let time = 10_000;
    const outbox = createMemoryStores().notifier;
    const errors: unknown[] = [];
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notices`;
    const receiver = { url, secret: SECRET, now: () => Date.now() };
    const deliver = () => deliverNotices({ outbox, receiver, now: () => time, onError: (error) => errors.push(error) });
    await outbox.notify([HERS, DAY]);

    expect(await deliver()).toEqual({ delivered: 0, failed: 2 });
    expect(String(errors[0])).toContain('answered 500');
    isBroken = false;
    expect(await deliver()).toEqual({ delivered: 0, failed: 0 });
    time += 60_000;
    expect(await deliver()).toEqual({ delivered: 2, failed: 0 });
    time += 60_000;
    expect(await deliver()).toEqual({ delivered: 0, failed: 0 });

    const bodies = received.map(({ body, headers }) => new Webhook(SECRET).verify(body, headers));
    expect(bodies).toEqual([
      {
        type: 'notice.daily_run',
        timestamp: '1970-01-01T00:00:01.000Z',
        data: { title: 'The day', body: 'All quiet.', recipient: null },
      },
      {
        type: 'notice.daily_run',
        timestamp: '1970-01-01T00:00:02.000Z',
        data: { title: 'The day', body: 'All quiet.', recipient: ANN },
      },
    ]);
  } finally {
    server.close();
  }
});

it('leaves notices to the inbox where nobody receives them, and does not send them later', async () => {
  const outbox = createMemoryStores().notifier;
  await outbox.notify([DAY]);
  expect(await deliverNotices({ outbox, receiver: null, now: () => 5_000 })).toEqual({ delivered: 1, failed: 0 });
  expect(await outbox.claim({ limit: 10, at: 1e12, leaseMs: 1 })).toEqual([]);
  expect(await outbox.recent({ recipient: null, limit: 10 })).toEqual([DAY]);
});
