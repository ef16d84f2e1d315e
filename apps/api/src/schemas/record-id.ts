import { z } from '@hono/zod-openapi';
import { plainText } from './plain-text.ts';

/** The id of a stored record in a path. */
export const RecordIdSchema = z.object({ id: plainText(100).openapi({ description: 'As the list gives it.' }) });
