import type { Anomaly } from '../market/anomaly.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { MarketIndex } from '../market/market-index.ts';
import type { MarketScope } from '../market/price.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import { countFact, dateFact, statementFact } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import { anomalySentence } from './anomaly-passage.ts';
import { forecastSentence } from './forecast-passage.ts';
import { indexPassage } from './index-passage.ts';
import { moversPassage } from './movers-passage.ts';
import type { Passage } from './passage.ts';
import { marketSource } from './row-source.ts';
import { segmentName, vehicleName } from './segment-name.ts';
import { statementSentence } from './statement.ts';
import { bodyOf, type WritingOptions, type WrittenInsight, writeInsight } from './written-insight.ts';

/** What is known of a market on a day. Nothing is read but this. */
export interface MarketSummarySubject {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly saleCount: number;
  readonly firstSaleOn: IsoDate | null;
  readonly lastSaleOn: IsoDate | null;
  /** Listings on offer on `asOf`. */
  readonly activeCount: number;
  /** Indices of any segments; those of makes and trims are spoken of. */
  readonly indices: readonly MarketIndex[];
  /** Those of the 3-month horizon are spoken of: trims with skill by name, trims with many sales before the others. */
  readonly predictions: readonly PricePrediction[];
  /** The oddest first. */
  readonly anomalies: readonly Anomaly[];
  /** All anomalies of the day. Default: the number given. */
  readonly anomalyCount?: number;
  readonly synthetic: boolean;
}

const TEMPLATE_VERSION = 'market-summary-template-3';
const NAMED_PREDICTIONS = 3;
const NAMED_ANOMALIES = 3;

/** Writes the summary of a market's day: what was read, where prices moved, what is expected, and what stands out. */
export async function writeMarketSummary(
  subject: MarketSummarySubject,
  options: WritingOptions,
): Promise<WrittenInsight> {
  const names = new Map(subject.predictions.map((prediction) => [prediction.segment, vehicleName(prediction)]));
  const nameOf = (segment: string): string => names.get(segment) ?? segmentName(segment);
  return writeInsight(
    {
      type: 'market_summary',
      analysisDate: subject.asOf,
      model: null,
      trim: null,
      generation: null,
      dataPointCount: subject.saleCount + subject.activeCount,
      synthetic: subject.synthetic,
      templateVersion: TEMPLATE_VERSION,
      title: { text: `Market summary of ${slot('market.as_of', 'day')}`, facts: [] },
      body: bodyOf(
        {
          lead: [coverage(subject), makePassage(subject.indices, nameOf)],
          standard: [moversPassage(subject.indices, { nameOf }), outlook(subject.predictions), oddities(subject)],
          detailed: [method(subject)],
        },
        options,
      ),
    },
    options,
  );
}

function coverage(subject: MarketSummarySubject): Passage {
  const { saleCount, activeCount, firstSaleOn, lastSaleOn } = subject;
  const n = saleCount;
  const period = firstSaleOn === null || lastSaleOn === null ? null : { from: firstSaleOn, to: lastSaleOn };
  const source = period === null ? {} : { source: marketSource(subject.market, period) };
  const facts = [
    dateFact('market.as_of', {
      value: subject.asOf,
      n,
      formula: 'day of the analysis; nothing known later was read',
      role: 'day',
    }),
    countFact('market.sales', {
      value: saleCount,
      noun: 'sale',
      n,
      formula: 'finished sales of the market up to the day',
      ...source,
    }),
    countFact('market.active', {
      value: activeCount,
      noun: 'listing',
      n: activeCount,
      formula: 'listings on offer on the day',
    }),
  ];
  const offered = `${slot('market.active', 'noun')} ${activeCount === 1 ? 'is' : 'are'} on offer`;
  if (firstSaleOn === null || lastSaleOn === null) {
    return {
      text: `By ${slot('market.as_of', 'day')} the market shows ${slot('market.sales', 'noun')}, and ${offered}.`,
      facts,
    };
  }
  return {
    text: `By ${slot('market.as_of', 'day')} the market shows ${slot('market.sales', 'noun')} from ${slot('market.first_sale', 'month')} to ${slot('market.last_sale', 'month')}, and ${offered}.`,
    facts: [
      ...facts,
      dateFact('market.first_sale', { value: firstSaleOn, n, formula: 'day of the earliest sale', role: 'start' }),
      dateFact('market.last_sale', { value: lastSaleOn, n, formula: 'day of the latest sale', role: 'end' }),
    ],
  };
}

/** The index of the make with most sales: the widest view there is. */
function makePassage(indices: readonly MarketIndex[], nameOf: (segment: string) => string): Passage | null {
  const sales = (index: MarketIndex): number => index.points.reduce((sum, point) => sum + point.saleCount, 0);
  const makes = indices.filter((index) => !index.segment.includes('/')).toSorted((a, b) => sales(b) - sales(a));
  return makes[0] === undefined ? null : indexPassage(makes[0], { prefix: 'make', name: nameOf(makes[0].segment) });
}

function outlook(predictions: readonly PricePrediction[]): Passage | null {
  const quarter = predictions
    .filter((prediction) => prediction.horizon === '3m')
    .toSorted(
      (a, b) =>
        Number(a.trim === null) - Number(b.trim === null) || b.saleCount - a.saleCount || (a.id < b.id ? -1 : 1),
    );
  if (quarter.length === 0) return null;
  const skilled = quarter.filter((prediction) => prediction.hasSkill);
  const named = skilled
    .slice(0, NAMED_PREDICTIONS)
    .map((prediction, index) => forecastSentence(prediction, { prefix: `outlook.${String(index + 1)}` }));
  const facts = [
    countFact('outlook.count', {
      value: quarter.length,
      noun: 'segment',
      n: quarter.length,
      formula: 'segments with a prediction three months ahead',
      role: 'whole',
      words: ['forecast', 'forecasts', 'reach', 'reaches', 'cover', 'covers', 'predictions', 'prediction'],
    }),
    countFact('outlook.skilled', {
      value: skilled.length,
      noun: 'segment',
      n: quarter.length,
      formula: 'segments whose forecast beat the assumption of no move on rolling origins',
      role: 'part',
      with: ['outlook.count'],
      words: ['beat', 'beats', 'beaten', 'ahead'],
    }),
  ];
  const skill = `Forecasts reach ${slot('outlook.count', 'noun')}; the method beat the assumption that prices stay where they are for ${slot('outlook.skilled', 'noun')}.`;
  return {
    text: [skill, ...named.map((passage) => passage.text)].join(' '),
    facts: [...facts, ...named.flatMap((passage) => passage.facts)],
  };
}

function oddities(subject: MarketSummarySubject): Passage {
  const count = subject.anomalyCount ?? subject.anomalies.length;
  const fact = countFact('anomalies.count', {
    value: count,
    noun: 'listing',
    n: count,
    formula: 'listings whose price lies far outside its expected range',
  });
  if (count === 0) {
    const none = statementFact('anomalies.none', {
      value: 'no listing stands out by its price',
      n: subject.activeCount,
      formula: 'no listing whose price lies far outside its expected range',
    });
    return { text: `${slot('anomalies.none', 'sentence')}.`, facts: [fact, none] };
  }
  // A slip of the keyboard is the oddest price of all and the least of a story: it is named where nothing else is.
  const isSlip = (anomaly: Anomaly): boolean => anomaly.type === 'data_quality';
  const named = subject.anomalies
    .toSorted((a, b) => Number(isSlip(a)) - Number(isSlip(b)))
    .slice(0, NAMED_ANOMALIES)
    .map((anomaly, index) => anomalySentence(anomaly, { prefix: `anomalies.${String(index + 1)}` }));
  const verb = count === 1 ? 'stands' : 'stand';
  return {
    text: [`${slot('anomalies.count', 'noun')} ${verb} out by price.`, ...named.map((passage) => passage.text)].join(
      ' ',
    ),
    facts: [fact, ...named.flatMap((passage) => passage.facts)],
  };
}

function method({ saleCount }: MarketSummarySubject): Passage {
  return statementSentence('method', {
    value:
      'indices hold the mix of cars fixed, intervals are set by the errors of past forecasts, and a move is named where the bands of its two months are apart',
    n: saleCount,
    formula: 'how the figures are made',
  });
}
