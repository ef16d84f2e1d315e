import type { IsoDate, IsoMonth } from '../../market/calendar.ts';
import type { ComparedSeries } from './correlate-markets.ts';

/** One figure of a series from outside: the month it speaks of and the first day on which it could be read. */
export interface PublishedFigure {
  readonly month: IsoMonth;
  readonly value: number;
  readonly publishedOn: IsoDate;
}

/** A series from outside with every figure ever published of it. */
export interface OutsideSeries {
  readonly name: string;
  /** In any order; a revision of a month is a further figure. */
  readonly figures: readonly PublishedFigure[];
}

/**
 * What was known of an outside series (consumer prices, interest rates) on a day: of each month the last figure
 * published by then, so that no revision is used before its release. Months without a figure by then are absent.
 */
export function knownSeries(
  figures: readonly PublishedFigure[],
  options: { readonly name: string; readonly asOf: IsoDate },
): ComparedSeries {
  const known = new Map<IsoMonth, PublishedFigure>();
  for (const figure of figures) {
    if (figure.publishedOn > options.asOf) continue;
    const before = known.get(figure.month);
    if (before === undefined || before.publishedOn <= figure.publishedOn) known.set(figure.month, figure);
  }
  const months = [...known.keys()].sort();
  return { name: options.name, months, levels: months.map((month) => known.get(month)!.value) };
}
