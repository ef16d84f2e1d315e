import type { IsoDate } from '../market/calendar.ts';
import type { MarketScope } from '../market/price.ts';
import { countFact, nameFact, shareFact, statementFact } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import type { Passage } from './passage.ts';
import { statementSentence } from './statement.ts';
import { vary } from './vary.ts';
import { bodyOf, type WritingOptions, type WrittenInsight, writeInsight } from './written-insight.ts';

/** How two price indices move together. */
export interface CrossMarketSubject {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  /** As a person says it. */
  readonly leader: string;
  readonly follower: string;
  /** Months by which the leader goes ahead; 0 where they move at once. */
  readonly lagMonths: number;
  /** Correlation of the monthly moves at that lag, -1 to 1. */
  readonly correlation: number;
  /** Months compared. */
  readonly monthCount: number;
  /** False where chance gives as much, the number of pairs looked at taken into account. */
  readonly isClear: boolean;
  /** Pairs that were looked at. */
  readonly pairCount: number;
  readonly synthetic: boolean;
}

const TEMPLATE_VERSION = 'cross-market-template-1';

/** Writes whether one market goes ahead of another, and how much of its moves it shares. */
export async function writeCrossMarketText(
  subject: CrossMarketSubject,
  options: WritingOptions,
): Promise<WrittenInsight> {
  return writeInsight(
    {
      type: 'cross_market',
      analysisDate: subject.asOf,
      model: null,
      trim: null,
      generation: null,
      dataPointCount: subject.monthCount,
      synthetic: subject.synthetic,
      templateVersion: TEMPLATE_VERSION,
      title: { text: `${slot('leader', 'text')} and ${slot('follower', 'text')}`, facts: [] },
      body: bodyOf(
        {
          lead: [relation(subject)],
          standard: [basis(subject)],
          detailed: [
            statementSentence('caution', {
              value: 'that two indices move together does not say that one moves the other',
              n: subject.monthCount,
              formula: 'what a correlation says',
            }),
          ],
        },
        options,
      ),
    },
    options,
  );
}

function relation(subject: CrossMarketSubject): Passage {
  const { monthCount: n, correlation, lagMonths } = subject;
  const names = [
    nameFact('leader', { value: subject.leader, formula: 'name of the segment', n }),
    nameFact('follower', { value: subject.follower, formula: 'name of the segment', n }),
  ];
  if (!subject.isClear) {
    const none = statementFact('none', {
      value: `no common movement of ${subject.leader} and ${subject.follower} can be told from chance`,
      n,
      formula: 'test of the correlation, corrected for the pairs looked at',
    });
    return {
      text: `${slot('none', 'sentence')}.`,
      facts: [...names, none],
    };
  }
  const shared = shareFact('shared', {
    value: correlation ** 2,
    n,
    formula: 'square of the correlation of the monthly moves',
    words: ['shared', 'share', 'shares', 'common', 'together', 'moves', 'variance'],
  });
  const way = correlation >= 0 ? 'the same way' : 'the opposite way';
  if (lagMonths === 0) {
    const together = statementFact('together', {
      value: `${subject.leader} and ${subject.follower} move ${way} in the same month`,
      n,
      formula: 'sign of the correlation of the monthly moves',
    });
    return {
      text: `${slot('together', 'sentence')}, with ${slot('shared', 'whole')} of their moves shared.`,
      facts: [...names, shared, together],
    };
  }
  const text = vary<string>(
    [
      `${slot('order', 'sentence')}, with ${slot('lag', 'noun')} between them and ${slot('shared', 'whole')} of the moves shared.`,
      `With ${slot('lag', 'noun')} between them, ${slot('order', 'clause')}: ${slot('shared', 'whole')} of the moves are shared.`,
    ],
    { day: subject.asOf, subject: `${subject.leader} ${subject.follower}` },
  );
  return {
    text,
    facts: [
      ...names,
      shared,
      statementFact('order', {
        value: `${subject.leader} moves first and ${subject.follower} follows ${way}`,
        n,
        formula: 'lag at which the correlation is largest, and its sign',
      }),
      countFact('lag', {
        value: lagMonths,
        noun: 'month',
        n,
        formula: 'lag at which the correlation is largest',
        role: 'span',
      }),
    ],
  };
}

function basis(subject: CrossMarketSubject): Passage {
  const { monthCount: n, pairCount } = subject;
  return {
    text: `Compared are ${slot('months', 'noun')} of mix-adjusted indices, and the test counts ${slot('pairs', 'noun')} that were looked at.`,
    facts: [
      countFact('months', { value: n, noun: 'month of moves', n, formula: 'months that both indices have' }),
      countFact('pairs', {
        value: pairCount,
        noun: 'pair',
        n: pairCount,
        formula: 'pairs of segments that were tested',
      }),
    ],
  };
}
