import type { WritingRequest, WrittenText } from './writer.ts';

/**
 * Asks a language model for several texts in one request. The answer has a place for every request, in their order; `null`
 * where the model gave none that is certainly meant for it. A rejection is of the request as a whole.
 */
export type BatchWriter = (requests: readonly WritingRequest[]) => Promise<readonly (WrittenText | null)[]>;
