import type { Body, Transmission } from '../../../market/vehicle.ts';
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
  [/\b(?:(?:from|by|at) )?(?:a )?(?:dealers?|dealerships?)\b/g, 'dealer'],
  [
    /\b(?:(?:from|by) )?(?:a )?private(?:ly)?(?: (?:sellers?|part(?:y|ies)|owners?|individuals?|sales?(?= from)))?\b/g,
    'private',
  ],
];

const OPTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:pccbs?|carbon[ -]?ceramics?(?: brakes)?|ceramic(?: composite)? brakes?|ceramics)\b/g, 'pccb'],
  [/\bsport[ -]?chrono(?: (?:package|pack|plus))*\b/g, 'sport-chrono'],
  [/\b(?:front(?: axle)? lift(?:er)?|nose lift|axle lift|front-axle lift|lift system)\b/g, 'front-axle-lift'],
  [/\b(?:(?:full |carbon |lightweight |folding )*bucket seats?|buckets|lwbs?)\b/g, 'bucket-seats'],
  [/\b(?:sports? exhaust(?: system)?|pse)\b/g, 'sport-exhaust'],
  [/\bburmester(?: (?:sound|audio|stereo))?\b/g, 'burmester'],
  [/\bbose(?: (?:sound|audio|stereo))?\b/g, 'bose'],
  [/\b(?:rear[ -]axle steering|rear[ -](?:wheel )?steer(?:ing)?)\b/g, 'rear-axle-steering'],
  [/\bpaint[ -]to[ -]sample\b|\bpts\b/g, 'paint-to-sample'],
  [/\b(?:panoramic (?:roof|sunroof)|pano roof)\b/g, 'panoramic-roof'],
  [/\b(?:carbon(?: fib(?:er|re))? roof)\b/g, 'carbon-roof'],
  [/\bsun ?roof\b/g, 'sunroof'],
  [/\b(?:adaptive (?:sport )?seats|18[ -]way(?: seats)?)\b/g, 'adaptive-seats'],
  [/\bsports? seats\b/g, 'sport-seats'],
  [/\bair suspension\b/g, 'air-suspension'],
  [/\b(?:limited[ -]slip(?: differential)?|lsd)\b/g, 'limited-slip'],
  [/\b(?:pdls|dynamic lights?)\b/g, 'dynamic-lights'],
  [/\bpremium package\b/g, 'premium-package'],
  [/\bpowerkit\b|\bx51\b/g, 'powerkit'],
];

/** Option codes that a text names, in its order, and the text without them. Before names are read: `Sport` is a trim too. */
export function readOptionCodes(text: string): { readonly optionCodes: readonly string[]; readonly rest: string } {
  const { values, rest } = takeAll(text, OPTIONS);
  return { optionCodes: values, rest };
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
