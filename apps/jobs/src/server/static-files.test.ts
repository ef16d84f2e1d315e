import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProductHandler } from './product-handler.ts';
import { createStaticFiles } from './static-files.ts';

const root = mkdtempSync(join(tmpdir(), 'pa-static-'));
const folder = join(root, 'out');
const script = 'export const words = "the same words again ".repeat(3);\n'.repeat(100);
let serve: (request: Request) => Response;

beforeAll(() => {
  mkdirSync(join(folder, '_next/static/chunks'), { recursive: true });
  mkdirSync(join(folder, 'overview'));
  writeFileSync(join(folder, 'index.html'), '<h1>Home</h1>');
  writeFileSync(join(folder, '404.html'), '<h1>Nowhere</h1>');
  writeFileSync(join(folder, 'overview/index.html'), '<h1>Overview</h1>');
  writeFileSync(join(folder, 'about.html'), '<h1>About</h1>');
  writeFileSync(join(folder, '_next/static/chunks/a1b2.js'), script);
  writeFileSync(join(folder, 'font.woff2'), Buffer.alloc(5000, 7));
  writeFileSync(join(root, 'secret.txt'), 'outside');
  serve = createStaticFiles(folder) as typeof serve;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const get = (path: string, headers: Record<string, string> = {}) =>
  serve(new Request(`http://localhost${path}`, { headers }));

describe('static files', () => {
  it.each([
    ['/', '<h1>Home</h1>', 'text/html; charset=utf-8'],
    ['/overview', '<h1>Overview</h1>', 'text/html; charset=utf-8'],
    ['/overview/', '<h1>Overview</h1>', 'text/html; charset=utf-8'],
    ['/about', '<h1>About</h1>', 'text/html; charset=utf-8'],
    ['/_next/static/chunks/a1b2.js', script, 'text/javascript; charset=utf-8'],
  ])('serves %s', async (path, text, type) => {
    const response = get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(text);
  });

  it('keeps hashed files for ever and asks again for pages', () => {
    expect(get('/_next/static/chunks/a1b2.js').headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
    expect(get('/').headers.get('cache-control')).toBe('no-cache');
    expect(get('/_next/static/chunks/gone.js').headers.get('cache-control')).toBe('no-cache');
  });

  it('answers 304 to the tag it gave, for each coding its own', () => {
    for (const coding of ['br', 'gzip', 'identity']) {
      const tag = get('/_next/static/chunks/a1b2.js', { 'accept-encoding': coding }).headers.get('etag') ?? '';
      const again = get('/_next/static/chunks/a1b2.js', { 'accept-encoding': coding, 'if-none-match': tag });
      expect(again.status).toBe(304);
      expect(get('/', { 'if-none-match': tag }).status).toBe(200);
    }
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('packs text with %s, and fonts not', async (coding, unpack) => {
    const response = get('/_next/static/chunks/a1b2.js', { 'accept-encoding': coding });
    expect(response.headers.get('content-encoding')).toBe(coding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(unpack(Buffer.from(await response.arrayBuffer())).toString()).toBe(script);
    const font = get('/font.woff2', { 'accept-encoding': coding });
    expect(font.headers.get('content-encoding')).toBeNull();
    expect(font.headers.get('content-type')).toBe('font/woff2');
  });

  it.each([
    '/nowhere',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/overview/..%5c..%5csecret.txt',
    '/%00',
    '/%zz',
    '//etc/passwd',
  ])('has nothing at %s', async (path) => {
    const response = get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('<h1>Nowhere</h1>');
  });

  it('takes no other method, and a HEAD has no body', async () => {
    const post = serve(new Request('http://localhost/', { method: 'POST' }));
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = serve(new Request('http://localhost/', { method: 'HEAD' }));
    expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', '13']);
  });
});

describe('the product on one port', () => {
  const api = { fetch: (request: Request) => Response.json({ api: new URL(request.url).pathname }) };

  it.each(['/api/nope', '/api', '/health', '/openapi.json', '/api/analytics/llm/overview'])(
    'leaves %s to the API',
    async (path) => {
      const { fetch } = createProductHandler({ api, folder });
      expect(await (await fetch(new Request(`http://localhost${path}`))).json()).toEqual({ api: path });
    },
  );

  it('serves the admin beside it, and says so where it is not built', async () => {
    const built = createProductHandler({ api, folder });
    expect(built.adminIsBuilt).toBe(true);
    expect((await built.fetch(new Request('http://localhost/apiary'))).status).toBe(404);
    const bare = createProductHandler({ api, folder: join(root, 'nowhere') });
    expect(bare.adminIsBuilt).toBe(false);
    const answer = await bare.fetch(new Request('http://localhost/'));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toMatch(/^The admin is not built: run "pnpm build"/);
  });
});
