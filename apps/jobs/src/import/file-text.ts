import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportFileError } from '../errors.ts';

/**
 * The text of a file as a stream of pieces, unpacked where it is gzip (told by its first bytes, not by its name).
 * Throws an `ImportFileError` for a file that is missing, empty, broken, binary or not UTF-8.
 */
export async function* fileText(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytesRead = 0;
  try {
    for await (const chunk of await openBytes(path)) {
      if (bytesRead < 65_536 && chunk.includes(0)) {
        throw new ImportFileError('BINARY_FILE', `${path} is a binary file: give a CSV, CSV.gz or NDJSON file.`);
      }
      bytesRead += chunk.length;
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw asImportError(error, path);
  }
  if (bytesRead === 0) throw new ImportFileError('EMPTY_FILE', `${path} is empty: give a file with a header and rows.`);
}

async function openBytes(path: string): Promise<AsyncIterable<Buffer>> {
  const file = createReadStream(path, { highWaterMark: 262_144 });
  const first = await new Promise<Buffer>((resolve, reject) => {
    file.once('error', reject);
    file.once('end', () => resolve(Buffer.alloc(0)));
    file.once('readable', () => {
      const chunk = file.read() as Buffer | null;
      if (chunk === null) return;
      file.unshift(chunk);
      resolve(chunk);
    });
  });
  if (first[0] !== 0x1f || first[1] !== 0x8b) return file;
  const gunzip = createGunzip({ chunkSize: 262_144 });
  // The error reaches the reader of `gunzip`, which `pipeline` destroys with it.
  pipeline(file, gunzip, () => undefined);
  return gunzip;
}

function asImportError(error: unknown, path: string): unknown {
  const { code } = error as { readonly code?: string };
  switch (code) {
    case 'ENOENT':
      return new ImportFileError('FILE_NOT_FOUND', `${path} does not exist: check the path.`, { cause: error });
    case 'EISDIR':
      return new ImportFileError('NOT_A_FILE', `${path} is a folder: name the files in it.`, { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new ImportFileError('FILE_NOT_READABLE', `${path} cannot be read: check its rights.`, { cause: error });
    case 'Z_BUF_ERROR':
      return new ImportFileError('BROKEN_GZIP', `${path} ends in the middle of its gzip data: fetch it again.`, {
        cause: error,
      });
    case 'Z_DATA_ERROR':
      return new ImportFileError('BROKEN_GZIP', `${path} is damaged gzip data: fetch it again.`, {
        cause: error,
      });
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return new ImportFileError('NOT_UTF8', `${path} is not UTF-8 text: save it as UTF-8.`, {
        cause: error,
      });
    default:
      return error;
  }
}
