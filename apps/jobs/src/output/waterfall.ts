export interface WaterfallStep {
  readonly name: string;
  readonly amount: number;
}

const NARROWEST_BARS = 10;

/**
 * Steps that sum to a total, one a line: name, signed amount, and a bar from the sum before to the sum after, `+` where
 * it rises and `-` where it falls. Where there is no room the bars are left out.
 */
export function waterfall(
  steps: readonly WaterfallStep[],
  options: { readonly columns: number; readonly total: string; readonly format: (amount: number) => string },
): string {
  const { total, format, columns } = options;
  let sum = 0;
  const rows = steps.map(({ name, amount }, index) => {
    const before = sum;
    sum += amount;
    // The first step stands for itself; all others add to it or take from it.
    const text = `${index > 0 && amount > 0 ? '+' : ''}${format(amount)}`;
    return { name, text, before, after: sum, mark: index === 0 ? '=' : amount < 0 ? '-' : '+' };
  });
  rows.push({ name: total, text: format(sum), before: 0, after: sum, mark: '=' });
  const nameWidth = Math.max(...rows.map(({ name }) => name.length));
  const textWidth = Math.max(...rows.map(({ text }) => text.length));
  const barWidth = columns - nameWidth - textWidth - 6;
  const least = Math.min(0, ...rows.map(({ after }) => after));
  const most = Math.max(1, ...rows.map(({ after }) => after));
  const place = (value: number): number => Math.round(((value - least) / (most - least)) * barWidth);
  return rows
    .map(({ name, text, before, after, mark }) => {
      const label = `  ${name.padEnd(nameWidth)}  ${text.padStart(textWidth)}`;
      if (barWidth < NARROWEST_BARS) return label;
      const [from, to] = [place(Math.min(before, after)), place(Math.max(before, after))];
      return `${label}  ${' '.repeat(from)}${mark.repeat(Math.max(1, to - from))}`.slice(0, columns);
    })
    .join('\n');
}
