import { z } from '@hono/zod-openapi';

const FieldErrorSchema = z
  .object({
    path: z.string().openapi({
      description: 'Where the fault is, dots between the levels; empty for the whole.',
      example: 'query.horizon',
    }),
    message: z.string().openapi({ description: 'What is wrong and what is allowed, one sentence.' }),
  })
  .openapi('FieldError');

/** The body of every answer that is not a success. */
export const ErrorResponseSchema = z
  .object({
    error: z
      .object({
        code: z.string().openapi({
          description: 'Stable, machine-readable. Programs test this and never the message.',
          example: 'VALIDATION_FAILED',
        }),
        message: z.string().openapi({ description: 'One sentence for people: what, where, and what to do.' }),
        requestId: z.string().openapi({ description: 'The X-Request-Id of the answer, for finding it in the log.' }),
        fields: z
          .array(FieldErrorSchema)
          .optional()
          .openapi({ description: 'Every field at fault. Only with `VALIDATION_FAILED`.' }),
        candidates: z
          .array(z.string())
          .optional()
          .openapi({ description: 'Names that are known and near to the one asked for. Only with `UNKNOWN_VEHICLE`.' }),
        found: z
          .number()
          .optional()
          .openapi({ description: 'Observations that were found. Only with `NOT_ENOUGH_DATA`.' }),
        needed: z
          .number()
          .optional()
          .openapi({ description: 'Observations that would be needed. Only with `NOT_ENOUGH_DATA`.' }),
      })
      .openapi({ description: 'Why there is no answer.' }),
  })
  .openapi('ErrorResponse');

export type ErrorResponse = z.infer<typeof ErrorResponseSchema>;
export type FieldError = z.infer<typeof FieldErrorSchema>;
