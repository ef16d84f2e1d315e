import type { StatedCondition } from './listing-trait.ts';
import { type TraitRule, traitRule } from './trait-rule.ts';

/** Paint, rust, changes and faults. */
export const BODY_RULES: readonly TraitRule[] = [
  traitRule('stock', 'modified', false, {
    words: `(?:bone|completely|all|totally|fully|entirely|100%|100 percent|factory|back to|returned to|remains|is|kept) stock(?! photos?)|unmodified|unmolested|un modified
      |(?:mods|modifications) (?:were |have been )?(?:removed|reversed)|stock (?:condition|throughout|and unmodified)`,
    canBeDenied: false,
  }),
  traitRule('changed', 'modified', true, {
    words: `modified|modifications?|mods?|after ?market (?!warranty|alarm)(?:[\\p{L}\\d]+ )?(?:\\p{L}+)|upgraded (?:turbos?|exhaust|suspension|ecu|intercoolers?|clutch)
      |stage \\d (?:engine|clutch|turbo|ecu|kit|upgrade)|(?:ecu|stage \\d|cobb|dyno|custom) (?:\\p{L}+ )?(?:tune|tuned|tuning|remap)|tuned (?:by|to|ecu)|remapped|chipped ecu|(?:ecu|ecm|dme|performance|eprom|tuner|engine management) (?:chip|tune|flash|reflash|remap)|\\p{L}+ tune(?=$|\\s*[&,]|\\s+(?:and|with|w/))|(?<!fine )tuning(?! fork)|(?<!(?:fm|am|radio|tv|stereo) )tuner(?! radio)|custom (?:[\\p{L}\\d]+ ){0,3}?(?:exhaust|intake|headers?|suspension|interior|wheels?|camshaft|cam|build|bodywork|bumpers?|turbos?)|converted (?:to|from|into)|(?:super|turbo)charger (?:kit|system)|turbo kit|upgrade kit|(?<!currency )conversion(?! (?:rate|table))|coil ?overs?|lowered(?! price)|customi[sz]ed|custom built|resto ?mod
      |(?:short|quick) shift(?:er)?(?! kit from factory)|roll (?:bar|cage)|big brake kit|wide ?body(?: conversion| kit)?|(?:turbo|engine|ls|v8|manual|gearbox) (?:swap|conversion)`,
  }),
  traitRule('first-paint', 'original-paint', true, {
    words: `original (?:factory )?paint(?! codes?| colou?rs?| to)(?:work)?|paint is original|factory paint(?! to)`,
  }),
  traitRule('painted-again', 'repainted', true, {
    words: `re ?paint(?:ed|s)?|re ?spray(?:ed|s)?|refinished(?! (?:wheels|seats|interior|in leather|components|hardware|brackets|trim|dash|wood|\\p{L}+ wheels)| in(?: \\p{L}+){1,4}? (?:w/|with )(?:\\p{L}+ )?(?:lips|centers|spokes|faces|barrels))|(?:bare metal|glass out) (?:respray|repaint|restoration)|(?<=(?:some|minor|prior|previous|recent|extensive|older|had|any|no|without|zero|panel|cosmetic|visible|evidence of) (?:\\p{L}+ )?)paint ?work|paint ?work (?:to|on|was|has|performed|done|carried|history|completed)|(?:color|colour) change|painted (?:in )?(?:19|20)\\d\\d`,
  }),
  traitRule('rust-free', 'rust', false, {
    words: `(?:rust|corrosion) free|free (?:of|from) (?:any )?(?:rust|corrosion)`,
    canBeDenied: false,
  }),
  traitRule('rusty', 'rust', true, {
    words: `rust(?! (?:brown|red|orange|colou?red|leather|interior|metallic|belt))(?:ed|y)?(?: (?:through|holes?|spots?|bubbles?))?|corrosion|corroded|rot(?:ted|ten)`,
  }),
  traitRule('in-order', 'fault', false, {
    words: `needs nothing|wants for nothing|everything (?:works|functions)|all (?:\\p{L}+ )?(?:works|functions|functional)(?: as (?:it should|they should|new|intended))?
      |(?:no|zero|without|free of) (?:known |mechanical |any |other |major )*(?:issues?|faults?|problems?|leaks?|smoke|warning lights?|error codes?|needs)|mechanically (?:sound|perfect)|turn key`,
    canBeDenied: false,
  }),
  traitRule('faulty', 'fault', true, {
    words: `(?:check engine|airbag|abs|warning|service engine) lights? (?:is |are |comes? )?(?:on|lit|illuminated)|in ?operative|in ?operable|not (?:working|functional|operational|functioning|running)
      |does(?:n['’]?t| not) (?:work|run|start|function|operate|crank)|do(?:n['’]?t| not) (?:work|function)|won['’]?t (?:start|run)|non (?:running|runner|working|functional|driving)
      |needs (?!to be (?:driven|seen)|nothing|no )(?:a |an |new |some |to be )*\\p{L}+|(?:oil|coolant|fluid|water|fuel) leaks?|leaks (?:oil|coolant|fluid)|leaking|slips|grinds|misfir(?:e|es|ing)|smokes|knocking|blown (?:engine|motor|head gasket)|overheats|seized
      |requires (?:repair|attention|work)|(?:frozen|stuck) (?:odometer|gauge|caliper|window)|faulty|broken(?! in)`,
  }),
];

const CONDITION_WORDINGS: readonly (readonly [StatedCondition, string])[] = [
  [
    'project',
    `project(?: car)?|barn find|parts car|(?:rough|poor|bad) (?:overall |cosmetic )?(?:condition|shape)|(?:in need of|needs) (?:a )?(?:full |complete )?restoration|(?:does not|doesn['’]?t|won['’]?t) (?:run|start)|non (?:running|runner)|(?:for|as) parts(?: or repair| only)?`,
  ],
  [
    'fair',
    `(?:fair|average|decent|driver) (?:overall |cosmetic )?(?:condition|shape)|driver quality|daily driver condition`,
  ],
  [
    'good',
    `(?:very )?(?:good|nice|solid)(?: (?:overall|original|cosmetic|mechanical|running|used))? (?:condition|shape)`,
  ],
  [
    'excellent',
    `(?:excellent|outstanding|superb|exceptional|great|beautiful|fantastic|wonderful)(?: (?:overall|original|cosmetic|mechanical|running))? (?:condition|shape)`,
  ],
  [
    'as-new',
    `(?:concours|showroom|mint|pristine|immaculate|flawless|as new|like new|perfect|museum|time capsule) (?:quality|condition|shape)|immaculate|pristine|flawless|like new(?! (?:tires?|tyres?|brakes?|clutch|battery|wheels|seats|leather|interior))|mint(?! (?:green|blue|interior|leather|metallic|over))|showroom new`,
  ],
];

/** How sellers call the state of a car. */
export const CONDITION_RULES: readonly TraitRule[] = CONDITION_WORDINGS.map(([condition, words]) =>
  traitRule(`condition-${condition}`, 'condition', condition, { words, canBeDenied: false }),
);
