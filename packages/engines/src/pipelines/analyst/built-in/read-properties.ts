import type { Body, Transmission } from '../../../market/vehicle.ts';
import { readOptions } from '../../../options/normaliser/read-options.ts';
import { without } from './question-text.ts';
import { STATES } from './state-names.ts';

/** Properties of cars that a text names, each list in the order of the text, and the text without them. */
export interface ReadProperties {
  readonly transmissions: readonly Transmission[];
  readonly bodies: readonly Body[];
  readonly colors: readonly string[];
  readonly regions: readonly string[];
  readonly sellerTypes: readonly string[];
  readonly rest: string;
}

const TRANSMISSIONS: readonly (readonly [RegExp, Transmission])[] = [
  [
    /\b(?:manuals?|stick(?: shifts?)?|(?:3|three)[ -]pedals?|row your own|\d[ -]?speed manuals?|\d ?mt)(?: (?:gearbox(?:es)?|transmissions?|ones|cars))?\b/g,
    'manual',
  ],
  [
    /\b(?:automatics?|autos?|pdks?|tiptronics?|dual[ -]clutch|auto)(?: (?:gearbox(?:es)?|transmissions?|ones|cars))?\b/g,
    'automatic',
  ],
];

const BODIES: readonly (readonly [RegExp, Body])[] = [
  [/\b(?:coupes?|hardtops?)\b/g, 'coupe'],
  [/\b(?:cabriolets?|cabrios?|cabs?|convertibles?|drop ?tops?|rag ?tops?|open[ -]tops?)\b/g, 'cabriolet'],
  [/\btargas?\b/g, 'targa'],
  [/\bspeedsters?\b/g, 'speedster'],
  [/\broadsters?\b/g, 'roadster'],
  [/\b(?:sedans?|saloons?)\b/g, 'sedan'],
  [/\b(?:wagons?|estates?|sport turismos?)\b/g, 'wagon'],
  [/\b(?:suvs?|crossovers?)\b/g, 'suv'],
];

const COLORS: readonly (readonly [RegExp, string])[] = [
  'black',
  'white',
  'silver',
  'blue',
  'red',
  'green',
  'yellow',
  'orange',
  'brown',
  'purple',
  'beige',
  'gold',
]
  .map((color): readonly [RegExp, string] => [new RegExp(`\\b${color}(?:-colou?red)?\\b`, 'g'), color])
  .concat([[/\bgr[ae]y\b/g, 'gray']]);

const SELLERS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:(?:from|by|at|through|via) )?(?:a )?(?:dealers?|dealerships?|the trade|showrooms?)\b/g, 'dealer'],
  [/\b(?:from|by) (?:an? |their |its )?(?:individuals?|owners?|private people|privateers?)\b/g, 'private'],
  [
    /\b(?:(?:from|by) )?(?:a )?private(?:ly)?(?:[ -](?:sellers?|part(?:y|ies)|owners?|individuals?|sales?(?= from)))?\b/g,
    'private',
  ],
];

/** Options that other readers read as what they are: the gearbox, and names of trims and lines. */
const OTHERWISE_READ = new Set([
  'manual-transmission',
  'pdk',
  'tiptronic',
  'sportomatic',
  'touring-package',
  'clubsport-package',
]);

/**
 * Codes of the catalogue that a text names, in its order, and the text without them; what it denies stays in the text.
 * Before names are read: `Sport` is a trim too.
 */
export function readOptionCodes(text: string): { readonly optionCodes: readonly string[]; readonly rest: string } {
  const optionCodes = new Set<string>();
  let rest = '';
  let behind = 0;
  for (const { codes, negated, start, end } of readOptions(text).mentions) {
    // `Just the manuals` are cars, and not the books that come with one.
    const isGearbox = /^\s*(?:the )?manuals?\s*$/.test(text.slice(start, end));
    const meant = codes.filter((code) => !OTHERWISE_READ.has(code) && !isGearbox);
    if (negated || meant.length === 0) continue;
    for (const code of meant) optionCodes.add(code);
    if (start >= behind) rest += `${text.slice(behind, start)} , `;
    behind = Math.max(behind, end);
  }
  rest += text.slice(behind);
  return { optionCodes: [...optionCodes], rest: rest.replace(/\s+/g, ' ') };
}

/** Reads gearbox, body, colour, state and kind of seller. */
export function readProperties(text: string): ReadProperties {
  const bodies = takeAll(text, BODIES);
  const transmissions = takeAll(bodies.rest, TRANSMISSIONS);
  const sellers = takeAll(transmissions.rest, SELLERS);
  const colors = takeAll(sellers.rest, COLORS);
  const regions = takeAll(colors.rest, STATES);
  return {
    transmissions: transmissions.values,
    bodies: bodies.values,
    colors: colors.values,
    regions: regions.values,
    sellerTypes: sellers.values,
    rest: regions.rest,
  };
}

function takeAll<Value>(
  text: string,
  rules: readonly (readonly [RegExp, Value])[],
): { readonly values: readonly Value[]; readonly rest: string } {
  const found: { readonly at: number; readonly value: Value }[] = [];
  let rest = text;
  for (const [pattern, value] of rules) {
    if (rest.search(pattern) < 0) continue;
    found.push({ at: text.search(pattern), value });
    rest = without(rest, pattern);
  }
  return { values: found.sort((left, right) => left.at - right.at).map(({ value }) => value), rest };
}
