import { calcPrice, findProvider } from '@pydantic/genai-prices';
import { expect, it } from 'vitest';
import { createPriceBook } from './price-book.ts';
import { PRICE_OVERLAY } from './price-overlay.ts';

const at = Date.UTC(2026, 10, 23);
const book = createPriceBook();
const providers = ['openai', 'anthropic'] as const;

function idsOf(provider: (typeof providers)[number]): readonly string[] {
  const own = findProvider({ providerId: provider })?.models.map(({ id }) => id) ?? [];
  const overlay = PRICE_OVERLAY.filter((row) => row.provider === provider).map(({ model }) => model);
  return [...new Set([...own, ...overlay])];
}

it.each(providers)('prices no model of %s by the beginning of its name', (provider) => {
  const ids = idsOf(provider);
  expect(ids.length).toBeGreaterThan(10);
  const known = new Set(ids);
  const slips: string[] = [];
  let libraryWouldSlip = 0;
  for (const id of ids) {
    for (const other of [`${id}-ultra`, `${id}.1`, `${id}-2`, `x-${id}`, id.slice(0, -1)]) {
      if (known.has(other)) continue;
      const timestamp = new Date(at);
      if (calcPrice({ input_tokens: 1 }, other, { providerId: provider, timestamp }) !== null) libraryWouldSlip += 1;
      if (book({ provider, model: other, at }) !== null) slips.push(other);
    }
  }
  // The library itself does answer such names: without the check this test would fail.
  expect(libraryWouldSlip).toBeGreaterThan(0);
  expect(slips).toEqual([]);
});

it.each(providers)(
  'prices a dated snapshot of %s as its model, and nothing else with a number behind it',
  (provider) => {
    for (const { model, provider: owner } of PRICE_OVERLAY.filter((row) => row.provider === provider)) {
      const row = book({ provider: owner, model, at });
      expect(book({ provider, model: `${model}-2026-11-01`, at })?.rates).toEqual(row?.rates);
      expect(book({ provider, model: `${model}-20261101`, at })?.rates).toEqual(row?.rates);
      for (const suffix of ['-2026', '-2026-11', '-2026-11-01-preview', '-202611011']) {
        expect(book({ provider, model: model + suffix, at })).toBeNull();
      }
    }
  },
);
