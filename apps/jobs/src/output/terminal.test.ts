import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createTerminal } from './terminal.ts';

it('writes no escape sequence or direction mark of a title, in a result or a note', () => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const terminal = createTerminal({
    json: false,
    stdout: stdout as unknown as NodeJS.WriteStream,
    stderr: stderr as unknown as NodeJS.WriteStream,
  });
  const hostile = 'GT3 \u001b[2J\u001b]0;owned\u0007 \u009b31m \u202eevil\r';
  terminal.result(null, () => `first\tcell\n${hostile}`);
  terminal.note(hostile);
  const [result, note] = [String(stdout.read()), String(stderr.read())];
  expect(result).toMatch(/^first\tcell\nGT3 /);
  for (const written of [result, note]) {
    expect(written.endsWith('\n')).toBe(true);
    expect(written).not.toMatch(/(?![\n\t])\p{Cc}|[\u202a-\u202e]/u);
  }
});
