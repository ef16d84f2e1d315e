import type { MarketEvent } from '../market/market-event.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { MarketScope } from '../market/price.ts';
import { countFact, dateFact, nameFact, shareFact, statementFact } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import type { Passage } from './passage.ts';
import { pathSource } from './row-source.ts';
import { segmentName } from './segment-name.ts';
import { statementSentence } from './statement.ts';
import { bodyOf, type WritingOptions, type WrittenInsight, writeInsight } from './written-insight.ts';

/** A movement of a market and the sales behind it. */
export interface MovementSubject {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly event: MarketEvent;
  /** Sales of the market that the detectors read. */
  readonly saleCount: number;
  readonly synthetic: boolean;
}

const TEMPLATE_VERSION = 'market-movement-template-1';

const WHAT: Readonly<Record<MarketEvent['series'], string>> = {
  index: 'the price of like cars left its pace',
  volume: 'the number of sales a week left its level',
  mix: 'the share of sales left its level',
};
const METHOD = 'each week or month was judged by those before it alone, and one movement is told once';

/** Writes what moved, since when, and by how much. */
export async function writeMovementText(subject: MovementSubject, options: WritingOptions): Promise<WrittenInsight> {
  const { event } = subject;
  const [, model = null] = event.segment.split('/');
  return writeInsight(
    {
      type: 'market_movement',
      analysisDate: event.detectedOn,
      model: model === null ? null : segmentName(model),
      trim: null,
      generation: null,
      dataPointCount: subject.saleCount,
      synthetic: subject.synthetic,
      templateVersion: TEMPLATE_VERSION,
      title: { text: `Movement of ${slot('segment', 'text')}`, facts: [] },
      body: bodyOf(
        {
          lead: [movement(subject)],
          standard: [statementSentence('method', { value: METHOD, n: subject.saleCount, formula: 'how it was found' })],
        },
        options,
      ),
    },
    options,
  );
}

function movement({ market, event, saleCount: n }: MovementSubject): Passage {
  const { series, segment, startedOn, detectedOn, levelBefore, levelSince } = event;
  const period = { from: startedOn, to: detectedOn };
  const source = pathSource(segment, { market, period });
  const change = levelBefore > 0 ? levelSince / levelBefore - 1 : null;
  const facts = [
    nameFact('segment', { value: segmentName(segment), formula: 'name of the segment', n }),
    statementFact('what', { value: WHAT[series], n, formula: 'the series that was watched', with: ['segment'] }),
    dateFact('start', {
      value: startedOn,
      n,
      formula: 'first day of the week or month it most likely began in',
      role: 'start',
    }),
    dateFact('detected', {
      value: detectedOn,
      n,
      formula: 'last day of the week or month that gave it away',
      role: 'end',
    }),
    countFact('sales', { value: n, noun: 'sale', n, formula: 'sales of the market that were read', role: 'whole' }),
  ];
  const moved =
    change === null
      ? { text: '', facts: [] }
      : {
          text: ` From there to ${slot('detected', 'day')} ${slot('segment', 'text')} ${SUBJECTS[series]} ${slot('change', 'change')}.`,
          facts: [
            shareFact('change', {
              value: change,
              n,
              formula: FORMULAS[series],
              role: 'past',
              with: ['segment', 'detected'],
              period,
              source,
            }),
          ],
        };
  return {
    text: `${slot('segment', 'text')}: ${slot('what', 'clause')} around ${slot('start', 'day')}, as ${slot('sales', 'noun')} of the market tell.${moved.text}`,
    facts: [...facts, ...moved.facts],
  };
}

const SUBJECTS: Readonly<Record<MarketEvent['series'], string>> = {
  index: 'prices',
  volume: 'sale numbers',
  mix: 'shares of sales',
};
const FORMULAS: Readonly<Record<MarketEvent['series'], string>> = {
  index: 'real-time level of the mix-adjusted index at the end over its level before the movement, less 1',
  volume: 'mean sales a week since the start over the mean before it, less 1',
  mix: 'share of the sales of the segment above it since the start over the share before it, less 1',
};
