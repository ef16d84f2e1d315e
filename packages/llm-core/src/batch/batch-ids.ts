import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/canonical-json.ts';
import { LlmError } from '../errors.ts';
import type { BatchItem } from './batch-handle.ts';

const PREFIX_LENGTH = 8;

/** A key as providers and files take it: SHA-256 in hex. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** What the ids at the provider begin with, so that a batch can be told from others by its answers. */
export function customIdPrefix(key: string): string {
  return `${hashOfKey(key).slice(0, PREFIX_LENGTH)}_`;
}

/** The ids of the items of a batch. Throws `invalid-request` for one that no provider takes or that comes twice. */
export function assertItemIds(items: readonly BatchItem[], { maximumItems }: { readonly maximumItems: number }): void {
  const refuse = (message: string): never => {
    throw new LlmError('invalid-request', message);
  };
  if (items.length === 0) refuse('A batch needs an item: none was given.');
  if (items.length > maximumItems)
    refuse(`A batch holds at most ${maximumItems} items and ${items.length} were given: split them.`);
  const seen = new Set<string>();
  for (const { itemId } of items) {
    if (!/^[\w-]{1,55}$/.test(itemId))
      refuse(`The item id "${itemId}" must be 1 to 55 letters, digits, "_" or "-": give it another.`);
    if (seen.has(itemId)) refuse(`The item id "${itemId}" comes twice in the batch: answers are matched by it.`);
    seen.add(itemId);
  }
}

/** SHA-256 of what a batch asks, in hex; who asks and until when does not count. */
export function hashOfItems(
  items: readonly BatchItem[],
  target: { readonly provider: string; readonly modelId: string },
) {
  const hash = createHash('sha256').update(`${target.provider}/${target.modelId}\n`);
  for (const { itemId, request } of items) {
    const { signal: _signal, deadlineAt: _deadlineAt, context: _context, ...content } = request;
    hash.update(`${canonicalJson({ itemId, content })}\n`);
  }
  return hash.digest('hex');
}
