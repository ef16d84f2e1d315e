import type { UnpricedModelAlert } from './cost-alert.ts';

/** The alert of a model without a price: the same for all of its calls of a day in UTC. */
export function unpricedAlert(
  call: { readonly provider: string; readonly model: string },
  options: { readonly at: number },
): UnpricedModelAlert {
  const { provider, model } = call;
  const day = new Date(options.at).toISOString().slice(0, 10);
  return {
    kind: 'unpriced-model',
    alertId: `unpriced-model/${provider}/${model}/${day}`,
    provider,
    model,
    raisedAt: options.at,
  };
}
