import { normalWord } from './normal-word.ts';

/** Wordings apart by `|`, each as its words in their normal form. */
function readWordings(table: string): readonly (readonly string[])[] {
  return table.split('|').map((wording) =>
    wording
      .trim()
      .split(/\s+/)
      .map((word) => normalWord(word)),
  );
}

/** Deny all that follows in the clause; longer wordings first. */
export const CLAUSE_NEGATORS = readWordings(`
  did not come with | was not ordered with | does not come with | only thing missing is | does not have | do not
  have | not equipped with | not optioned with | not fitted with | no longer has | no longer have | not come
  with | does not include | not specced with | not spec with | not available with | doesnt come with | didnt
  come with | never came with | in lieu of | in place of | wish it had | wish it was | wish it were | pre wired
  for | without the | without any | not have | not having | not include | doesnt include | doesnt have | dont have
  | didnt have | never had | instead of | rather than | converted from | upgraded from | switched from | swapped
  from | removed from | skipped the | passed on the | passed on | opted out of | except for | everything except |
  everything but | all but | besides | other than | apart from | aside from | free of | devoid of | void of | prepped for | prewired for | wired for | ready for |
  provision for | provisions for | aint got | hasnt got | havent got | have no | has no | had no | got no | without
  | sans | lack | lacks | lacking | missing | minus | omitted | except | hasnt | nor | excludes | excluding |
  would have liked | would have loved | would have preferred | would love | would pay extra for | would pay for | would pay more for | would add | id add | id change is add | id pay | id swap in | would rather have | would like | would prefer |
  id love | id like | id prefer | wish i had | wish for | wishing for | wished for | wished it had | if it had | if
  only it had | begging for | begs for | shopping for | in search of | searching for | seeking | hunting for | on
  the hunt for | im looking for | i am looking for | we are looking for | were looking for | still looking for |
  want to buy | would trade for | will trade for | unlike | looks like | look like | looking like | similar to |
  resembles | resembling | in the style of | bis auf | optioned like | spec like | specced like | drives like |
  feels like | sounds like | sounds like it has | better than | beats the | beats | inspired by | modeled on | modeled after | ohne | kein | keine | keinen |
  keinem | senza | sprovvisto di | non ha | pas de
`);

/** Deny only what follows at once, and what `or` joins to it. */
export const NEXT_NEGATORS = readWordings(`
  not | no | non | never | neither | zero | nope | nicht | fake | faux | replica | imitation | simulated | mock |
  former | previously | formerly | used to have | once had
`);

/** Begin like a negator and say nothing against what follows. */
export const HARMLESS_WORDINGS = readWordings(`
  not only | not just | no issue | no problem | no fault | no leak | no need | no doubt | no expense | no
  accident | no rust | no damage | no shortage | not to mention | no warning | no code | no error | no crack |
  no less | no reserve | no stories | no story | no mod | no excuses | no question | without issue | without
  fault | without question | without a doubt | without reserve | nothing missing | not missing | never failed |
  never an issue | never any issue | never a problem | no complaint | no rattle | no squeak | no tear | no rip |
  no wear | no scratch | no play | no noise | no winter | no smoking | no track | no pet | not cheap | no light |
  no paintwork | no bad | no sign | never tracked | never seen | never smoked | never been | not sure | not seen |
  no idea | not working | no slip | without problem | without fail
`);

/** Before these an exception is what the car has after all: "no options except heated seats". */
export const NOTHING_ELSE = new Set(['no', 'zero', 'none', 'nothing', 'without', 'not', 'any', 'never', '0', 'few']);

/** Negators that name an exception. */
export const EXCEPTIONS = new Set([
  'except',
  'except for',
  'excluding',
  'minus',
  'besides',
  'other than',
  'apart from',
  'aside from',
]);

/** Behind a thing, say that the car does not have it. */
export const DENIALS = readWordings(`
  delete | deleted | deletion | omitted | removed | not included | not fitted | not equipped | not present | not
  optioned | not available | not ordered | not installed | not original | not offered | not selected | not
  chosen | not specced | not part | not on this | not here | not factory | na | missing | absent | gone | converted
  to | swapped to | swapped for | swapped out | swapped with | changed to steel | traded for | sold separately |
  sold separate | selling separately | changed for | changed out for | exchanged for | replaced with | replaced by |
  unavailable | declined | not a | wanted | look | style | lookalike | replica | rep | clone | knockoff | knock off |
  inspired | block off | delete kit | conversion to | ditched | available separately | available for | available at
  | available if | available extra | available as | can be added | can be fitted | can be retrofitted | can be had |
  can be bought | could be added | for sale separately | for extra | for an extra | would be nice | would have been
  | would be | would look | never fitted | never ordered | never installed | never optioned | was never | nicht
  vorhanden | entfallt | entfernt | fehlt | nicht verbaut | delete option | badge | logo | sticker | decal | poster |
  brochure | key chain | keychain | to steel | to iron | steel conversion | iron conversion | eliminated | stripped out | stripped | binned | taken off |
  taken out | not retained | stolen | no more | oil | headphone | prepped | provision | wish list | wishlist | not yet
  | pulled | not supplied | reproduction | reproductions | repro | not genuine | not real | would cost | would add | would make | would fit | not for sale | not for this | stay with | staying with
`);

/** In a bracket behind a thing, say the same. */
export const BRACKETED_DENIALS = readWordings(`
  aftermarket | not factory | none | no | gone | sold
`);

/** Behind the last of several things that `and` joins, deny them all. */
export const SHARED_DENIALS = new Set([
  'deleted',
  'removed',
  'omitted',
  'missing',
  'gone',
  'not',
  'sold',
  'swapped',
  'replaced',
  'declined',
  'absent',
  'unavailable',
]);

/** Deny the thing behind them where the text says what came in its place: "swapped the PCCB for steel". */
export const EXCHANGE_VERBS = new Set(
  'replaced replace replacing exchanged exchanging changed swapped swapping switched traded trading converted'.split(
    ' ',
  ),
);
/** Deny the thing behind them whatever follows: "ditched the PCCB". */
export const REMOVAL_VERBS = new Set('ditched ditching binned pulled removed sold deleted scrapped'.split(' '));
/** Tell what came in the place of a thing. */
export const EXCHANGE_WORDS = new Set(['for', 'with', 'to', 'by']);

/** What an answer says after a thing with a colon, a question mark or nothing: "Sunroof: no". */
export const NEGATIVE_ANSWERS = new Set(
  'no none na nope nein nah not negative nicht false n nil keine kein never'.split(' '),
);
/** May stand before such an answer. */
export const ANSWER_ADVERBS = new Set(
  'thankfully sadly unfortunately alas luckily sorry leider nah fortunately'.split(' '),
);

/** At the start of a text: what follows is what somebody looks for. */
export const WANTED_OPENINGS = readWordings(`
  wtb | wtt | wtt wts | iso | wanted | want to buy | want to trade | in search of | looking for | looking to buy |
  seeking | searching for | suche | cerco | cherche
`);

/** Behind "replaced with" these say that the thing was made new and not taken away. */
export const NEW_PARTS = new Set(
  'new brand oem fresh same updated genuine factory original porsche dealer indy me specialist shop po mechanic under revised better upgraded'.split(
    ' ',
  ),
);

/** Every word of the wordings above, none of which is a misspelt option. */
export const NEGATION_WORDS: ReadonlySet<string> = new Set([
  ...[CLAUSE_NEGATORS, NEXT_NEGATORS, HARMLESS_WORDINGS, DENIALS, BRACKETED_DENIALS, WANTED_OPENINGS].flat(2),
  ...NOTHING_ELSE,
  ...SHARED_DENIALS,
  ...EXCHANGE_VERBS,
  ...REMOVAL_VERBS,
  ...NEGATIVE_ANSWERS,
  ...ANSWER_ADVERBS,
]);
