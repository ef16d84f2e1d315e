import type { Fact } from '../../market/insight.ts';
import { FACT_FORMATS, renderFact } from '../../narrate/render-fact.ts';

/** The value of a fact as a person reads it in a table: in its plainest format, a negative share with its sign. */
export function factWords(fact: Fact): string {
  if (fact.kind === 'share') {
    return new Intl.NumberFormat('en-US', {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(Number(fact.value));
  }
  if (fact.kind === 'price' && !Number.isInteger(fact.value)) return renderFact(fact, 'cents') ?? String(fact.value);
  for (const format of FACT_FORMATS[fact.kind]) {
    const words = renderFact(fact, format);
    if (words !== null) return words;
  }
  return String(fact.value);
}
