import type { MarketInsight } from '../../market/insight.ts';
import { documentMarks, insightDisclaimer, type ReportDocument, writtenBy } from './report-document.ts';
import { factWords } from './fact-words.ts';

const STYLE = `
:root{color-scheme:light;font:16px/1.6 system-ui,sans-serif;color:#1c2430;background:#fff}
body{max-width:46rem;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1.7rem;line-height:1.25;margin:0}h2{font-size:1.2rem;line-height:1.3;margin:2.4rem 0 .4rem}
.meta,.mark,footer{color:#55606f;font-size:.875rem}p{margin:.6rem 0}
a.fact{color:inherit;text-decoration:underline dotted #6b7687 1px;text-underline-offset:.2em}
a.fact:focus-visible,summary:focus-visible{outline:2px solid #1f5fbf;outline-offset:2px}
details{margin:.8rem 0}summary{cursor:pointer;font-size:.875rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.8125rem;line-height:1.4}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid #dde2e9}
td.n{text-align:right;font-variant-numeric:tabular-nums}tr:target{background:#fff4cf}
.banner{border:1px solid #b7791f;background:#fff8e6;color:#5c3b06;padding:.6rem .9rem;border-radius:.4rem;margin:1rem 0}
@page{margin:18mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}h2{break-after:avoid}p{orphans:3;widows:3}
section{break-inside:auto}details{display:none}a.fact{text-decoration:none}tr{break-inside:avoid}}
`.trim();

/**
 * A report as one page of HTML that needs nothing else and prints well: every number links to its fact. Marked for machines
 * as the EU AI Act asks (article 50): by `meta` elements and by a data attribute on each text.
 */
export function renderHtmlReport(report: ReportDocument): string {
  const marks = documentMarks(report);
  const range = report.dataRange === null ? '' : ` Data from ${report.dataRange.from} to ${report.dataRange.to}.`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="ai-generated" content="${String(marks.aiGenerated)}">
<meta name="ai-model" content="${escapeHtml(marks.models.join(', '))}">
<meta name="synthetic-data" content="${String(marks.synthetic)}">
<title>${escapeHtml(report.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(report.title)}</h1>
<p class="meta">As of ${report.asOf}.${range}</p>
${marks.synthetic ? '<p class="banner">Synthetic data: the cars and the prices are made up.</p>' : ''}
</header>
<main>
${report.insights.map((insight, index) => sectionOf(insight, index + 1)).join('\n')}
</main>
<footer><p>${escapeHtml(insightDisclaimer(marks))}</p></footer>
</body>
</html>
`;
}

function sectionOf(insight: MarketInsight, number: number): string {
  const id = `text-${String(number)}`;
  return `<section aria-labelledby="${id}" data-ai-generated="${String(insight.aiGenerated)}">
<h2 id="${id}">${escapeHtml(insight.title)}</h2>
${paragraphsOf(insight, id)}
<p class="mark">${escapeHtml(`${writtenBy(insight)}. From ${insight.dataPointCount.toLocaleString('en-US')} observations.`)}</p>
<details><summary>${String(insight.facts.length)} facts behind this text</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Facts of ${escapeHtml(insight.title)}"><table>
<thead><tr><th scope="col">Value</th><th scope="col">n</th><th scope="col">How it was computed</th><th scope="col">Rows</th></tr></thead>
<tbody>
${insight.facts
  .map(
    (fact) =>
      `<tr id="${id}-${anchor(fact.id)}"><td>${escapeHtml(factWords(fact))}</td><td class="n">${fact.n.toLocaleString('en-US')}</td><td>${escapeHtml(fact.formula)}</td><td>${escapeHtml(fact.source?.query ?? '')}</td></tr>`,
  )
  .join('\n')}
</tbody></table></div></details>
</section>`;
}

/** The text with each figure as a link to its fact; names and statements are left as words. */
function paragraphsOf({ summary, claims, facts }: MarketInsight, id: string): string {
  const kinds = new Map(facts.map((fact) => [fact.id, fact.kind]));
  const links = claims.filter(({ factId }) => kinds.get(factId) !== 'name' && kinds.get(factId) !== 'statement');
  let html = '';
  let position = 0;
  for (const { start, end, factId } of links) {
    if (start < position || end > summary.length) continue;
    const words = escapeHtml(summary.slice(start, end));
    html += `${escapeHtml(summary.slice(position, start))}<a class="fact" href="#${id}-${anchor(factId)}">${words}</a>`;
    position = end;
  }
  html += escapeHtml(summary.slice(position));
  return html
    .split(/\n+/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
}

function anchor(factId: string): string {
  return factId.replace(/[^A-Za-z0-9]+/g, '-');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
