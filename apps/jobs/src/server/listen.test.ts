import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { listen } from './listen.ts';

const hello = () => new Response('hello');

it('serves on a free port and closes', async () => {
  const server = await listen(hello, { host: '127.0.0.1', port: 0 });
  expect(await (await fetch(server.url)).text()).toBe('hello');
  await server.close();
  await expect(fetch(server.url)).rejects.toThrow();
});

it('names a port that is taken, and takes the next one where none was asked for', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as { readonly port: number };
  await expect(listen(hello, { host: '127.0.0.1', port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use: set PORT to another one, or leave it unset.`,
  );
  holder.close();

  const first = await listen(hello, { host: '127.0.0.1', port: undefined });
  const second = await listen(hello, { host: '127.0.0.1', port: undefined });
  expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(new URL(first.url).port));
  await first.close();
  await second.close();
});

it('names a host that is not this machine', async () => {
  await expect(listen(hello, { host: '192.0.2.1', port: 0 })).rejects.toMatchObject({ code: 'CANNOT_LISTEN' });
});

it('lets a running request finish before it closes', async () => {
  let answer: (response: Response) => void = () => undefined;
  const started = Promise.withResolvers<void>();
  const server = await listen(
    () =>
      new Promise<Response>((resolve) => {
        answer = resolve;
        started.resolve();
      }),
    { host: '127.0.0.1', port: 0 },
  );
  const asked = fetch(server.url);
  await started.promise;
  const closing = server.close();
  answer(new Response('late'));
  expect(await (await asked).text()).toBe('late');
  await closing;
});
