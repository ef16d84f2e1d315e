import type { PricePrediction } from '../market/price-prediction.ts';
import { dateFact, nameFact, priceFact, shareFact } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import type { Passage } from './passage.ts';
import { segmentSource } from './row-source.ts';
import { vehicleName } from './segment-name.ts';

/** One sentence about one prediction, for texts about several. */
export function forecastSentence(prediction: PricePrediction, options: { readonly prefix: string }): Passage {
  const id = options.prefix;
  const { currency } = prediction.market;
  const n = prediction.saleCount;
  const source = segmentSource(prediction);
  const interval = prediction.intervals.find(({ confidenceLevel }) => confidenceLevel === 0.9);
  const facts = [
    nameFact(`${id}.name`, { value: vehicleName(prediction), formula: 'name of the segment', n }),
    priceFact(`${id}.current_price`, {
      value: prediction.currentPrice,
      currency,
      n,
      formula: "value of the segment's typical car on the day of the prediction",
      role: 'now',
      with: [`${id}.name`],
      source,
    }),
    priceFact(`${id}.predicted_price`, {
      value: prediction.predictedPrice,
      currency,
      n,
      formula: 'median of the predicted distribution of the same car on the target day',
      role: 'ahead',
      with: [`${id}.name`, `${id}.target`],
      source,
    }),
    dateFact(`${id}.target`, {
      value: prediction.targetDate,
      n,
      formula: 'day the prediction speaks of',
      role: 'target',
    }),
  ];
  const start = `${slot(`${id}.name`, 'text')}: ${slot(`${id}.current_price`, 'about')} now and ${slot(`${id}.predicted_price`, 'about')} expected by ${slot(`${id}.target`, 'month')}`;
  if (interval === undefined) return { text: `${start}.`, facts };
  const { text, facts: intervalFacts } = intervalWords(prediction, {
    prefix: id,
    confidenceLevel: 0.9,
    with: [`${id}.name`],
  });
  return { text: `${start}, with ${text}.`, facts: [...facts, ...intervalFacts] };
}

/** `a 90% interval from ... to ...`, or nothing where the prediction has no interval of that level. */
export function intervalWords(
  prediction: PricePrediction,
  options: {
    readonly prefix: string;
    readonly confidenceLevel: number;
    /** Ids of what the interval belongs to, such as the name of the car. */
    readonly with?: readonly string[];
  },
): Passage {
  const interval = prediction.intervals.find(({ confidenceLevel }) => confidenceLevel === options.confidenceLevel);
  if (interval === undefined) return { text: '', facts: [] };
  const id = `${options.prefix}.interval.${String(Math.round(interval.confidenceLevel * 100))}`;
  const evidence = {
    currency: prediction.market.currency,
    n: prediction.saleCount,
    with: [...(options.with ?? []), `${id}.level`],
    source: segmentSource(prediction),
  };
  const article = Math.round(interval.confidenceLevel * 100) === 80 ? 'an' : 'a';
  return {
    text: `${article} ${slot(`${id}.level`, 'whole')} interval from ${slot(`${id}.lower`, 'about')} to ${slot(`${id}.upper`, 'about')}`,
    facts: [
      shareFact(`${id}.level`, {
        value: interval.confidenceLevel,
        n: evidence.n,
        formula: 'share of such intervals that should hold the truth',
        role: 'level',
      }),
      priceFact(`${id}.lower`, {
        value: interval.lower,
        ...evidence,
        formula: 'lower bound of the interval',
        role: 'lower',
      }),
      priceFact(`${id}.upper`, {
        value: interval.upper,
        ...evidence,
        formula: 'upper bound of the interval',
        role: 'upper',
      }),
    ],
  };
}
