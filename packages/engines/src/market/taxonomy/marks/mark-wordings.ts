import type { VehicleMark } from '../../vehicle-mark.ts';

/** What a wording says, and whether it says all of it: where it does not, its words stay evidence. */
export interface MarkWording {
  readonly mark: VehicleMark;
  readonly words: readonly string[];
  /** True where the words tell more than the mark, such as the name of a tuner. */
  readonly keepsWords: boolean;
}

/** Wordings that say no more than their mark. */
const WORDINGS: readonly (readonly [mark: VehicleMark, ...wordings: string[]])[] = [
  ['one-owner', 'one-owner', 'one owner', 'single-owner', 'original-owner', 'original owner', '1-owner'],
  ['one-owner', 'one-family-owned', 'single-family-owned', 'single-family'],
  ['no-reserve', 'no reserve', 'no-reserve'],
  ['charity', 'for charity'],
  ['european-market', 'euro', 'euro-spec', 'european-market', 'euro-market', 'gray-market', 'grey-market'],
  ['european-market', 'row', 'rest-of-world', 'uk-market', 'german-market'],
  ['japanese-market', 'jdm', 'japanese-market'],
  ['right-hand-drive', 'rhd', 'right-hand-drive', 'right hand drive'],
  ['special-colour', 'paint to sample', 'paint-to-sample', 'pts', 'farbe nach wahl', 'special wishes'],
  ['individual-order', 'individual', 'exclusive manufaktur', 'exclusive', 'special-order', 'sonderwunsch'],
  ['weissach', 'weissach package', 'weissach'],
  ['touring', 'touring package', 'touring'],
  ['lightweight', 'lightweight'],
  ['club-sport', 'club sport', 'clubsport', 'club-sport'],
  ['sport-package', 'm sport edition', 'm sport package', 'm sport', 'm-sport', 'sport package', 'sport line'],
  ['sport-package', 'm-technic ii', 'm-technic', 'm technic ii', 'm technic', 'sport'],
  ['competition-package', 'competition package', 'special content package'],
  ['power-kit', 'x50', 'x51', 'powerkit', 'power kit'],
  ['wide-body', 'wide body', 'widebody', 'wide-body', 'turbo-look', 'turbo look', 'm491'],
  ['slant-nose', 'slant nose', 'slant-nose', 'slantnose', 'flachbau', 'm505'],
  ['sunroof', 'sunroof'],
  ['hardtop', 'w/hardtop'],
  ['modified', 'modified', 'custom', 'customized', 'restomod', 'hot rod', 'hot-rod', 'outlaw', 'street rod'],
  ['backdated', 'backdated', 'backdate', 'backdate-style', 'reimagined'],
  ['tribute', 'tribute', 'replica', 'clone', 'recreation', 're-creation', 'evocation', 'homage', 'lookalike'],
  ['engine-swap', 'engine swap', 'engine conversion', 'engine-swapped', 'v8 swap', 'v8 conversion', 'ls swap'],
  ['replacement-engine', 'replacement engine', 'non-original engine', 'crate engine'],
  ['turbocharged', 'turbocharged', 'twin-turbocharged'],
  ['supercharged', 'supercharged'],
  ['rally-car', 'rally car', 'rallye', 'safari', 'safari-style', 'safari style', 'baja'],
  ['race-car', 'race car', 'racecar', 'race-car', 'racer', 'cup car', 'cup', 'drag car', 'vintage racer', 'imsa'],
  ['track-car', 'track car', 'track-car', 'trackday car', 'track-prepped', 'track prepped', 'track-modified'],
  ['track-car', 'autocross car'],
  ['prototype', 'prototype', 'pre-production'],
  [
    'project',
    'project car',
    'project cars',
    'projects',
    'project',
    'barn find',
    'barn-find',
    'parts car',
    'rolling chassis',
  ],
  ['salvage', 'salvage', 'salvage title', 'rebuilt title', 'rebuilt-title', 'branded title', 'branded-title'],
];

/** Names of tuners, coachbuilders and workshops. The name itself is worth money, so it stays. */
const TUNERS: readonly string[] = [
  'ruf',
  'singer',
  'gemballa',
  'techart',
  'strosek',
  'emory',
  'gunther werks',
  'manthey',
  'dp motorsport',
  'tuthill',
  'rwb',
  'rauh-welt',
  'almeras',
  'kremer',
  'andial',
  'koenig specials',
  'koenig',
  'hamann',
  'ac schnitzer',
  'dinan',
  'dinan s',
  'hartge',
  'alpina',
  'g-power',
  'racing dynamics',
  'zender',
  'novitec',
  'mansory',
  'callaway',
  'roush',
  'saleen',
  'hennessey',
  'lingenfelter',
  'brabus',
  'renntech',
  'lorinser',
  'abt',
  'shelby',
];

/** Wordings whose first words are the mark and whose rest is told by the words that stay. */
const TELLING: readonly (readonly [mark: VehicleMark, ...wordings: string[]])[] = [
  ['tuned', ...TUNERS],
  ['body-conversion', 'straman', 'eg autokraft', 'rebody', 'convertible conversion', 'cabriolet conversion'],
  ['body-conversion', 'spyder conversion', 'spider conversion', 'targa conversion', 'speedster conversion'],
  ['body-conversion', 'competizione conversion', 'slant nose conversion'],
  ['anniversary', 'anniversary edition', 'anniversary', 'jahre edition', 'jahre', 'jubilee', 'commemorative edition'],
  ['limited-edition', 'limited edition', 'final edition', 'last edition', 'special edition', 'exclusive edition'],
  ['limited-edition', 'collector edition', 'signature edition', 'first edition', 'edition'],
];

function compiled(
  rows: readonly (readonly [mark: VehicleMark, ...wordings: string[]])[],
  keepsWords: boolean,
): readonly MarkWording[] {
  return rows.flatMap(([mark, ...wordings]) =>
    wordings.map((wording) => ({ mark, words: wording.split(' '), keepsWords })),
  );
}

/** Wordings of marks by their first word, longest first. */
export const MARK_WORDINGS: ReadonlyMap<string, readonly MarkWording[]> = Map.groupBy(
  [...compiled(WORDINGS, false), ...compiled(TELLING, true)].sort((a, b) => b.words.length - a.words.length),
  (wording) => wording.words[0] ?? '',
);
