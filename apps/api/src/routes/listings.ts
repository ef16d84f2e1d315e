import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { type Listing, readingOptions } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { ApiError } from '../http/api-error.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { fieldErrors } from '../http/validation-error.ts';
import { type RawRow, readRows } from '../listings/read-rows.ts';
import { rowFaults } from '../listings/row-faults.ts';
import { toListing } from '../listings/to-listing.ts';
import { ListingReceiptSchema, ListingRowSchema, ListingRowsSchema } from '../schemas/listing-row.ts';

const postListings = createRoute({
  method: 'post',
  path: '/listings',
  operationId: 'addListings',
  tags: ['listings'],
  summary: 'Add or update listings',
  description:
    'Rows are judged one by one: good ones are kept, all others are listed with their reasons. A row that is sent again updates the stored one. What is new is scanned for anomalies soon after.',
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: ListingRowsSchema },
        'application/x-ndjson': { schema: { type: 'string', description: 'One row a line.' } },
      },
    },
  },
  responses: { 200: jsonContent(ListingReceiptSchema, 'What became of the rows.'), ...errorResponses(400, 413, 415) },
});

const MEDIA_TYPES: Readonly<Record<string, 'json' | 'ndjson'>> = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
};
const BATCH_ROWS = 5000;

/** New rows from outside. The body is read by hand, for one bad row must not refuse the others. */
export function registerListings(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  app.openAPIRegistry.registerPath(postListings);

  app.post(postListings.path, async (c) => {
    const mediaType = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const format = MEDIA_TYPES[mediaType];
    if (format === undefined) {
      throw new ApiError(415, {
        code: 'UNSUPPORTED_MEDIA_TYPE',
        message: 'The body has a content type that is not read here: send application/json or application/x-ndjson.',
      });
    }
    const rows = readRows(await c.req.text(), { format });
    const { listings, rejected } = judge(rows, context.today());
    const { stores } = context.dependencies;
    const counts = { inserted: 0, updated: 0, unchanged: 0 };
    for (let start = 0; start < listings.length; start += BATCH_ROWS) {
      const written = await readingOptions(stores).upsert(listings.slice(start, start + BATCH_ROWS));
      counts.inserted += written.inserted;
      counts.updated += written.updated;
      counts.unchanged += written.unchanged;
    }
    const hasNews = counts.inserted + counts.updated > 0;
    if (hasNews) context.forgetCounts();
    const scanEnqueued = hasNews && (await askForScan(context, { requestId: c.get('requestId'), path: c.req.path }));
    return c.json({ received: rows.length, ...counts, rejected, scanEnqueued }, 200);
  });
}

/** The rows are stored by now: a queue that fails is reported, and the daily run scores them anyway. */
async function askForScan(
  context: ApiContext,
  origin: { readonly requestId: string; readonly path: string },
): Promise<boolean> {
  const { enqueueScan } = context.dependencies;
  if (enqueueScan === undefined) return false;
  try {
    await enqueueScan();
    return true;
  } catch (error) {
    context.reportError(error, origin);
    return false;
  }
}

interface Rejection {
  readonly row: number;
  readonly sourceKey: string | null;
  readonly reasons: readonly string[];
}

function judge(rows: readonly RawRow[], today: string): { listings: Listing[]; rejected: Rejection[] } {
  // A second row of the same identity is told and not guessed about.
  const listings = new Map<string, Listing>();
  const rejected: Rejection[] = [];
  for (const [index, raw] of rows.entries()) {
    const row = index + 1;
    if ('fault' in raw) {
      rejected.push({ row, sourceKey: null, reasons: [raw.fault] });
      continue;
    }
    const parsed = ListingRowSchema.safeParse(raw.value);
    if (!parsed.success) {
      const faults = parsed.error.issues.flatMap((issue) => fieldErrors(issue, 'row'));
      rejected.push({
        row,
        sourceKey: keyOf(raw.value),
        reasons: faults.map(({ path, message }) => `${path}: ${message}`),
      });
      continue;
    }
    const reasons = rowFaults(parsed.data, { today });
    if (reasons.length > 0) {
      rejected.push({ row, sourceKey: parsed.data.sourceKey, reasons });
      continue;
    }
    const listing = toListing(parsed.data, { today });
    if (listings.has(listing.id)) {
      rejected.push({
        row,
        sourceKey: parsed.data.sourceKey,
        reasons: ['sourceKey: stands in the body twice; the first one is kept'],
      });
      continue;
    }
    listings.set(listing.id, listing);
  }
  return { listings: [...listings.values()], rejected };
}

function keyOf(value: unknown): string | null {
  const key = (value as { readonly sourceKey?: unknown } | null)?.sourceKey;
  return typeof key === 'string' ? key.slice(0, 200) : null;
}
