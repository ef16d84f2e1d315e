/**
 * True rewordings written from the templates, not from the bank that the prover was tuned on:
 * words of a template, and what a writer might say in their place. `<id|format>` stands for a slot.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  ['By <market.as_of|day> the market shows', 'As things stand on <market.as_of|day>, the market shows'],
  [
    'By <market.as_of|day> the market shows <market.sales|noun>',
    'The record up to <market.as_of|day> counts <market.sales|noun>',
  ],
  ['and <market.active|noun> are on offer', 'while <market.active|noun> remain on offer'],
  ['and <market.active|noun> are on offer', 'with <market.active|noun> still waiting to be sold'],
  [
    'from <market.first_sale|month> to <market.last_sale|month>',
    'in the months from <market.first_sale|month> through <market.last_sale|month>',
  ],
  [
    'from <market.first_sale|month> to <market.last_sale|month>',
    'dating from <market.first_sale|month> to <market.last_sale|month>',
  ],
  [
    'With the mix of cars taken out, <make.name|text> prices',
    'Once the mix of cars is taken into account, <make.name|text> prices',
  ],
  ['With the mix of cars taken out, <make.name|text> prices', 'Comparing equal cars, <make.name|text> prices'],
  [
    'With the mix of cars taken out, <make.name|text> prices',
    'On a mix-adjusted basis, prices of <make.name|text> cars',
  ],
  [
    '<make.index_change.12m|change> in <make.index_change.12m.span|noun>',
    '<make.index_change.12m|change> over the course of <make.index_change.12m.span|noun>',
  ],
  [
    'Of the <movers.judged|noun> with enough sales, <movers.clear|noun>',
    'Among the <movers.judged|noun> that sell often enough to judge, <movers.clear|noun>',
  ],
  ['among them <movers.1.name|text>', 'including <movers.1.name|text>'],
  ['Forecasts reach <outlook.count|noun>; the method', 'There are forecasts for <outlook.count|noun>; the method'],
  ['Forecasts reach <outlook.count|noun>; the method', 'We publish forecasts for <outlook.count|noun>; our method'],
  [
    '<outlook.1.current_price|about> now and <outlook.1.predicted_price|about> expected by',
    'it stands at <outlook.1.current_price|about> today, and <outlook.1.predicted_price|about> is expected by',
  ],
  [
    'By <as_of|day> the <segment.name|text> shows <segment.sales|noun>',
    'The <segment.name|text> had <segment.sales|noun> to its name by <as_of|day>',
  ],
  [
    'By <as_of|day> the <segment.name|text> shows <segment.sales|noun>',
    'We know of <segment.sales|noun> of the <segment.name|text> as of <as_of|day>',
  ],
  [
    'The typical car is worth <forecast.current|about> now',
    'Today a typical example is worth <forecast.current|about>',
  ],
  [
    'The typical car is worth <forecast.current|about> now',
    'A typical car changes hands today at <forecast.current|about>',
  ],
  ['and is expected at <forecast.1m.price|about> by', 'and the model expects <forecast.1m.price|about> by'],
  ['and is expected at <forecast.1m.price|about> by', 'with <forecast.1m.price|about> forecast by'],
  [
    'With the mix of cars taken out, <index.name|text> prices',
    'Adjusting for which cars were sold, <index.name|text> prices',
  ],
  ['With the mix of cars taken out, <index.name|text> prices', 'Looking back, mix-adjusted <index.name|text> prices'],
  ['On <as_of|day> the typical <name|text> is of model year', 'A typical <name|text> on <as_of|day> is of model year'],
  ['and is worth <current_price|about>.', 'and has a value of <current_price|about>.'],
  ['and is worth <current_price|about>.', 'and is valued at <current_price|about>.'],
  ['By <target|day> the same car is expected at', 'The forecast for the same car on <target|day> is'],
  ['By <target|day> the same car is expected at', 'For <target|day> we expect the same car at'],
  [
    'The forecast comes with a <prediction.interval.50.level|whole> interval from',
    'Around that forecast lies a <prediction.interval.50.level|whole> interval from',
  ],
  ['It rests on <sales|noun> of the segment.', 'The estimate draws on <sales|noun> of the segment.'],
  ['It rests on <sales|noun> of the segment.', 'Underlying it are <sales|noun> of the segment.'],
  ['Given with the question: <conditions.1|text> at', 'The question assumed <conditions.1|text> at'],
  ['drew a bid of <anomaly.price|full>,', 'has a bid of <anomaly.price|full>,'],
  [
    'drew a bid of <anomaly.price|full>, <anomaly.deviation|comparison> the expected price',
    'was bid to <anomaly.price|full>, which is <anomaly.deviation|comparison> the expected price',
  ],
  [
    'On <detected|day> a <range.level|whole> interval for such a car ran from',
    'For a car like it, the <range.level|whole> interval on <detected|day> ran from',
  ],
  ['What the gap is made of:', 'The gap breaks down like this:'],
  ['What the gap is made of:', 'Two things make up the gap:'],
  [
    'the <range.level|whole> interval runs from <range.lower|full> to',
    'with <range.level|whole> confidence the value lies between <range.lower|full> and',
  ],
  ['the <range.level|whole> interval runs from', 'its <range.level|whole> interval extends from'],
  ['It rests on <cars.with|noun> and', 'We compared <cars.with|noun> and'],
  ['That is <retained|whole> of its list price.', 'In other words, <retained|whole> of its list price comes back.'],
  ['That is <retained|whole> of its list price.', 'It keeps <retained|whole> of its list price.'],
  ['The pattern rests on <sales|noun> in', 'We see this pattern in <sales|noun> over'],
  ['The pattern rests on <sales|noun> in', 'This is based on <sales|noun> from'],
  [', with <shared|whole> of their moves shared', '; <shared|whole> of their moves are common to both'],
  ['Compared are <months|noun> of mix-adjusted indices', 'We compared <months|noun> of mix-adjusted indices'],
  ['and the test counts <pairs|noun> that were looked at', 'and the test makes allowance for <pairs|noun> examined'],
  ['as <sales|noun> of the market tell', 'going by <sales|noun> of the market'],
  ['From there to <detected|day>', 'Between then and <detected|day>'],
  ['looking <horizon|noun> ahead', 'with a horizon of <horizon|noun>'],
  [
    'It is worth <current_price|about> now and is expected at <predicted_price|about> by',
    'Its value now is <current_price|about>, and the forecast is <predicted_price|about> by',
  ],
  ['It is worth <current_price|about> now', 'Today it is valued at <current_price|about>'],
  ['<loss.share|whole> of cases <loss|clause>', 'In the simulation, <loss.share|whole> of cases <loss|clause>'],
  [
    'By <as_of|day> the analysis read <rows|noun> and left <left_out|noun> out',
    'The analysis read <rows|noun> by <as_of|day>, of which <left_out|noun> were left out',
  ],
  ['By <as_of|day> the analysis read <rows|noun>', 'As of <as_of|day> we had read <rows|noun>'],
  ['Counted by what was found:', 'Here is what was found:'],
  ['Counted by what was found:', 'The reasons, with their counts:'],
  [
    'From <from|day> to <to|day>, <calls|noun> cost <cost|cents>',
    'In the period from <from|day> to <to|day>, <calls|noun> cost <cost|cents>',
  ],
  ['<calls|noun> cost <cost|cents> for <texts|noun>', 'we paid <cost|cents> for <calls|noun> and <texts|noun>'],
  [', or <cost.each|cents> a text', ', which works out at <cost.each|cents> a text'],
  ['<cached|percent> of the texts came out of the cache', 'The cache supplied <cached|percent> of the texts'],
  ['and the proof refused <refused|noun>', 'while <refused|noun> did not pass the proof'],
];

const withSlots = (text: string): string => text.replace(/<([^<>|]+)\|([^<>|]+)>/g, '{{fact:$1|$2}}');

export const FRESH_REWORDINGS: readonly { readonly from: string; readonly to: string }[] = PAIRS.map(([from, to]) => ({
  from: withSlots(from),
  to: withSlots(to),
}));
