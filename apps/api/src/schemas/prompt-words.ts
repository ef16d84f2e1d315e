import { z } from '@hono/zod-openapi';
import { plainText } from './plain-text.ts';

/** An instant in UTC. */
export const InstantSchema = z.iso.datetime().openapi({ example: '2026-03-03T14:00:00.000Z' });

/** Money of language models. */
export const NanoUsdSchema = z
  .string()
  .regex(/^-?\d+$/)
  .openapi({ example: '1250000' });

/** A name of a type, a label, an arm or an experiment. */
export function promptName(description: string, example: string) {
  return z
    .string()
    .regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/, { message: 'must be 1 to 64 of a-z, 0-9, "_", "." and "-"' })
    .openapi({ description, example });
}

/** Why a change is made; it is kept with it. */
export const reason = plainText(500).openapi({ description: 'Why; it is kept with the change.' });
