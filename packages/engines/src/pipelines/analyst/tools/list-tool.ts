import { z } from 'zod';
import type { Fact } from '../../../market/insight.ts';
import type { Listing } from '../../../market/listing.ts';
import { countFact, dateFact, priceFact, titleFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { defineTool, type ToolResult } from '../analyst-tool.ts';
import { filterParameters, toMetricFilter } from '../filter-parameters.ts';
import { subjectFacts } from '../measure-facts.ts';

const parameters = z.strictObject({
  rows: z.enum(['sales', 'offers']).default('offers'),
  order: z.enum(['price', 'miles', 'day', 'model-year']).default('day'),
  direction: z.enum(['ascending', 'descending']).default('descending'),
  filter: filterParameters.default({}),
  limit: z.int().min(1).max(20).default(5),
});

/** Single sales or offers in an order, such as the cheapest three. */
export const listTool = defineTool({
  name: 'list',
  description: 'Lists single sales or offers in order: cheapest, dearest, lowest mileage, newest.',
  parameters,
  async run({ rows, order, direction, filter: given, limit }, context): Promise<ToolResult> {
    const filter = toMetricFilter(given);
    const { currency } = context.market;
    const scope = { rows, market: context.market, asOf: context.asOf, filter };
    const [listings, [all]] = await Promise.all([
      context.stores.metrics.list({ ...scope, order, direction, limit }),
      context.stores.metrics.measure(scope),
    ]);
    const n = all?.count ?? 0;
    if (listings.length === 0) {
      return {
        status: 'not-enough-data',
        reason: `no ${rows === 'sales' ? 'sale' : 'offer'} fits`,
        found: 0,
        needed: 1,
      };
    }
    const subject = subjectFacts(filter, { prefix: 'answer', currency, n });
    const noun = rows === 'sales' ? 'sale' : 'offer';
    const whole = countFact('answer.count', {
      value: n,
      noun,
      n,
      formula: `number of ${noun}s that fit`,
      role: 'whole',
    });
    const lines = listings.map((listing, index) => describeRow(listing, { prefix: `row.${index + 1}`, currency }));
    return {
      status: 'ok',
      facts: [...subject.facts, whole, ...lines.flatMap(({ facts }) => facts)],
      headline: listings.map(({ id }) => id),
      template: `Of ${slot(whole.id, 'noun')} of ${subject.name}:\n\n${lines.map(({ words }) => words).join('\n\n')}`,
      method: `Single rows in order of ${order.replace('-', ' ')}, as they were stored.`,
      n,
      period: null,
      filter,
      rows: listings.map(({ id, title }) => ({ id, title })),
    };
  },
});

function describeRow(
  listing: Listing,
  options: { readonly prefix: string; readonly currency: string },
): { readonly facts: readonly Fact[]; readonly words: string } {
  const { prefix, currency } = options;
  const title = titleFact(`${prefix}.title`, {
    value: listing.title,
    formula: 'title of the listing as its seller wrote it',
  });
  const facts: Fact[] = [title];
  const parts: string[] = [];
  if (listing.price !== null) {
    const price = priceFact(`${prefix}.price`, {
      value: listing.price.amount,
      currency,
      n: 1,
      formula: listing.price.kind === 'ask' ? 'asking price of the listing' : 'price of the sale',
    });
    facts.push(price);
    parts.push(slot(price.id, 'full'));
  }
  if (listing.mileage !== null) {
    const noun = listing.mileageUnit === 'km' ? 'kilometer' : 'mile';
    const mileage = countFact(`${prefix}.mileage`, {
      value: Math.round(listing.mileage),
      noun,
      n: 1,
      formula: 'odometer reading of the listing',
    });
    facts.push(mileage);
    parts.push(slot(mileage.id, 'noun'));
  }
  if (listing.endedOn !== null) {
    const day = dateFact(`${prefix}.day`, { value: listing.endedOn, n: 1, formula: 'day of the sale' });
    facts.push(day);
    parts.push(slot(day.id, 'day'));
  }
  return { facts, words: `${slot(title.id, 'text')}: ${parts.join(', ')}.` };
}
