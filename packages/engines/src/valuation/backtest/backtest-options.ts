import type { IsoDate } from '../../market/calendar.ts';

/** How a valuation is put to the test. */
export interface BacktestOptions {
  /**
   * `static` fits once, on the train rows alone. `rolling` refits every `refitDays` on what had happened before the day
   * of the refit: a test row dated d reads train and test rows dated strictly before its refit day. Default `static`.
   */
  readonly mode?: 'static' | 'rolling';
  /** Days between two refits. Default 14. */
  readonly refitDays?: number;
  /** A day on the grid of refits. Default: the day of the first test row. */
  readonly refitStart?: IsoDate;
  /** Only test rows of this make are answered; rows of every make are learnt from. Default: all makes. */
  readonly make?: string;
  /** With it the valuation corrects the guide price of each row that has one. Default false: guides are never read. */
  readonly usesGuide?: boolean;
  /** Called before each fit. */
  readonly onRefit?: (refit: { readonly day: IsoDate | null; readonly rows: number }) => void;
  /**
   * Called after each fit with the sales that it read and those that it left out, counted by reason; `saleCount` is 0
   * where they were too few for a fit.
   */
  readonly onFitted?: (fit: {
    readonly day: IsoDate;
    readonly saleCount: number;
    readonly exclusions: Readonly<Record<string, number>>;
  }) => void;
}
