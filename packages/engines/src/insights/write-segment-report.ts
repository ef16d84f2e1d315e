import type { Anomaly } from '../market/anomaly.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { MarketIndex } from '../market/market-index.ts';
import type { MarketScope } from '../market/price.ts';
import { HORIZON_MONTHS, type PricePrediction } from '../market/price-prediction.ts';
import type { Vehicle } from '../market/vehicle.ts';
import { countFact, dateFact, nameFact, priceFact, statementFact } from '../narrate/fact-sheet.ts';
import { pathSource, segmentSource } from './row-source.ts';
import { statementSentence } from './statement.ts';
import { slot } from '../narrate/slot.ts';
import { anomalySentence } from './anomaly-passage.ts';
import { intervalWords } from './forecast-passage.ts';
import { indexPassage } from './index-passage.ts';
import type { Passage } from './passage.ts';
import { vehicleName } from './segment-name.ts';
import { bodyOf, type WritingOptions, type WrittenInsight, writeInsight } from './written-insight.ts';

export interface SegmentReportSubject {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly vehicle: Pick<Vehicle, 'make' | 'model' | 'generation' | 'trim'>;
  readonly saleCount: number;
  readonly index: MarketIndex | null;
  /** Predictions of the segment, any horizons. */
  readonly predictions: readonly PricePrediction[];
  /** Anomalies within the segment, the oddest first. */
  readonly anomalies: readonly Anomaly[];
  readonly synthetic: boolean;
}

const TEMPLATE_VERSION = 'segment-report-template-2';
const NAMED_ANOMALIES = 3;

/** Writes what is known of one segment: its sales, its index, its forecast path, and the listings that stand out. */
export async function writeSegmentReport(
  subject: SegmentReportSubject,
  options: WritingOptions,
): Promise<WrittenInsight> {
  const { vehicle, index } = subject;
  const name = vehicleName(vehicle);
  return writeInsight(
    {
      type: 'segment_report',
      analysisDate: subject.asOf,
      model: vehicle.model,
      trim: vehicle.trim,
      generation: vehicle.generation,
      dataPointCount: subject.saleCount,
      synthetic: subject.synthetic,
      templateVersion: TEMPLATE_VERSION,
      title: { text: `${slot('segment.name', 'text')} on ${slot('as_of', 'day')}`, facts: [] },
      body: bodyOf(
        {
          lead: [opening(subject, name), path(subject.predictions, options)],
          standard: [
            index === null ? null : indexPassage(index, { prefix: 'index', name }),
            oddities(subject.anomalies),
          ],
          detailed: [referenceCar(subject.predictions)],
        },
        options,
      ),
    },
    options,
  );
}

function opening(subject: SegmentReportSubject, name: string): Passage {
  const n = subject.saleCount;
  const { index, market, asOf } = subject;
  const firstMonth = index?.points[0]?.month;
  // Without an index nothing says when the first of the sales was, and rows of some of them would not be those counted.
  const source =
    index === null || firstMonth === undefined
      ? {}
      : { source: pathSource(index.segment, { market, period: { from: `${firstMonth}-01`, to: asOf } }) };
  return {
    text: `By ${slot('as_of', 'day')} the ${slot('segment.name', 'text')} shows ${slot('segment.sales', 'noun')}.`,
    facts: [
      dateFact('as_of', {
        value: subject.asOf,
        n,
        formula: 'day of the analysis; nothing known later was read',
        role: 'day',
      }),
      nameFact('segment.name', { value: name, formula: 'name of the segment', n }),
      countFact('segment.sales', {
        value: n,
        noun: 'sale',
        n,
        formula: 'finished sales of the segment up to the day',
        ...source,
      }),
    ],
  };
}

function path(predictions: readonly PricePrediction[], { depth }: Pick<WritingOptions, 'depth'>): Passage | null {
  const sorted = predictions.toSorted((a, b) => HORIZON_MONTHS[a.horizon] - HORIZON_MONTHS[b.horizon]);
  // One horizon is enough for a reader who wants it short: the one next to three months.
  const ordered = depth === 'basic' ? sorted.slice(0, 2).slice(-1) : sorted;
  const [nearest] = ordered;
  if (nearest === undefined) return null;
  const { currency } = nearest.market;
  const source = segmentSource(nearest);
  const steps = ordered.map((prediction): Passage => {
    const id = `forecast.${prediction.horizon}`;
    const interval = intervalWords(prediction, { prefix: id, confidenceLevel: 0.9 });
    return {
      text: `${slot(`${id}.price`, 'about')} by ${slot(`${id}.target`, 'month')}${interval.text === '' ? '' : ` (${interval.text})`}`,
      facts: [
        priceFact(`${id}.price`, {
          value: prediction.predictedPrice,
          currency,
          n: prediction.saleCount,
          formula: 'median of the predicted distribution of the typical car',
          role: 'ahead',
          with: [`${id}.target`],
          source,
        }),
        dateFact(`${id}.target`, {
          value: prediction.targetDate,
          n: prediction.saleCount,
          formula: 'day the prediction speaks of',
          role: 'target',
        }),
        ...interval.facts,
      ],
    };
  });
  return {
    text: `The typical car is worth ${slot('forecast.current', 'about')} now and is expected at ${steps.map((step) => step.text).join(', ')}. ${slot('forecast.skill', 'sentence')}.`,
    facts: [
      priceFact('forecast.current', {
        value: nearest.currentPrice,
        currency,
        n: nearest.saleCount,
        formula: "value of the segment's typical car on the day",
        role: 'now',
        source,
      }),
      ...steps.flatMap((step) => step.facts),
      statementFact('forecast.skill', {
        value: nearest.hasSkill
          ? 'the method beat the assumption that prices stay where they are in its own backtest'
          : 'the method did not beat the assumption that prices stay where they are in its own backtest, so the path is no advice',
        n: nearest.saleCount,
        formula: 'whether the forecast beat the naive ones on rolling origins',
      }),
    ],
  };
}

function oddities(anomalies: readonly Anomaly[]): Passage | null {
  if (anomalies.length === 0) return null;
  const named = anomalies
    .slice(0, NAMED_ANOMALIES)
    .map((anomaly, index) => anomalySentence(anomaly, { prefix: `anomalies.${String(index + 1)}` }));
  const lead = statementSentence('anomalies.lead', {
    value: 'among its listings some stand out',
    n: anomalies.length,
    formula: 'listings of the segment whose price lies far outside its expected range',
  });
  return {
    text: [lead.text, ...named.map((passage) => passage.text)].join(' '),
    facts: [...lead.facts, ...named.flatMap((passage) => passage.facts)],
  };
}

function referenceCar([prediction]: readonly PricePrediction[]): Passage | null {
  if (prediction === undefined) return null;
  const { referenceCar: car } = prediction;
  return {
    text: `The typical car is of model year ${slot('reference.model_year', 'text')} with ${slot('reference.mileage', 'noun')}.`,
    facts: [
      nameFact('reference.model_year', {
        value: String(car.modelYear),
        formula: "median model year of the segment's recent sales",
        n: car.saleCount,
      }),
      countFact('reference.mileage', {
        value: Math.round(car.mileage),
        noun: 'mile',
        n: car.saleCount,
        formula: "median mileage of the segment's recent sales",
      }),
    ],
  };
}
