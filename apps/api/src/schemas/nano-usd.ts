import { z } from '@hono/zod-openapi';

/** An amount of money of language models: nano-dollars as a decimal string, since they may be beyond JSON's numbers. */
export function nanoUsd(description: string) {
  return z.string().openapi({ description: `${description} Nano-dollars as a decimal string.`, example: '250000' });
}
