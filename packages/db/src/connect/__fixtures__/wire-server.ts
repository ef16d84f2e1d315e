import { createServer, type Server } from 'node:net';

/** What the server does with a client that logs in. */
export type WireBehaviour =
  | { readonly version: string }
  | { readonly refusal: { readonly code: string; readonly message: string } };

/**
 * Speaks just enough of the Postgres protocol (version 3, "Message Flow" of its manual) to be a server of an old
 * version, or one that refuses the login: neither can be had from a server of today.
 */
export async function startWireServer(
  behaviour: WireBehaviour,
): Promise<{ readonly connectionString: string; readonly server: Server }> {
  const server = createServer((socket) => {
    let isLoggedIn = false;
    socket.on('error', () => {});
    socket.on('data', () => {
      if ('refusal' in behaviour) {
        const { code, message } = behaviour.refusal;
        socket.end(packet('E', fields({ S: 'FATAL', C: code, M: message })));
        return;
      }
      const idle = packet('Z', Buffer.from('I'));
      if (!isLoggedIn) {
        isLoggedIn = true;
        socket.write(Buffer.concat([packet('R', Buffer.alloc(4)), idle]));
        return;
      }
      // One column named server_version, of type text, in one row.
      const column = Buffer.concat([
        int16(1),
        text('server_version'),
        Buffer.alloc(6),
        int32(25),
        int16(-1),
        int32(-1),
        int16(0),
      ]);
      const value = Buffer.from(behaviour.version);
      const row = Buffer.concat([int16(1), int32(value.length), value]);
      socket.write(Buffer.concat([packet('T', column), packet('D', row), packet('C', text('SHOW')), idle]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { connectionString: `postgres://someone:secret@127.0.0.1:${port}/market`, server };
}

function packet(kind: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);
}

function fields(values: Readonly<Record<string, string>>): Buffer {
  const parts = Object.entries(values).map(([kind, value]) => Buffer.concat([Buffer.from(kind), text(value)]));
  return Buffer.concat([...parts, Buffer.alloc(1)]);
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

function int16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeInt16BE(value);
  return buffer;
}

function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
}
