import type { QualityAssessment } from './assess-data-quality.ts';

/** The assessment as one HTML page that needs nothing else. Texts of rows are escaped. */
export function qualityHtml({ asOf, rowCount, faultyRowCount, issues, drift }: QualityAssessment): string {
  const issueRows = issues.map(({ dimension, code, field, count, message, exampleListingIds }) =>
    tableRow([
      dimension,
      code.replaceAll('_', ' '),
      field ?? 'all',
      String(count),
      message,
      exampleListingIds.join(', '),
    ]),
  );
  const driftRows = drift.map(
    ({ field, stabilityIndex, kolmogorovSmirnov, wasserstein, referenceCount, currentCount }) =>
      tableRow([
        field,
        stabilityIndex.toFixed(3),
        kolmogorovSmirnov?.toFixed(3) ?? '-',
        wasserstein?.toPrecision(4) ?? '-',
        String(referenceCount),
        String(currentCount),
      ]),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Data quality on ${escaped(asOf)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #ccc;vertical-align:top}</style>
</head>
<body>
<h1>Data quality on ${escaped(asOf)}</h1>
<p>${rowCount} rows, ${faultyRowCount} of them with a fault, ${issues.length} kinds of issue.</p>
<table>
<caption>Issues</caption>
<thead>${headRow(['Dimension', 'Issue', 'Field', 'Rows', 'What it means', 'Examples'])}</thead>
<tbody>${issueRows.join('')}</tbody>
</table>
<table>
<caption>Drift of the last 28 days against the 24 weeks before</caption>
<thead>${headRow(['Field', 'Stability index', 'Kolmogorov-Smirnov', 'Wasserstein', 'Rows before', 'Rows now'])}</thead>
<tbody>${driftRows.join('')}</tbody>
</table>
</body>
</html>
`;
}

function headRow(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr>`;
}

function tableRow(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
