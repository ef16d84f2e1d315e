import type { Anomaly } from '../market/anomaly.ts';
import type { PriceKind } from '../market/price.ts';
import { priceFact, shareFact, titleFact } from '../narrate/fact-sheet.ts';
import { slot } from '../narrate/slot.ts';
import type { Passage } from './passage.ts';

const PRICE_WORDS: Readonly<Record<PriceKind, string>> = {
  ask: 'is offered at',
  sold: 'sold at',
  bid: 'drew a bid of',
  wholesale: 'sold between dealers at',
};

const HALF_A_TENTH_OF_A_PERCENT = 0.0005;

/** One sentence about one anomaly: the car, its price, and how far that is from what was expected. */
export function anomalySentence(anomaly: Anomaly, options: { readonly prefix: string }): Passage {
  const id = options.prefix;
  const { currency } = anomaly.price;
  // What rounds to nothing is no distance: such a finding is about something else than its price.
  const isAsExpected = Math.abs(anomaly.deviation) < HALF_A_TENTH_OF_A_PERCENT;
  const distance = isAsExpected ? 'with' : slot(`${id}.deviation`, 'comparison');
  const source = { query: `the listing ${anomaly.listingId}`, rows: { id: anomaly.listingId } };
  return {
    text: `${slot(`${id}.title`, 'text')} ${PRICE_WORDS[anomaly.price.kind]} ${slot(`${id}.price`, 'full')}, ${distance} the expected price of ${slot(`${id}.expected`, 'about')}.`,
    facts: [
      titleFact(`${id}.title`, {
        value: anomaly.listingTitle,
        formula: 'title of the listing as its seller wrote it',
        source,
      }),
      priceFact(`${id}.price`, {
        value: anomaly.price.amount,
        currency,
        n: 1,
        formula: 'price on the row',
        role: 'asked',
        with: [`${id}.title`],
        source,
      }),
      shareFact(`${id}.deviation`, {
        value: anomaly.deviation,
        n: 1,
        formula: '(price - expected price) / expected price',
        with: [`${id}.title`],
        words: ['expected', 'expectation', 'model', 'fair', 'valuation', 'estimate', 'valued'],
        source,
      }),
      priceFact(`${id}.expected`, {
        value: anomaly.expectedPrice,
        currency,
        n: 1,
        formula: 'value of the car by the fitted market, as if its own price had not been seen',
        role: 'valued',
        with: [`${id}.title`],
        source,
      }),
    ],
  };
}
