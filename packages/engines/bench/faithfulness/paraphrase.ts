import type { Random } from '../../src/statistics/random.ts';

/** One sentence of a template, with its slots taken as `$1`, `$2` and so on, and ways a model says the same. */
interface Rewording {
  readonly sentence: RegExp;
  readonly ways: readonly string[];
}

const SLOT = String.raw`(\{\{fact:[^}]+\}\})`;

/** `_` stands for a slot. */
function rewording(sentence: string, ways: readonly string[]): Rewording {
  const pattern = sentence.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('_', SLOT);
  return { sentence: new RegExp(`^${pattern}$`), ways };
}

/**
 * Sentences as models write them when asked to reword a template: inverted, joined, with figures first or last. `~format`
 * after a slot writes it in another format.
 */
const REWORDINGS: readonly Rewording[] = [
  rewording('By _ the market shows _ from _ to _, and _ are on offer.', [
    'The market counts $2 from $3 to $4, and $5 are on offer as of $1.',
    'As of $1, $5 are on offer; behind them stand $2 from $3 to $4.',
    'We looked at $2 between $3 and $4. On $1, $5 were on offer.',
    'Up to $1 there have been $2, the series running from $3 to $4. Currently $5 are for sale.',
    '$2 have been recorded since $3, and $5 are listed on $1.',
  ]),
  rewording('With the mix of cars taken out, _ prices _ in _ and _ in _.', [
    'Over the last $3, $1 prices $2; over $5 they $4.',
    '$1 prices $2 over $3 and $4 over the past $5, once the mix of cars is held constant.',
    'Adjusted for mix, the $1 index $2 in $3, and $4 in the last $5.',
    'Holding the mix of cars fixed, $1 values $2 over the past $3. In the last $5 they $4.',
    'Like for like, $1 prices $2 in $3 and $4 in $5.',
  ]),
  rewording('_ had enough sales to be judged; _.', [
    'Of the trims followed, $1 had enough sales to be judged, and $2.',
    '$1 could be judged, and $2.',
    'There were enough sales to judge $1; $2.',
  ]),
  rewording('Forecasts reach _; the method beat the assumption that prices stay where they are for _.', [
    'Forecasts cover $1, and for $2 of them the method beat a forecast of standing prices.',
    'There are forecasts for $1; the method beat the naive one in $2.',
    'Of the $1 with a forecast, the method beat the naive assumption for $2.',
  ]),
  rewording('_: _ now and _ expected by _, with a _ interval from _ to _.', [
    'The $1 is worth $2 now and is expected at $3 by $4, with a $5 interval from $6 to $7.',
    '$1: from $2 today to an expected $3 by $4; the $5 interval runs from $6 to $7.',
    'For the $1 the forecast is $3 by $4, against $2 now, and the $5 interval spans $6 to $7.',
    'At $2 now, the $1 is forecast to reach $3 by $4. Its $5 interval lies between $6 and $7.',
    'By $4 the $1 is expected to stand at $3, up to now it is at $2. The $5 interval: $6 to $7.',
  ]),
  rewording('_ stand out by price.', [
    '$1 stand out by their price.',
    'By price, $1 stand out.',
    'The scan picked out $1.',
  ]),
  rewording('_ is offered at _, _ the expected price of _.', [
    'At $2, $1 is offered $3 the expected price of $4.',
    '$1 asks $2, which is $3 its expected price of $4.',
    'The seller of $1 wants $2; the model expected $4, which puts it $3 expectation.',
    'For $1 the model estimates $4, while it is listed at $2, $3 that estimate.',
  ]),
  rewording('_ sold at _, _ the expected price of _.', [
    '$1 went for $2, $3 the expected price of $4.',
    'At $2, $1 sold $3 the expected price of $4.',
    '$1 fetched $2 against an expected $4, or $3 expectation.',
  ]),
  rewording('_ drew a bid of _, _ the expected price of _.', [
    'The bid on $1 is $2, $3 the expected price of $4.',
    '$1 has been bid to $2; that is $3 the expected $4.',
  ]),
  rewording('By _ the _ shows _.', [
    'Up to $1, $3 of the $2 are on record.',
    'As of $1 the $2 counts $3.',
    'The $2 has $3 on record by $1.',
  ]),
  rewording(
    'The typical car is worth _ now and is expected at _ by _ (a _ interval from _ to _), _ by _ (a _ interval from _ to _), _ by _ (a _ interval from _ to _), _ by _ (a _ interval from _ to _).',
    [
      'A typical car is worth $1 now. The forecast is $2 by $3, then $7 by $8, $12 by $13 and $17 by $18.',
      'Today the typical car stands at $1; it is expected at $2 by $3 and at $17 by $18, with a $19 interval from $20 to $21.',
      'From $1 today, the forecast path goes to $2 by $3, $7 by $8, $12 by $13 and $17 by $18.',
      'Expected prices are $2 by $3, $7 by $8, $12 by $13 and $17 by $18, against $1 now.',
    ],
  ),
  rewording('The typical car is worth _ now and is expected at _ by _ (a _ interval from _ to _).', [
    'Now worth $1, the typical car is expected at $2 by $3, with a $4 interval from $5 to $6.',
    'By $3 the typical car is forecast at $2, against $1 now; the $4 interval runs from $5 to $6.',
  ]),
  rewording('On _ the typical _ is of model year _ with _ and is worth _.', [
    'The typical $2, a car of model year $3 with $4, is worth $5 on $1.',
    'As of $1, a typical $2 of model year $3 with $4 is worth $5.',
    'A $2 of model year $3 with $4 is worth $5 as of $1.',
  ]),
  rewording('By _ the same car is expected at _, _ its value now.', [
    'The same car is expected at $2 by $1, $3 its value now.',
    'The forecast for $1 is $2, or $3 what it is worth now.',
    'By $1 it is forecast to be worth $2, which is $3 the value of now.',
    'It is expected to reach $2 by $1, $3 its present value.',
  ]),
  rewording('The forecast comes with a _ interval from _ to _ and a _ interval from _ to _.', [
    'The $1 interval runs from $2 to $3, and the $4 interval from $5 to $6.',
    'The narrower band is the $1 interval, $2 to $3; the wider one is the $4 interval, $5 to $6.',
    'Expect a $1 interval between $2 and $3 and a $4 interval between $5 and $6.',
  ]),
  rewording('It rests on _ of the segment.', [
    'The forecast is based on $1 of the segment.',
    'Behind it stand $1.',
    '$1 of the segment went into it.',
  ]),
  rewording('On _ a _ interval for such a car ran from _ to _.', [
    'A $2 interval for such a car ran from $3 to $4 on $1.',
    'For such a car the $2 interval went from $3 to $4 as of $1.',
    'On $1, comparable cars had a $2 interval of $3 to $4.',
  ]),
  rewording(
    'What the gap is made of: _ (_ expectation), _ (_ expectation).',
    [
      'Parts of the gap are $1 ($2 expectation) and $3 ($4 expectation).',
      'The gap has two parts: $1, $2 expectation, and $3, $4 expectation.',
    ].map((way) => way.replace('two parts', 'these parts')),
  ),
  rewording('It rests on _ and _.', [
    'The estimate uses $1 and $2.',
    'Behind it are $1 and $2.',
    'Compared were $1 and $2.',
  ]),
  rewording('That is _ of its list price.', [
    'This amounts to $1 of its list price.',
    'Of the list price, $1 remains.',
  ]),
  rewording('_: _, which puts it _ _; the _ interval runs from _ to _.', [
    '$1, by $2. That is $3 $4, and the $5 interval is $6 to $7.',
    '$1: the effect is $2 and puts the price $3 $4. The $5 interval goes from $6 to $7.',
  ]),
  rewording('_ by _, and leaves it _ _; the _ interval runs from _ to _.', [
    '$1. The effect is $2, so that the price is $3 $4, with a $5 interval from $6 to $7.',
    'The effect is $2: $1. It puts the price $3 $4; the $5 interval spans $6 to $7.',
  ]),
  rewording('The pattern rests on _ in _.', ['It is read from $1 in $2.', 'Behind the pattern are $1 in $2.']),
  rewording('For the _ _: _, _ _, and _, _ _.', [
    '$2 for the $1. $3, $4 $5, while $6, $7 $8.',
    'With the $1, $2: $6, $7 $8; $3, $4 $5.',
  ]),
  rewording('_ for the _: _, _ _, and _, _ _.', [
    'For the $2 $1. $3, $4 $5; $6, $7 $8.',
    '$1 for the $2: $6, $7 $8, while $3, $4 $5.',
  ]),
  rewording('_, with _ between them and _ of the moves shared.', [
    '$1; $2 lie between them, and $3 of the moves are shared.',
    '$1, $2 later, and $3 of the moves are common.',
  ]),
  rewording(
    '_, with _ of their moves shared.',
    ['$1; $2 of their moves are shared.', '$1, and $2 of the moves are common to the two.'].map((way) =>
      way.replace(' to the two', ''),
    ),
  ),
  rewording('Compared are _ of mix-adjusted indices, and the test counts _ that were looked at.', [
    'The comparison covers $1, and the test accounts for $2 looked at.',
    'Behind this are $1; $2 were tested.',
  ]),
  rewording('By _ the analysis read _ and left _ out, _ of them.', [
    'The analysis read $2 by $1 and left $3 out, or $4 of them.',
    'Up to $1, $2 were read; $3 were left out, $4 of them.',
    'Of $2 read by $1, $3 were left out ($4 of them).',
  ]),
  rewording('From _ to _, _ cost _ for _, or _ a text.', [
    '$3 cost $4 between $1 and $2 for $5, or $6 a text.',
    'Between $1 and $2 the bill came to $4 for $3, with $5, or $6 a text.',
  ]),
  rewording('_ of the texts came out of the cache, and the proof refused _.', [
    'The cache gave $1 of the texts, and $2 were refused by the proof.',
    'The proof refused $2; $1 of the texts came from the cache.',
  ]),
  rewording('_ for the _, looking _ ahead.', ['For the $2, looking $3 ahead, $1.', '$1 for the $2 over the next $3.']),
  rewording('It is worth _ now and is expected at _ by _, with a _ interval from _ to _.', [
    'It is at $1 now; the forecast is $2 by $3, with a $4 interval from $5 to $6.',
    'Currently worth $1, it is expected at $2 by $3. The $4 interval goes from $5 to $6.',
    'By $3 it is expected at $2, against $1 now, and the $4 interval is $5 to $6.',
  ]),
  rewording('_, _ ends _ _, and _ ends _ _.', [
    '$1, $2 ends $3 $4, while $5 ends $6 $7.',
    '$1: $5 ends $6 $7, and $2 ends $3 $4.',
  ]),
  rewording(
    '_ of cases _.',
    ['In sum, $1 of cases $2.', 'Some $1 of cases $2.'].map((way) => way.replace('Some $1', 'About $1')),
  ),
  rewording('The typical car is of model year _ with _.', [
    'Typical is a car of model year $1 with $2.',
    'Model year $1 and $2 are typical.',
  ]),
];

const OPENERS = ['Overall, ', 'In short, ', 'For now, ', 'Here, ', 'At present, '];

/** A template reworded as a language model would: most sentences said in another way, some joined or left out. */
export function paraphrase(template: string, random: Random): { readonly text: string; readonly reworded: number } {
  let reworded = 0;
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random.uniform() * items.length)]!;
  const text = template
    .split('\n\n')
    .map((paragraph) => {
      const sentences = paragraph.match(/(?:\{\{[^}]*\}\}|[^.{]|\.(?!\s|$))+\.?\s*/g) ?? [paragraph];
      return sentences
        .map((raw) => {
          const sentence = raw.trim();
          for (const { sentence: pattern, ways } of REWORDINGS) {
            const match = pattern.exec(sentence);
            if (match === null || random.uniform() < 0.15) continue;
            reworded += 1;
            const said = pick(ways).replace(/\$(\d+)/g, (_, position: string) => match[Number(position)] ?? '');
            return reformat(said, random);
          }
          return sentence;
        })
        .filter((sentence) => sentence !== '')
        .join(' ');
    })
    .join(random.uniform() < 0.5 ? '\n\n' : ' ');
  const opened =
    random.uniform() < 0.15 && /^The |^By /.test(text)
      ? `${pick(OPENERS)}${text.charAt(0).toLowerCase()}${text.slice(1)}`
      : text;
  return { text: capitalised(opened), reworded };
}

/** Prices to the unit in place of about, statements with a capital where a sentence starts with them. */
function reformat(text: string, random: Random): string {
  return text.replace(/\|(about|full)\}\}/g, (found, format: string) =>
    random.uniform() < 0.25 ? (format === 'about' ? '|full}}' : '|about}}') : found,
  );
}

function capitalised(text: string): string {
  return text
    .replace(
      /(^|[.!?]\s+|\n\n)(\{\{fact:[^|}]+)\|clause\}\}/g,
      (_, start: string, head: string) => `${start}${head}|sentence}}`,
    )
    .replace(
      /([a-z,:;]\s)(\{\{fact:[^|}]+)\|sentence\}\}/g,
      (_, start: string, head: string) => `${start}${head}|clause}}`,
    )
    .replace(/(^|[.!?]\s+|\n\n)([a-z])/g, (_, start: string, letter: string) => `${start}${letter.toUpperCase()}`);
}
