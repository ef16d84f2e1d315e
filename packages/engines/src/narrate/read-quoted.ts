import type { Fact } from '../market/insight.ts';
import type { Claim } from './claim.ts';
import { FACT_FORMATS, renderFact } from './render-fact.ts';
import { escapePattern, type TextMask } from './text-mask.ts';

const QUOTED: Claim['reading'] = { kind: 'quoted' };

/** Statements, ranks and comparisons, wherever they stand in the words of the sheet. The longest are taken first. */
export function takeQuoted(mask: TextMask, facts: readonly Fact[]): void {
  const byText = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.kind !== 'statement' && fact.kind !== 'rank' && fact.kind !== 'comparison') continue;
    for (const format of FACT_FORMATS[fact.kind]) {
      const text = renderFact(fact, format);
      if (text === null || text === '') continue;
      const same = byText.get(text);
      if (same === undefined) byText.set(text, [fact]);
      else if (!same.includes(fact)) same.push(fact);
    }
  }
  for (const [text, stated] of [...byText].toSorted(([a], [b]) => b.length - a.length)) {
    const pattern = `(?<![\\p{L}\\p{N}])${escapePattern(text)}(?![\\p{L}\\p{N}])`;
    mask.take(new RegExp(pattern, 'gu'), () => ({ reading: QUOTED, facts: stated }));
  }
}
