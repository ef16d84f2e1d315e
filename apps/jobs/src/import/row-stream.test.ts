import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { openRows } from './row-stream.ts';

const folder = mkdtempSync(join(tmpdir(), 'pa-rows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(content: string | Buffer): string {
  files += 1;
  const path = join(folder, `file-${files}`);
  writeFileSync(path, content);
  return path;
}

async function readAll(path: string) {
  const { columns, rows, kind } = await openRows(path);
  const found = [];
  for await (const row of rows) found.push(row);
  return { kind, columns, rows: found };
}

it.each([
  ['plain', (text: string) => text],
  ['gzip', (text: string) => gzipSync(text)],
  ['with a byte order mark', (text: string) => `\uFEFF${text}`],
  ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  [
    'with semicolons',
    (text: string) => text.replaceAll('","', '";"').replaceAll('name,note', 'name;note').replaceAll(',x', ';x'),
  ],
])('reads CSV %s', async (_, pack) => {
  const { columns, rows } = await readAll(file(pack('name,note\n"a, b","say ""hi"""\nc,x\n')));
  expect(columns).toEqual(['name', 'note']);
  expect(rows.map((row) => row.row)).toEqual([
    { name: 'a, b', note: 'say "hi"' },
    { name: 'c', note: 'x' },
  ]);
});

it('keeps a row with too few or too many cells as one that cannot be used', async () => {
  const { rows } = await readAll(file('a,b\n1,2\n3\n4,5,6\n7,8'));
  expect(rows.map(({ number, row, cells }) => [number, row === null, cells.length])).toEqual([
    [1, false, 2],
    [2, true, 1],
    [3, true, 3],
    [4, false, 2],
  ]);
});

it('reads NDJSON, joining lists and keeping lines that are no object as unusable', async () => {
  const { kind, columns, rows } = await readAll(
    file('{"id":1,"options":["pccb","x"],"note":null}\nnot json\n\n[1]\n{"id":2}'),
  );
  expect(kind).toBe('ndjson');
  expect(columns).toEqual(['id', 'options', 'note']);
  expect(rows.map((row) => row.row)).toEqual([{ id: '1', options: 'pccb|x', note: '' }, null, null, { id: '2' }]);
});

it('cuts multi-byte letters nowhere', async () => {
  const cell = 'é€😀'.repeat(100_000);
  const { rows } = await readAll(file(`a,b\n${cell},1\n`));
  expect(rows[0]?.row?.['a']).toBe(cell);
});

const packed = gzipSync('a,b\n'.concat('1,2\n'.repeat(50_000)));
it.each([
  ['a missing file', join(folder, 'nowhere.csv'), 'FILE_NOT_FOUND'],
  ['a folder', folder, 'NOT_A_FILE'],
  ['an empty file', file(''), 'EMPTY_FILE'],
  ['a truncated gzip', file(packed.subarray(0, packed.length - 20)), 'BROKEN_GZIP'],
  ['a gzip with flipped bytes', file(flip(packed)), 'BROKEN_GZIP'],
  ['a binary file', file(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])), 'BINARY_FILE'],
  ['text that is not UTF-8', file(Buffer.from('a,b\nMünchen,1\n', 'latin1')), 'NOT_UTF8'],
  ['a JSON array', file('[{"a":1}]'), 'WRONG_FORMAT'],
  ['a 10 MB line', file(`a,b\n1,2\n${'x'.repeat(10_000_000)},3\n`), 'LINE_TOO_LONG'],
  ['a 10 MB header', file('x'.repeat(10_000_000)), 'LINE_TOO_LONG'],
  ['a 10 MB line of NDJSON', file(`{"a":1}\n{"a":"${'x'.repeat(10_000_000)}"}\n`), 'LINE_TOO_LONG'],
  ['a quote that is not closed', file('a,b\n"1,2\n3,4\n'), 'WRONG_FORMAT'],
  ['a quote within a cell', file('a,b\n1,"2"x\n'), 'WRONG_FORMAT'],
  ['a column named twice', file('a,a\n1,2\n'), 'WRONG_FORMAT'],
])('refuses %s in one line that names the file', async (_, path, code) => {
  const failure = await readAll(path).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code });
  expect((failure as Error).message).toContain(path);
  expect((failure as Error).message).not.toContain('\n');
});

function flip(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let index = 20; index < 60; index += 1) copy[index] = (copy[index] ?? 0) ^ 0xff;
  return copy;
}
