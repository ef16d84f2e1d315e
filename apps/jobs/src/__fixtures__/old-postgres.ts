import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

/** A server that lets everybody in and answers every query with its version, 14.9: no such server can be had today. */
export async function startOldPostgres(): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    const ready = message('Z', Buffer.from('I'));
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
      socket.on('data', () =>
        socket.write(Buffer.concat([versionRow('14.9'), message('C', Buffer.from('SHOW\0')), ready])),
      );
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `postgres://me:hunter2@127.0.0.1:${port}/market`, server };
}

/** RowDescription of one text column and a DataRow (Postgres manual, "Message Formats"). */
function versionRow(version: string): Buffer {
  const columns = Buffer.alloc(2);
  columns.writeInt16BE(1);
  const type = Buffer.alloc(18);
  type.writeInt32BE(25, 6);
  type.writeInt16BE(-1, 10);
  type.writeInt32BE(-1, 12);
  const description = Buffer.concat([columns, Buffer.from('server_version\0'), type]);
  const head = Buffer.alloc(6);
  head.writeInt16BE(1, 0);
  head.writeInt32BE(version.length, 2);
  return Buffer.concat([message('T', description), message('D', Buffer.concat([head, Buffer.from(version)]))]);
}

function message(kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
}
