import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(text\/|application\/|image\/svg)/;
const SMALLEST_COMPRESSED_BYTES = 1024;
const HASHED = '/_next/static/';

interface StaticFile {
  readonly path: string;
  readonly type: string;
  readonly etag: string;
}

interface Encoded {
  readonly body: Buffer<ArrayBuffer>;
  readonly encoding: 'br' | 'gzip' | null;
}

/**
 * Serves the files of one folder, which are listed once at the start: a path that is not in the list does not exist,
 * so that no request leads out of the folder. Answers `null` where the folder has nothing built in it.
 */
export function createStaticFiles(folder: string): ((request: Request) => Response) | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const files = listFiles(folder);
  const compressed = new Map<string, Encoded>();
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response('Method not allowed\n', { status: 405, headers: { Allow: 'GET, HEAD' } });
    }
    const { pathname } = new URL(request.url);
    const found = find(files, pathname);
    const file = found ?? files.get('/404.html');
    if (file === undefined) return new Response('Not found\n', { status: 404 });
    const { body, encoding } = encode(file, { accepted: request.headers.get('accept-encoding') ?? '', compressed });
    const headers = new Headers({
      'Cache-Control':
        found !== undefined && pathname.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'Content-Type': file.type,
      ETag: encoding === null ? `"${file.etag}"` : `"${file.etag}-${encoding}"`,
      Vary: 'Accept-Encoding',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'SAMEORIGIN',
      'Referrer-Policy': 'same-origin',
    });
    if (encoding !== null) headers.set('Content-Encoding', encoding);
    if (found !== undefined && request.headers.get('if-none-match') === headers.get('ETag')) {
      return new Response(null, { status: 304, headers });
    }
    headers.set('Content-Length', String(body.length));
    return new Response(request.method === 'HEAD' ? null : body, { status: found === undefined ? 404 : 200, headers });
  };
}

function listFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const url = `/${relative(folder, path).split(sep).join('/')}`;
    const { size, mtimeMs } = statSync(path);
    const etag = createHash('sha256').update(`${url}/${size}/${mtimeMs}`).digest('base64url').slice(0, 22);
    files.set(url, { path, type: MIME_TYPES[extname(path)] ?? 'application/octet-stream', etag });
  }
  return files;
}

/** `/overview` is `/overview.html` or `/overview/index.html`, as a static export writes them. */
function find(files: ReadonlyMap<string, StaticFile>, pathname: string): StaticFile | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const trimmed = path.replace(/\/+$/, '');
  return files.get(path) ?? files.get(`${trimmed}/index.html`) ?? files.get(`${trimmed}.html`);
}

/** The bytes of a file in the best coding the client takes, kept from then on. */
function encode(
  file: StaticFile,
  options: { readonly accepted: string; readonly compressed: Map<string, Encoded> },
): Encoded {
  const { accepted, compressed } = options;
  const encoding = !COMPRESSIBLE.test(file.type)
    ? null
    : /\bbr\b/.test(accepted)
      ? 'br'
      : /\bgzip\b/.test(accepted)
        ? 'gzip'
        : null;
  const key = `${encoding} ${file.path}`;
  const kept = compressed.get(key);
  if (kept !== undefined) return kept;
  const plain = readFileSync(file.path);
  if (encoding === null || plain.length < SMALLEST_COMPRESSED_BYTES) return { body: plain, encoding: null };
  const made: Encoded = {
    body:
      encoding === 'br'
        ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
        : gzipSync(plain),
    encoding,
  };
  compressed.set(key, made);
  return made;
}
