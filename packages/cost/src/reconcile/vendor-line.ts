import type { Usage } from '@pa/llm-core';

/** A line of a vendor's own report of a day. */
export interface VendorLine {
  readonly provider: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** The id without its snapshot date; `null` where the report does not say. */
  readonly model: string | null;
  /** What was billed; `null` in reports of tokens. */
  readonly billedNanoUsd: bigint | null;
  /** What was used; `null` in reports of money. */
  readonly usage: Omit<Usage, 'raw'> | null;
  readonly requestCount: number | null;
}

/** The cells of a row by the names of their columns. */
export type ReportRow = Readonly<Record<string, string>>;

/** Reads the rows of one kind of report. */
export interface VendorReport {
  readonly name: string;
  readonly provider: string;
  /** Columns by which the report is known. */
  readonly columns: readonly string[];
  /** `null` for a row without content, such as a day without calls. */
  read(row: ReportRow): VendorLine | null;
}
