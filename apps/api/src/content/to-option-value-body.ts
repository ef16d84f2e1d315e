import type { z } from '@hono/zod-openapi';
import type { OptionValue } from '@pa/engines';
import type { OptionValueSchema } from '../schemas/option-value.ts';

/** A value as the API tells it: scope, market and day stand once beside all values. */
export function toOptionValueBody(value: OptionValue): z.infer<typeof OptionValueSchema> {
  const {
    status: _status,
    scope: _scope,
    market: _market,
    asOf: _asOf,
    byAge,
    interactions,
    cautions,
    ...told
  } = value;
  return { ...told, byAge: [...byAge], interactions: [...interactions], cautions: [...cautions] };
}
