import type { AccuracyReport, AccuracyRow, TrackRecordEntry } from '@pa/engines/forecasting';
import { calibrationPlot } from './calibration-plot.ts';
import { missSentence, percent, skillSentence, uniformitySentence } from './render-accuracy.ts';

const STYLE = `
  :root { color-scheme: light; }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f27; }
  h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
  p { margin: .25rem 0; } .note { color: #4d5566; }
  .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { padding: .3rem .5rem; border-bottom: 1px solid #d9dde5; text-align: right; white-space: nowrap; }
  th:first-child, td:first-child { text-align: left; } th { font-weight: 600; }
  .mark { background: #fff3d6; padding: .1rem .4rem; border-radius: .25rem; }
  @media print { body { margin: 0; max-width: none; font-size: 11px; } h2 { break-after: avoid; } tr { break-inside: avoid; } .scroll { overflow: visible; } }
`;

/** The accuracy report as one page without scripts or anything to load: the same report gives the same bytes. */
export function accuracyPage(report: AccuracyReport): string {
  const { settledCount, openCount, synthetic } = report;
  const sections =
    settledCount === 0
      ? ['<p>Nothing has come due yet: no accuracy is claimed.</p>']
      : [
          `<p>${escape(skillSentence(report))}</p>`,
          section('By horizon', rowsTable([report.overall, ...report.byHorizon])),
          section(
            'Stated and observed coverage',
            `${calibrationPlot(report.calibration)}\n<p class="note">${escape(uniformitySentence(report.uniformity))}</p>`,
          ),
          ...(report.attribution === null
            ? []
            : [section('What the misses came from', `<p>${escape(missSentence(report.attribution))}</p>`)]),
          section('By predicted price', rowsTable(report.byPriceBand)),
          section('By segment', rowsTable(report.bySegment)),
          section('By target month', rowsTable(report.byMonth)),
          section('Largest misses', recordTable(report.misses)),
          section('Track record', recordTable(report.trackRecord)),
        ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Accuracy of price predictions</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Accuracy of price predictions</h1>
<p class="note">${settledCount} predictions settled, ${openCount} open. Each was stored before its day, never changed, and scored once; the misses are included.</p>
${synthetic ? '<p><span class="mark">Synthetic: computed from made-up sample data.</span></p>' : ''}
${sections.join('\n')}
<p class="note">No financial advice. Past accuracy does not promise future accuracy.</p>
</main>
</body>
</html>
`;
}

function section(title: string, content: string): string {
  return `<section>\n<h2>${escape(title)}</h2>\n<div class="scroll" tabindex="0" role="region" aria-label="${escape(title)}">\n${content}\n</div>\n</section>`;
}

function rowsTable(rows: readonly AccuracyRow[]): string {
  const head = [
    '',
    'n',
    'median error',
    'naive',
    'within 5 %',
    'within 10 %',
    'within 20 %',
    'bias',
    'in 50 %',
    'in 80 %',
    'in 90 %',
    'grade',
  ];
  const cells = rows.map((row) => [
    row.name,
    String(row.count),
    percent(row.medianError),
    percent(row.naiveMedianError),
    percent(row.within5),
    percent(row.within10),
    percent(row.within20),
    percent(row.bias),
    ...[0.5, 0.8, 0.9].map((level) => {
      const observed = row.coverage.find(({ confidenceLevel }) => confidenceLevel === level);
      return observed === undefined ? '-' : percent(observed.share);
    }),
    row.stars === null ? 'too few' : `${row.stars} of 5`,
  ]);
  return htmlTable(head, cells);
}

function recordTable(entries: readonly TrackRecordEntry[]): string {
  const head = ['segment', 'horizon', 'made on', 'for', 'predicted', 'actual', 'error', 'naive error', 'in 90 %'];
  return htmlTable(
    head,
    entries.map((entry) => [
      entry.segment,
      entry.horizon,
      entry.asOf,
      entry.targetDate,
      entry.predictedPrice.toLocaleString('en-US'),
      entry.actualPrice.toLocaleString('en-US'),
      percent(entry.error),
      percent(entry.naiveError),
      entry.covered90 === null ? '-' : entry.covered90 ? 'yes' : 'NO',
    ]),
  );
}

function htmlTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => (cell === '' ? '<td></td>' : `<${tag}>${escape(cell)}</${tag}>`)).join('')}</tr>`;
  return `<table>\n<thead>${row(head, 'th')}</thead>\n<tbody>\n${rows.map((cells) => row(cells, 'td')).join('\n')}\n</tbody>\n</table>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
