import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createStores } from '@pa/db';
import { openTestPGlite } from '@pa/db/testing';
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { consoleDeliverer, everyDeliverer, webhookDeliverer } from './alert-deliverers.ts';
import { createModelCosts } from './model-costs.ts';
import { readSettings } from '../settings/read-settings.ts';
import { watchCostsOnce } from './watch-costs.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;

it('tells of the default budget over a signed webhook, once, and again what the receiver did not take', async () => {
  const opened = await openTestPGlite();
  const received: { readonly body: string; readonly headers: Record<string, string> }[] = [];
  let broken = true;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (!broken) {
      received.push({ body: Buffer.concat(chunks).toString(), headers: request.headers as Record<string, string> });
    }
    response.writeHead(broken ? 503 : 204).end();
  }).listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    let time = NOON;
    const now = () => time;
    const stores = createStores(opened.database);
    const costs = createModelCosts(stores, {
      now,
      settings: readSettings({ environment: {}, folder: import.meta.dirname }),
    });
    const lines: string[] = [];
    const errors: unknown[] = [];
    const look = () =>
      watchCostsOnce({
        stores,
        costs,
        now,
        onError: (error) => errors.push(error),
        deliverer: everyDeliverer([
          webhookDeliverer({
            url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alerts`,
            secret: SECRET,
            now: () => Date.now(),
          }),
          consoleDeliverer((line) => lines.push(line)),
        ]),
      });
    await look();
    expect([lines, errors]).toEqual([[], []]);

    // $600 of the $1,000 of November: half of it is gone, and 60 % of a month within an hour is far too fast.
    const amountNanoUsd = 600_000_000_000n;
    const claims = [{ budgetId: 'month', limitNanoUsd: 10n ** 12n, windowStart: Date.UTC(2026, 10, 1) }];
    await stores.budgets.reserve({ holdId: '1', at: NOON, expiresAt: NOON + 1, amountNanoUsd, claims });
    await stores.budgets.settle({ holdId: '1', amountNanoUsd });
    await look();
    expect(lines).toEqual([]);
    expect(errors.map(String)).toContainEqual(expect.stringContaining('answered 503'));
    broken = false;
    time += 61_000;
    await look();
    await look();
    expect(lines.filter((line) => line.includes('has spent $600 of $1000, which is 50 % or more'))).toHaveLength(1);
    expect(received).toHaveLength(lines.length);
    const [first] = received;
    const message = new Webhook(SECRET).verify(first?.body ?? '', first?.headers ?? {}) as { readonly data: object };
    expect(message).toMatchObject({ type: expect.stringMatching(/^cost\./), data: { budgetId: 'month' } });
    expect(() => new Webhook(SECRET).verify(`${first?.body} `, first?.headers ?? {})).toThrow();
  } finally {
    server.close();
    await opened.close();
  }
});
