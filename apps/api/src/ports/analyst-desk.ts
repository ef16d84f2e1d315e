import type { MarketAnalyst } from '@pa/engines';

/** Answers questions in words: what the chat routes need of a `MarketAnalyst`. */
export type AnalystDesk = Pick<MarketAnalyst, 'ask'>;
