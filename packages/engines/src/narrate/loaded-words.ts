import { words } from './words.ts';

const of = (reason: string, text: string): [string, string][] => words(text).map((word) => [word, reason]);

/**
 * Words that claim something without a figure, with what they claim. No fact proves them, so that they are refused
 * wherever they stand outside a slot.
 */
export const LOADED_WORDS: ReadonlyMap<string, string> = new Map([
  ...of(
    'denies something',
    `not no never none nobody nothing neither nor cannot without hardly barely scarcely seldom rarely fails failed
     lacks lacked lacking despite although though unless except contrary nowhere untrue false wrong`,
  ),
  ...of(
    'gives a cause',
    `because cause caused causes causing due owing thanks driven drives drove driving led leads leading
     resulted resulting consequently therefore hence thus reflects reflecting reflected explains explained
     attributable stems stemming prompted prompting fuelled fueled fuels spurred boosted boosts boost triggered
     triggers why amid reason reasons`,
  ),
  ...of(
    'gives advice',
    `buy buys buying sell sells selling recommend recommends recommended recommendation advise advises advised
     advisable avoid should must ought hold holding invest investing investment investors investor bargain bargains
     opportunity opportunities steal attractive worthwhile safe risky sensible tempting appealing ideal urgent
     hurry hurrying quickly immediately profit profits profitable lucrative winner loser`,
  ),
  ...of(
    'claims certainty',
    `certain certainly surely sure definitely undoubtedly guaranteed guarantee guarantees proven inevitable
     inevitably clearly obviously assured bound likely unlikely probably possibly perhaps doubtless reliably
     reliable trustworthy confident confidently clear chance told may might`,
  ),
  ...of(
    'judges a size',
    `strong weak robust solid healthy hot cool cold booming boom bust crash collapse collapsed bubble remarkable
     remarkably impressive impressively dramatic dramatically sharp sharply significant significantly substantial
     substantially considerable considerably modest modestly slight slightly steep steeply huge massive tiny
     enormous marginal marginally notable notably severe severely mild mildly strongly weakly markedly vastly
     hugely extraordinary exceptional exceptionally unusual unusually rare scarce abundant volatile calm brisk
     sluggish buoyant lively thriving struggling popular unpopular desirable sought coveted demand supply momentum
     sentiment rebound rally slump plateau peak peaked trough bottomed accelerated accelerating accelerates
     slowed slowing decelerated cheap pricey costly fair unfair good bad better worse great poor excellent`,
  ),
  ...of(
    'gives another unit',
    `euro euros pound pounds dollar dollars franc francs yen cents kilometre kilometres kilometer kilometers km mile
     miles points point bps basis times apiece annualised annualized per thousandfold kph mph hp horsepower litres
     buyers buyer bidders dealers collectors`,
  ),
  ...of(
    'speaks of all or of an amount that no fact gives',
    `all every everyone everything always entire entirely wholly completely totally many several few plenty lots
     numerous various some any much multiple handful bulk minority nearly almost virtually practically exactly
     precisely additional extra further again another other others`,
  ),
]);

/** Several words that claim together what none of them does alone. */
export const LOADED_PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:give|gives|gave|giving)\s(?:up|back|way|ground)\b/gi, 'states a direction by a figure of speech'],
  [
    /\b(?:claw|claws|clawed|clawing)\sback\b|\bput\son\b|\b(?:come|comes|came|coming)\soff\b/gi,
    'states a direction by a figure of speech',
  ],
  // Letters that read as digits.
  [/(?<!\p{L}['’])\b[lIO]+[lO]\b/gu, 'reads as an amount that no fact gives'],
  [/\b(?:scores|tens|oodles|droves|reams)\sof\b/gi, 'speaks of an amount that no fact gives'],
  [/\bas\s(?:with|did|do|does)\b|\b(?:just|much|rather)\slike\b/gi, 'likens one thing to another'],
  [/,\s(?:like|unlike)\b|\b(?:likewise|similarly)\b/gi, 'likens one thing to another'],
  [/\bor\srather\b|\bthe\s(?:reverse|opposite|contrary)\b/gi, 'denies something'],
  [/\bset\sto\b|\bkeep(?:s|ing)?\s(?:rising|falling|going)\b/gi, 'claims certainty'],
];

/**
 * Words before an amount that say what is counted together in it. An amount is of one basis, which its formula names.
 */
export const BASIS_BEFORE =
  /\b(?:an?|the)\s(average|mean|median|total|sum|minimum|maximum)\s(?:price\s|value\s|cost\s)?of\s$/i;

/** Words before an amount that make it a bound, which no fact is. */
export const BOUND_BEFORE =
  /(?:\b(?:more|less|fewer|greater|higher|lower|better|other)\sthan|\b(?:over|under|above|below|beyond|beneath|exceeding|topping|surpassing|nearly|almost|just|well|north of|south of|at least|at most|no more than|no less than|up to|as much as|as many as|as little as|close to|not|than|minus|plus|every|each|another|per|some|only|barely|hardly))\s(?:the\s|a\s|an\s)?$/i;

/** Words that look loaded and are not. `\u0000` stands for what a claim has taken. */
export const NEUTRAL_PHRASES: readonly RegExp[] = [
  // The sales that are known, and no highest one.
  /\b(?:the|our)\srecord\s(?:up\sto|until|from|counts|shows|holds|has)\b/gi,
  /\bmodel\syears?\b/gi,
  // An interval has a lower and an upper end.
  /\b(?:lower|upper|low|high|top|bottom|higher)\s(?:bound|end|edge|limit|side)s?\b/gi,
  /\b(?:price|market|index|value|asking|trim|mileage|confidence)\slevels?\b/gi,
  /\blevels?\s(?:of|in|are|is|stands?|stood)\b/gi,
  /\b(?:rather|other)\sthan\b/gi,
  /\b(?:in|after|above)\sall\b(?=[\s,.;:])/gi,
  /\bas\swell\sas\b/gi,
  /\bmore\s(?:precisely|generally|broadly)\b/gi,
  /\bone\b(?!\s(?:(?:in|out\sof)\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|a)|quarter|third|half|fifth|tenth|per)\b)/gi,
  /\bup\sto\b/gi,
  /\b(?:on|for\sthe)\srecord\b/gi,
  // What a method holds fixed is no market that held steady.
  /\b(?:holds?|holding|held|keeps?|keeping|kept)\s(?:(?!steady)\p{L}+\s){0,4}(?:constant|fixed|equal)\b/giu,
  /\bwith\s(?:(?!steady)\p{L}+\s){1,4}(?:constant|fixed|equal)\b/giu,
  /\ball\stold\b/gi,
  /\bat\sall\b/gi,
  /\bsupply\sof\sdata\b/gi,
  /\b(?:points?|adds?|comes?|sums?|works\sout)\sup\b/gi,
  /\bup\s(?:to\snow|until\snow|for|on)\b/gi,
  /\bbased\son\sall\b/gi,
  /\bbetter\s(?:known|put)\b/gi,
  /(?<=[a-z]\s)points\sto\b|\bto\sthe\spoint\b|\bat\sthis\spoint\b/gi,
  /\bin\sthe\smonths\s(?:from|between)\b/gi,
  /\bon\s(?:a|an|that|this)\s(?:[\p{L}-]+\s)?basis\b(?!\spoints?)/giu,
  /\bover\sthe\scourse\sof\b/gi,
  /\bthat\ssells?\soften\senough\b/gi,
  /\b(?:breaks?|splits?)\sdown\s(?:like|into|as)\b/gi,
  /\b(?:makes?|making|made)\sup\s(?=(?:the\s(?:gap|sum|total|difference)|this|that)\b)/gi,
  /\bin\sother\swords\b/gi,
  /\bcommon\sto\sboth\b/gi,
  /\breasons(?=[\s,]+(?:with|and)\s(?:their|the)\scounts\b)/gi,
  /\blike[\s-]for[\s-]like\b|\b(?:breaks?|splits?|looks?)\slike\sthis\b/gi,
  /\bbuyer\sfees?\b|\bbetween\sdealers\b/gi,
];
