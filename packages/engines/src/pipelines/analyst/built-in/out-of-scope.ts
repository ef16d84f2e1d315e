import { canonicalMake } from '../../../market/taxonomy/canonical-make.ts';
import { slug } from '../../../market/segment.ts';
import { ELSEWHERE } from './elsewhere.ts';
import type { Reading } from './reading.ts';

/** What is said to a question about something else. */
export const OUT_OF_SCOPE_TEXT =
  'I don’t know: I can tell of sales, offers, prices, forecasts, unusual listings and options of the cars in this market.';

/** Rates between currencies: `how many euros is a dollar`. */
const CURRENCY = '(?:euros?|dollars?|pounds?|yen|francs?|usd|eur|gbp|chf|jpy|rupees?|pesos?|kron(?:a|er))';
const EXCHANGE = new RegExp(`\\b${CURRENCY}\\b.*\\b${CURRENCY}\\b|\\bexchange rates?\\b`);
/** Sums that a pocket calculator does. */
const ARITHMETIC =
  /\b\d+ (?:plus|minus|times|divided by|multiplied by|[+*/]) \d+\b|\b(?:sum|product|difference|quotient|square root|average|mean) of \d+(?: (?:and|,) \d+)*\b/;

/** Other markets than that of cars: `what will interest rates do`. */
const OTHER_MARKETS =
  /\b(?:inflation|gdp|unemployment|mortgages?|house prices?|housing|property prices?|petrol|gasoline|gas prices?|fuel prices?|oil prices?|the economy|interest rates?|treasur(?:y|ies)|bonds?|wages)\b/;

/** How long cars take to sell is not told by these tools. */
const TIME_TO_SELL =
  /\bhow long (?:does|do|did|will|would|is|are|was|were) .{0,50}\b(?:take|sit|stay|last|listed|on offer|for sale|market)\b|\b(?:days|time|weeks|months) (?:on|to) (?:the )?(?:market|sell|sale)\b|\bhow (?:fast|quickly|slowly|many days|many weeks) .{0,50}\b(?:sell|stay|sit|take|listed|market)\b|\b(?:fastest|slowest|quickest)[ -](?:selling|to sell|sellers?)\b/;

/** Words that keep a question in the market though they are on the list above. */
const MARKET = /\b(?:manual|stock of|in stock|sold|sales|price|prices|median|offers?|listings?)\b/;

/** True where a question is about something that this market does not hold. */
export function outOfScope({ whole, text, optionCodes, mentions }: Reading): boolean {
  if (mentions.length === 0 && (EXCHANGE.test(whole) || ARITHMETIC.test(whole))) return true;
  if (mentions.length === 0 && OTHER_MARKETS.test(text) && !/\b(?:car|cars|porsches?|911s?|sales|offers)\b/.test(text))
    return true;
  if (TIME_TO_SELL.test(text)) return true;
  const match = ELSEWHERE.exec(text);
  if (match === null) return false;
  const word = match[0];
  if (/^(?:won|stock|stocks|fix|order me|code|service interval|weighs?|battery|replace)$/.test(word))
    return !MARKET.test(text);
  if (optionCodes.length > 0 && /brake|tires?/.test(word) && !/\b(?:put|fit|mount|install|swap|change)\b/.test(text))
    return false;
  return true;
}

/** A make of cars that the question names and the market does not have; `null` where it names none. */
export function foreignMake({ rest }: Reading, { makes }: { readonly makes: readonly string[] }): string | null {
  const known = new Set(makes.map(slug));
  for (const word of rest.trim().split(/[ ,]+/)) {
    for (const candidate of [word, word.replace(/s$/, '')]) {
      const make = FOREIGN.get(candidate);
      if (make !== undefined && !known.has(slug(canonicalMake(make)))) return make;
    }
  }
  return null;
}

const FOREIGN = new Map(
  'Ferrari BMW Honda Toyota Lexus Audi Mercedes Lamborghini McLaren Aston Jaguar Bentley Maserati Tesla Ford Chevrolet Corvette Mustang Volkswagen Nissan Mazda Subaru Hyundai Kia Volvo Jeep Cadillac Acura Infiniti Lotus Alfa Fiat Bugatti Rivian Lucid Civic Accord Camry Corolla Miata Golf Dodge Buick Chrysler Lincoln Genesis Mini Saab Mitsubishi Suzuki Rolls Skoda Peugeot Renault Citroen Opel Seat Dacia'
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);
