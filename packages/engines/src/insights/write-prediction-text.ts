import type { Fact } from '../market/insight.ts';
import type { MarketIndex } from '../market/market-index.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import { countFact, dateFact, nameFact, priceFact, shareFact, statementFact } from '../narrate/fact-sheet.ts';
import { segmentSource } from './row-source.ts';
import { type ExternalFactor, predictionContext } from './prediction-context.ts';
import { slot } from '../narrate/slot.ts';
import { intervalWords } from './forecast-passage.ts';
import { indexPassage } from './index-passage.ts';
import type { Passage } from './passage.ts';
import { vehicleName } from './segment-name.ts';
import { bodyOf, type WritingOptions, type WrittenInsight, writeInsight } from './written-insight.ts';

export interface PredictionTextSubject {
  readonly prediction: PricePrediction;
  /** The index of the predicted segment or of the one it borrows from, for the way that led here. */
  readonly index?: MarketIndex | null;
  /** What the caller knows of the world outside. Default: nothing. */
  readonly conditions?: readonly ExternalFactor[];
}

const TEMPLATE_VERSION = 'price-prediction-template-2';

/** Writes what a prediction says, how sure it is, and whether its method has earned any trust. */
export async function writePredictionText(
  subject: PredictionTextSubject,
  options: WritingOptions,
): Promise<WrittenInsight> {
  const { prediction, index = null } = subject;
  const name = vehicleName(prediction);
  const context = predictionContext(prediction, { conditions: subject.conditions ?? [] });
  return writeInsight(
    {
      type: 'price_prediction',
      analysisDate: prediction.asOf,
      model: prediction.model,
      trim: prediction.trim,
      generation: prediction.generation,
      dataPointCount: prediction.saleCount,
      synthetic: prediction.synthetic,
      templateVersion: TEMPLATE_VERSION,
      title: {
        text: `${slot('name', 'text')}: ${slot('predicted_price', 'about')} expected by ${slot('target', 'month')}`,
        facts: [],
      },
      body: bodyOf(
        {
          lead: [levels(prediction, name)],
          standard: [certainty(prediction), index === null ? null : indexPassage(index, { prefix: 'history', name })],
          detailed: [
            conditionSentences(context.conditions),
            statements(context.assumptions),
            statements(context.risks),
          ],
        },
        options,
      ),
      // What a shorter text leaves out is on the sheet all the same.
      furtherFacts: [...context.conditions, ...context.assumptions, ...context.risks],
    },
    options,
  );
}

function levels(prediction: PricePrediction, name: string): Passage {
  const { referenceCar, saleCount: n } = prediction;
  const { currency } = prediction.market;
  const source = segmentSource(prediction);
  return {
    text:
      `On ${slot('as_of', 'day')} the typical ${slot('name', 'text')} is of model year ${slot('reference.model_year', 'text')} with ${slot('reference.mileage', 'noun')} and is worth ${slot('current_price', 'about')}. ` +
      `By ${slot('target', 'day')} the same car is expected at ${slot('predicted_price', 'about')}, ${slot('change', 'comparison')} its value now.`,
    facts: [
      nameFact('name', { value: name, formula: 'name of the segment', n }),
      dateFact('as_of', {
        value: prediction.asOf,
        n,
        formula: 'day of the prediction; nothing known later went into it',
        role: 'day',
      }),
      nameFact('reference.model_year', {
        value: String(referenceCar.modelYear),
        formula: "median model year of the segment's recent sales",
        n: referenceCar.saleCount,
      }),
      countFact('reference.mileage', {
        value: Math.round(referenceCar.mileage),
        noun: 'mile',
        n: referenceCar.saleCount,
        formula: "median mileage of the segment's recent sales",
      }),
      priceFact('current_price', {
        value: prediction.currentPrice,
        currency,
        n,
        formula: 'value of the typical car on the day of the prediction',
        role: 'now',
        with: ['as_of'],
        source,
      }),
      dateFact('target', { value: prediction.targetDate, n, formula: 'day the prediction speaks of', role: 'target' }),
      priceFact('predicted_price', {
        value: prediction.predictedPrice,
        currency,
        n,
        formula: 'median of the predicted distribution on the target day',
        role: 'ahead',
        with: ['target'],
        source,
      }),
      shareFact('change', {
        value: prediction.predictedPrice / prediction.currentPrice - 1,
        n,
        formula: 'predicted price over current price, less 1',
        role: 'ahead',
        with: ['target'],
        source,
      }),
    ],
  };
}

function certainty(prediction: PricePrediction): Passage {
  const intervals = [0.5, 0.9]
    .map((confidenceLevel) => intervalWords(prediction, { prefix: 'prediction', confidenceLevel }))
    .filter((passage) => passage.text !== '');
  const skill = prediction.hasSkill
    ? 'in its own backtest the method beat the assumption that prices stay where they are'
    : 'in its own backtest the method did not beat the assumption that prices stay where they are, so this is a figure to reckon with and no reason to buy or to sell';
  const stated =
    intervals.length === 0 ? '' : `The forecast comes with ${intervals.map((passage) => passage.text).join(' and ')}. `;
  return {
    text: `${stated}It rests on ${slot('sales', 'noun')} of the segment. ${slot('skill', 'sentence')}.`,
    facts: [
      ...intervals.flatMap((passage) => passage.facts),
      countFact('sales', {
        value: prediction.saleCount,
        noun: 'sale',
        n: prediction.saleCount,
        formula: 'sales of the segment behind the prediction',
        source: segmentSource(prediction),
      }),
      statementFact('skill', {
        value: skill,
        n: prediction.saleCount,
        formula: 'whether the forecast beat the naive ones on rolling origins',
      }),
    ],
  };
}

/** The statements of a group, one sentence each; the facts themselves are on the sheet already. */
function statements(facts: readonly Fact[]): Passage {
  return { text: facts.map(({ id }) => `${slot(id, 'sentence')}.`).join(' '), facts: [] };
}

const CONDITION_FORMATS: Readonly<Partial<Record<Fact['kind'], string>>> = {
  share: 'percent',
  price: 'full',
  count: 'noun',
};

function conditionSentences(facts: readonly Fact[]): Passage {
  const values = facts.filter(({ kind, value }) => kind !== 'name' && !(kind === 'share' && Number(value) < 0));
  const parts = values.map(({ id, kind, with: [name = ''] = [] }) => {
    return `${slot(name, 'text')} at ${slot(id, CONDITION_FORMATS[kind] ?? 'text')}`;
  });
  return { text: parts.length === 0 ? '' : `Given with the question: ${parts.join(', ')}.`, facts: [] };
}
