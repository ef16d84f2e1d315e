import { describe, expect, it } from 'vitest';
import type { MarketInsight } from '../../market/insight.ts';
import { titleFact } from '../../narrate/fact-sheet.ts';
import { renderHtmlReport } from './render-html-report.ts';
import { renderMarkdownReport } from './render-markdown-report.ts';

const EVIL = '<script>alert(1)</script> # [x](y)';
const SUMMARY = `“${EVIL}” is offered at $9,000.`;
const insight: MarketInsight = {
  id: 'insight-1',
  type: 'anomaly',
  analysisDate: '2026-11-23',
  model: null,
  trim: null,
  generation: null,
  title: `About ${EVIL}`,
  summary: SUMMARY,
  facts: [
    titleFact('a.title', { value: EVIL, formula: 'title as written' }),
    {
      id: 'a.price',
      kind: 'price',
      value: 9000,
      unit: 'USD',
      n: 1,
      formula: 'price on the row',
      source: { query: 'the listing 1' },
    },
  ],
  claims: [{ text: '$9,000', start: SUMMARY.indexOf('$9'), end: SUMMARY.length - 1, factId: 'a.price' }],
  provider: 'anthropic',
  requestedModel: 'claude',
  servedModel: 'claude-1',
  promptVersion: 'anomaly@1',
  costNanoUsd: 5n,
  processingTimeMs: 1,
  dataPointCount: 1,
  aiGenerated: true,
  synthetic: true,
};
const report = {
  title: 'Daily report',
  asOf: '2026-11-23',
  dataRange: { from: '2020-01-01', to: '2026-11-22' },
  insights: [insight],
};

describe('a report', () => {
  it('as HTML links each figure to its fact, is marked for machines and lets no text become markup', () => {
    const html = renderHtmlReport(report);
    expect(html).toContain('<a class="fact" href="#text-1-a-price">$9,000</a>');
    expect(html).toContain('<tr id="text-1-a-price"><td>$9,000</td>');
    expect(html).toContain('<meta name="ai-generated" content="true">');
    expect(html).toContain('<meta name="ai-model" content="claude-1">');
    expect(html).toContain('Data from 2020-01-01 to 2026-11-22.');
    expect(html).toMatch(/Synthetic data[\s\S]*not advice to buy or to sell/);
    expect(html).not.toContain('<script');
  });

  it('as Markdown says the same', () => {
    const markdown = renderMarkdownReport(report);
    expect(markdown).toMatch(/^---\nai-generated: true\nai-model: "claude-1"\nsynthetic-data: true\n---/);
    expect(markdown).toContain('| $9,000 | 1 | price on the row | the listing 1 |');
    expect(markdown).not.toMatch(/(?<!\\)<script|(?<!\\)\[x/);
  });
});
