import { canonicalMake } from '../../../market/taxonomy/canonical-make.ts';
import { slug } from '../../../market/segment.ts';
import type { Reading } from './reading.ts';

/** What is said to a question about something else. */
export const OUT_OF_SCOPE_TEXT =
  'I don’t know: I can tell of sales, offers, prices, forecasts, unusual listings and options of the cars in this market.';

/** Things that people ask of assistants and that no market knows. */
const ELSEWHERE =
  /\b(?:weather|temperature outside|poem|haiku|song|jokes?|(?:tell|write) (?:me )?(?:a |an )?(?:[a-z]+ )?(?:story|essay)|recipe|translate|translation|capital of|president|election|bitcoin|crypto|ethereum|stocks?|shares|share price|s&p|dow jones|nasdaq|gold price|football|soccer|world cup|le mans|formula|race (?:result|winner)|won|who is|who are|who was|who won|who owns|who makes|who invented|emails?|e-mails?|other users?|phone(?: number)?|address|vin of|vin number|license plate|system prompt|your (?:instructions|prompt|rules|source code|training)|ignore (?:all|the|previous|your)|password|api key|secret|delete|drop table|truncate|update the|insert into|remove all|erase|wipe|resolve all|mark all|set the price|book (?:me|a|an)|test drive|appointment|reserve|order me|buy me|purchase it|sell my soul|insurance|insure|financing|loan|lease|mortgage|tax(?:es)?|torque|horsepower|hp|bhp|kw|top speed|0-60|0 to 60|acceleration|fuel (?:economy|consumption)|mpg|towing|engine displacement|displacement|cylinders|wheelbase|weigh(?:t|s)?|dimensions|oil|spark plugs?|brake pads|tires?|tyres?|battery|repair|fix|replace|install|maintenance|service interval|how do i|how can i|how to|recall|crash test|safety rating|meaning of life|hello|hi there|thanks|thank you|good (?:morning|evening|night)|bye|goodbye|charg(?:e|es|er|ing) (?:time|speed|station|port|at home|cable)|to charge|annual service|service (?:cost|costs|history costs)|servicing|oil change|how are you|what can you (?:do|answer|tell me)|what do you know|how do you work|your name|are you (?:human|an ai|a robot|chatgpt)|python|javascript|code|sql|hack|medical|doctor|legal advice|lawyer|homework|movie|restaurant|hotel|flight|dealership near|near me|open hours|opening hours|designed|designer|invented|manual pdf|wiring|towed)\b/;

/** Words of other things, so that none of them is taken for a slip of the pen. */
export const ELSEWHERE_WORDS: readonly string[] = ELSEWHERE.source.match(/(?<![a-z\\[])[a-z]{4,}s?/g) ?? [];

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
