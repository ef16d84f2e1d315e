const words = (source: string): RegExp => new RegExp(`\\b(?:${source})\\b`);

export const DEFINITION = words(
  'mean by|define|definition(?: of)?|explain(?: to me)?(?: what| how| the term)?|what does .{2,40} mean|how do you (?:define|calculate|compute|measure|work out)|what do you mean|what is meant|meaning of|(?:is|are) .{2,40} (?:worked out|calculated|computed|defined)',
);
export const TERM = words(
  'percentile|quartile|standard deviation|inter ?-?quartile range|mix[ -]adjusted|median|interval|anomal(?:y|ies)|index|hedonic|prediction interval|confidence|backtest|skill|coverage|comparable|outlier|severity|retained value|naive',
);
export const WHAT_IS_TERM =
  /\bwhat (?:is|are) (?:a |an |the )?(?:[\d%]+ )*(?:percent )?(?:percentiles?|quartiles?|standard deviation|inter ?-?quartile range|mix[ -]adjusted|median price|interval|prediction interval|anomaly|anomalies|price index|index|hedonic(?: prices?| index| model| regression)?|retained value|comparable sale|skill|severity|season|correlation|forecast|valuation)(?= (?:,|in|here|for you|exactly)|\s*$| ,)/;
export const ACCURACY = words(
  'how (?:confident|sure|certain) are you|accura(?:te|cy)|inaccurate|track record|reliab(?:le|ility)|trust(?:worthy)?|how good (?:are|is|were)|how (?:often|well) (?:did|do|have|has|is|are|were|was)|how far off|hit rate|calibrat(?:ed|ion)|past (?:calls|predictions|forecasts)|how wrong|how right|error of your|forecast errors?|prediction errors?|your errors?|how precise|how good (?:have|has)|hold up|held up|live up',
);
export const OWN_FORECAST = words('predictions?|forecasts?|intervals?|you|your|estimates?|valuations?|model');
export const WATCH = words(
  'watch|alert me|notify me|let me know|keep an eye on|tell me when|tell me if|ping me|follow the|remind me|send me an? (?:alert|note)|keep me (?:posted|informed)|subscribe',
);
export const WHAT_IF = words(
  'what (?:happens|would happen|if)|suppose|supposing|assum(?:e|ing)|imagine|scenario|rate (?:cuts?|hikes?|rises?|increases?)|twice as many|(?:if )?supply .{0,20}(?:falls?|rises?|drops?|grows?|doubles?|halves|shrinks?)|if (?:the )?(?:interest )?rates?|if (?:the )?(?:supply|offers|number of offers|listings|stock)|in case (?:rates|supply)',
);
export const SHOCK = words(
  'hikes?|hiked|cuts?|twice as many|rates?|interest|supply|offers|stock|listings|inventory|fed|(?:doubl|tripl|halv)(?:e|es|ed|ing)|(?:more|fewer|less) .{0,40}(?:on the market|for sale|on offer)',
);
export const CORRELATION = words(
  'correlat(?:e|es|ed|ion|ions)|move(?:s)? (?:with|together|in step|in line|alongside)|in step|in tandem|lead(?:s|ing)?|lag(?:s|ging)?|driv(?:e|es|ers?)|linked|link between|related|relationship between|co-?move|follow(?:s|ed|ing)? (?:the|that|those|it)|does .{0,40} follow|track(?:s)? (?:the|each)|closely .{0,40} track|depend(?:s)? on|(?:rise|fall|move) .{0,20}together|go hand in hand|(?:when|if|as|once) .{0,40} (?:goes|go|rises?|falls?|drops?|moves?) .{0,40}\\b(?:do|does|will) .{0,40} (?:too|also|as well|likewise|follow)',
);
export const SEASON = words(
  'matter when|season(?:s|al|ality)?|best (?:month|time|moment)|worst (?:month|time)|(?:good|bad|right|wrong|better|ideal) (?:month|time|moment|season) (?:of (?:the )?year )?(?:to|for)|time of (?:the )?year|which month (?:is|should)|what month|in (?:summer|winter|spring|autumn|fall)|cheapest month|dearest month|when (?:is|are|should|do|does).{0,40}(?:buy|sell|cheap|cheapest|expensive)|(?:summer|winter|spring) (?:prices|premium)|(?:is|are|was|were|do|does|get|gets|be) .{0,30}(?:cheaper|dearer|cheap|expensive|pricier|better|best|smart|wise) .{0,40}in (?:january|february|march|april|may|june|july|august|september|october|november|december)(?! (?:19|20)\\d\\d)',
);
export const OPTIONS_ASKED = words(
  '(?:which|what) (?:options?|extras?|boxes)|(?:most|least) (?:valuable|expensive|wanted|desirable|worthwhile|important) (?:options?|extras?)|(?:options?|extras?) (?:are|is|that) (?:worth|hold|add)|options? (?:to|should|would|for|are worth|list|list)|(?<!low |high |well |full |base )spec(?:ify|ced|s)?|makes? (?:the )?(?:most|more|best) sense|(?:should|would) i (?:tick|order|spec|configure|add)|tick|configure|best options|options? (?:on|in) .{0,40}(?:should|pick|choose|take|get)|(?:should|would) i (?:pick|choose|take|get)|(?:pick|choose) .{0,20}(?:options?|extras)|spend .{0,40}(?:options|extras)|how (?:should|would) (?:i|you) spec',
);
export const OPTION_WORTH = words(
  'how much (?:more|extra|less) (?:do|does|would|will|is|are|can|could) .{0,60} with|do(?:es)? for|affects?|impacts?|influences?|effects?|raises?|increases?|boosts?|hurts?|lowers?|reduces?|dents?|worth|value|add|adds|added|premium|resale|help|helps|pay(?:s)? (?:off|extra|more|back)|matter|matters|difference|bring back|get back|retain|retains|extra for|more for|more with',
);
export const COMPARABLES = words(
  'resembles?|like[ -]for[ -]like|similar to|cars similar|alike|comps?|comparables?|comparable sales|similar (?:sales|cars|ones|examples)|most like|sales like|cars like|like mine|closest (?:sales|matches)|nearest sales|most similar',
);
export const VALUE = words(
  'worth|value|valued|valuation|valuate|appraise|appraisal|fair price|should i (?:pay|ask|offer|list|charge)|price (?:my|this|a|it)|pay for|ask for|good price|how much (?:is|for|would|could)|estimate|what (?:could|can|would) i get|would .{0,30} (?:bring|fetch)|what is my',
);
export const ANOMALY = words(
  'wrong with (?:the |your |this |any |my )?(?:[a-z0-9.-]+ ){0,3}(?:data|listings?|offers?)|findings?|best value|flags?|flagged|bad data|data issues?|anomal(?:y|ies|ous)|suspiciously|questionable|(?:wrong|incorrect|faulty|mistaken) (?:data|values?|entries|numbers|figures|details)|under ?valued|under ?priced|over ?valued|over ?priced|bargains?|steals?|(?:good|great|best) (?:deals?|buys?)|deals|priced? too (?:high|low|much|little)|too (?:expensive|cheap|dear)|mis ?priced|suspicious|suspect(?:ed)?|data (?:errors?|faults?|problems?|quality)|stand(?:s)? out|odd(?:ities)?|unusual|weird|fishy|rip ?offs?|outliers?|typos?|wrong price|scams?|scammers?|frauds?|fraudulent|stale (?:listings?|offers?|ads?)|duplicates?|relisted|re-?listed|listed (?:again|twice)',
);
export const PATH = words(
  '1 ?,? 3 ?,? 6 ?,?(?: and)? (?:12|1 year)(?: months?)?|forecast path|(?:forecast|forecasted|predicted|prediction|price) (?:curve|line|chart|graph|course)|path (?:over|of|for|ahead)|price path|month by month ahead|trajectory|path .{0,40}(?:coming|next|year)|how will .{0,40} develop|all horizons|every horizon',
);
export const FUTURE = words(
  "price target|target price|will|shall|going to|gonna|forecasts?|predict(?:s|ed|ion|ions)?|project(?:ed|ion|ions)|expect(?:s|ed|ation)?|outlook|future|ahead|from now|'ll|headed|heading|where do you see|by next|come (?:spring|summer|fall|autumn|winter)",
);
export const TREND = words(
  '(?:lost|loses?|losing|gain(?:ed|s|ing)?|kept|keep(?:s|ing)?|held|hold) (?:any |much |a lot of |some |more |their |its |in )?(?:value|money|worth)|head(?:ed|ing)|trends?|trending|moved|moving|risen|rise|rising|rose|fallen|fall|falling|fell|drop(?:ped|ping)?|gone (?:up|down)|going (?:up|down)|climb(?:ed|ing)?|declin(?:e|ed|ing)|index|develop(?:ed|ment|ing)?|appreciat(?:e|ed|ing|ion)|depreciat(?:e|ed|ing|ion)|cool(?:ed|ing)|heat(?:ed|ing)|changed? (?:over|since|in)|how (?:have|has) .{0,40}(?:prices?|values?|market|done|performed|changed)|performance|performed|softening|up or down|soften(?:ed)?|holding|stable|price history|history|what (?:has |have )?happened (?:to|with)|over time|over the years|(?:got|gotten|become|became|getting) (?:any |much )?(?:cheaper|dearer|pricier|more expensive|less expensive)|how is the market|state of the market|market (?:doing|summary|overview|update)|(?:summary|overview) of the market',
);
export const SHARE = words(
  'how (?:common|popular|rare|frequent|usual) (?:is|are|was|were)|share|percent(?:age)?|fraction|proportion|what part|which part|how large a part|quota|portion|ratio of|how many (?:out of|in) (?:10|100|1000)|(?:out of|in) every (?:10|100)',
);
/** Which of its kind has most, least, or the highest figure; and a figure told for each of a kind. */
export const RANK = words(
  [
    'bottom (?:\\d+ )?(?:models?|generations?|trims?|colou?rs?|states?|regions?|months?|years?)',
    'rank .{0,40}(?:models|generations|trims|variants|colou?rs|states|regions|months|years|makes|bodies)',
    '(?:which|what) (?:[a-z0-9.-]+ ){0,4}(?:models?|generations?|gens?|trims?|variants?|colou?rs?|states?|regions?|months?|years?|makes?|brands?|bod(?:y|ies)|body styles?|gearbox(?:es)?) (?:[a-z0-9.-]+ ){1,7}(?:most|fewest|least|highest|lowest|best|biggest|smallest|cheapest|dearest)',
    '(?:dearest|cheapest|priciest|most expensive|least expensive|busiest|strongest|weakest|biggest|slowest|rarest|scarcest|commonest) (?:model|generation|trim|variant|colou?r|state|region|month|year|make|brand|body)',
    '(?:which|what) (?:[a-z0-9-]+ ){0,5}(?:sold|sells?|sell|pays?|paid|shows?|dominates?|sees?|leads?|has|have|had|is|are|was|were|brought|brings?|commands?|fetch(?:ed|es)?|saw|got|did|makes? up|made up|accounts? for|counts?|holds?|tops?|comes?|represents?|appears?)',
    'most (?:common|popular|frequent|often|sold)',
    'best[ -]sell(?:er|ing)',
    '(?:in )?(?:which|what) (?:month|year|state) (?:did|do|does|are|were|is|was)',
    'least (?:common|popular|sold|frequent|expensive)',
    'most expensive',
    'top (?:\\d+ )?(?:[a-z0-9.-]+ ){0,3}(?:models?|gen(?:eration)?s?|trims?|colou?rs?|states?|regions?|months?|years?|bod(?:y|ies)|makes?|brands?)',
    '(?:models|generations|gens|trims|variants|colou?rs|states|regions|months|years|makes|brands|bodies|body styles|state|month|year|model|trim|generation|colou?r) (?:with|having|that has|that have|where) .{0,25}(?:most|fewest|least|highest|lowest|best|biggest|smallest|cheapest|dearest)',
    '(?:by|per|each|every|for each|for every|across) (?:state|region|colou?r|generation|trim|model|model year|body|body style|month|year|gearbox|seller type|make|brand)s?',
    '(?:does|do|did|is|are) (?:the )?(?:colou?r|state|region|body|body style|gearbox|transmission|seller|generation|trim)s? (?:really )?(?:affect|influence|matter|impact|change|make)',
    '(?:depend|depends|vary|varies|differ|differs) (?:much )?(?:on|by|with|across|between) (?:the )?(?:colou?r|state|region|body|gearbox|transmission|seller|generation|trim)s?',
    'break ?down',
    'distribution',
    'split up',
  ].join('|'),
);
export const DIMENSION = words(
  'sellers?|transmissions?|models?|generations?|gens?|trims?|variants?|colou?rs?|states?|regions?|months?|years?|makes?|brands?|bod(?:y|ies)|body styles?|model years?|gearbox(?:es)?',
);
export const LIST = words(
  '(?:biggest|largest|record) (?:sales?|deals?|results?)|(?:what|which) (?:was |were |has been |have been |got )?sold|(?:where|how) can i (?:find|buy|get)|(?:i am|im|i m) (?:looking|searching|hunting) for|looking for|i want|i would like|i need|(?:is|are) there|do you have|have you got|got any|show(?: me)?|list|give me|find(?: me)?|display|see|which (?:\\d+ )?(?:cars?|ones|listings?|offers?|sales?|examples?)|cheapest|dearest|most expensive|priciest|least expensive|lowest[ -]mile(?:s|age)?|highest[ -]mile(?:s|age)?|fewest miles|newest|latest|most recent|oldest|recent sales|last \\d+ (?:sales|[a-z0-9 ]+ sales)|top \\d+|lowest priced|highest priced|what were the last|any|most recently|sold for the (?:most|least)|went for the (?:most|least)',
);
export const LIST_ORDER = words(
  '(?:biggest|largest|record) (?:sales?|deals?|results?)|(?:what|which) (?:was |were |has been |have been |got )?sold|(?:where|how) can i (?:find|buy|get)|(?:i am|im|i m) (?:looking|searching|hunting) for|looking for|i want|i would like to buy|i need|cheapest|dearest|most expensive|priciest|least expensive|lowest|highest|fewest|newest|latest|recent|recently|oldest|last|top|list|show|sold for the most|most money|for the most',
);
export const COMPARE = words(
  'ratio of|next to|beside|stack up|compare|compared?|comparison|versus|vs|against|dearer|cheaper|pricier|more expensive|less expensive|higher|lower|more than|less than|than|difference|differ|gap|side by side|both|spread between|between .{1,60} and|which|better',
);
/** Orders of a list that are no comparison though `or` and `more` stand in the text. */
export const LIST_ALONE = /\b(?:show|list|top \d+|last \d+(?! (?:months?|years?|weeks?|days?)))\b/;
export const COUNT = words(
  'tally|units sold|sold units|units of|how many|number of|count(?: of)?|how much (?:stock|supply|inventory)|amount of|quantity|total (?:sales|number)|sales (?:count|number|volume)|volume|how often (?:did|was|were).{0,40}(?:sell|sold)',
);
export const MILES = words('driven|mileages?|odometers?|miles|mileage');
export const PRICE = words(
  'ballpark|how (?:low|high) (?:have|has|did|do|does|can|could|will)|(?:cheapest|dearest|priciest|most expensive|least expensive) .{0,60}ever|price[sd]?|pricing|costs?|cost|shell out|set (?:me|you|one|us) back|fork out|part with|lay out|pony up|asking price|sell(?:s|ing)? for|sold for|go(?:es|ing)? for|went for|going rate|rate|bring(?:s)?|brought|fetch(?:es|ed)?|paid|pay|median|average|avg|mean|typical(?:ly)?|how much|asking|ask|asked|asks|cheap|expensive|dear|money|get for|got for|(?:get|got|bought|buy|picked up) .{1,40} for|make[s]? at auction|hammer|change hands (?:for|at)|worth|value[sd]?|run(?:s)? (?:at|for)|trade[sd]? (?:at|for)',
);

/** Questions for a call, which nobody gives without the consent of the reader. */
export const ADVICE = words(
  '(?:should|shall|would you|do you think) (?:i|we|one)?.{0,20}\\b(?:buy|sell|keep|hold|wait|invest)|(?:buy|sell|hold) (?:or|now)|worth (?:buying|keeping|holding|selling)|good investment|invest(?:ment|ing)?|do you recommend|recommend(?:ation)?|advice|advise',
);

/** What rules look for. Whatever stands in a gap of theirs, as in `would .{0,30} bring`, they do not read. */
export const INTENT_PATTERNS: readonly RegExp[] = [
  ADVICE,
  DEFINITION,
  TERM,
  ACCURACY,
  OWN_FORECAST,
  WATCH,
  WHAT_IF,
  SHOCK,
  CORRELATION,
  SEASON,
  OPTIONS_ASKED,
  OPTION_WORTH,
  COMPARABLES,
  VALUE,
  ANOMALY,
  PATH,
  FUTURE,
  TREND,
  SHARE,
  RANK,
  DIMENSION,
  LIST,
  LIST_ORDER,
  COMPARE,
  COUNT,
  MILES,
  PRICE,
];
