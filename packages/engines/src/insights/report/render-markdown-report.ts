import type { MarketInsight } from '../../market/insight.ts';
import { factWords } from './fact-words.ts';
import { documentMarks, insightDisclaimer, type ReportDocument, writtenBy } from './report-document.ts';

/** A report as Markdown, with front matter that says who wrote it (EU AI Act, article 50), and the facts as tables. */
export function renderMarkdownReport(report: ReportDocument): string {
  const marks = documentMarks(report);
  const range = report.dataRange === null ? '' : ` Data from ${report.dataRange.from} to ${report.dataRange.to}.`;
  return [
    `---\nai-generated: ${String(marks.aiGenerated)}\nai-model: ${JSON.stringify(marks.models.join(', '))}\nsynthetic-data: ${String(marks.synthetic)}\n---`,
    `# ${escapeMarkdown(report.title)}`,
    `As of ${report.asOf}.${range}`,
    ...report.insights.map(sectionOf),
    `_${insightDisclaimer(marks)}_`,
    '',
  ].join('\n\n');
}

function sectionOf(insight: MarketInsight): string {
  const rows = insight.facts.map(
    (fact) =>
      `| ${cell(factWords(fact))} | ${String(fact.n)} | ${cell(fact.formula)} | ${cell(fact.source?.query ?? '')} |`,
  );
  return [
    `## ${escapeMarkdown(insight.title)}`,
    escapeMarkdown(insight.summary),
    `_${writtenBy(insight)}. From ${String(insight.dataPointCount)} observations._`,
    ['| Value | n | How it was computed | Rows |', '|---|---|---|---|', ...rows].join('\n'),
  ].join('\n\n');
}

/** Text of others stays text: nothing in it becomes a heading, a link or markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, String.raw`\$&`);
}

function cell(text: string): string {
  return escapeMarkdown(text).replace(/\n+/g, ' ');
}
