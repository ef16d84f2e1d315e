import type { Capabilities, CapabilityRow } from './capabilities.ts';
import { knownCapabilities } from './known-capabilities.ts';

/** What a model takes on a day. Empty for a model that no row speaks of. Never falls back to a family's prefix. */
export function capabilitiesOf(
  model: { readonly provider: string; readonly modelId: string },
  options: {
    /** Epoch milliseconds. */
    readonly at: number;
    /** Rows that count after the shipped ones. */
    readonly rows?: readonly CapabilityRow[];
  },
): Capabilities {
  const day = new Date(options.at).toISOString().slice(0, 10);
  const name = model.modelId.replace(/-(?:\d{8}|\d{4}-\d{2}-\d{2})$/, '');
  const found: Record<string, unknown> = {};
  const rows = [...knownCapabilities, ...(options.rows ?? [])]
    .filter((row) => row.provider === model.provider && row.since <= day)
    .filter((row) => row.model === '*' || row.model === name || row.model === model.modelId);
  const specificity = (row: CapabilityRow) => (row.model === '*' ? 0 : 1);
  rows.sort((a, b) => specificity(a) - specificity(b) || a.since.localeCompare(b.since));
  for (const { provider: _provider, model: _model, since: _since, source: _source, ...capabilities } of rows)
    Object.assign(found, capabilities);
  return found;
}
