import { slug } from '../../../market/segment.ts';
import { isOneEditApart } from './is-one-edit-apart.ts';
import type { KnownModel, MarketVocabulary } from './market-vocabulary.ts';
import type { NameMeaning, NamePhrases } from './name-phrases.ts';
import { STATE_CODES } from './state-names.ts';
import { isPlainName, isPlainWord } from './plain-names.ts';

/** One car or kind of car that a text names. */
export interface VehicleMention {
  readonly make?: string;
  readonly model?: string;
  readonly generation?: string;
  readonly trim?: string;
  readonly modelYear?: { readonly from: number; readonly to: number };
  /** Trims that several models have and of which none has nearly all sales: somebody has to say which is meant. */
  readonly unclearModels: readonly string[];
  /** True where nobody named the model line and nearly all sales of the trim are of it. */
  readonly isModelGuessed: boolean;
}

const LONGEST_PHRASE = 4;
/** The share of a trim's sales that a model needs to be meant where nobody names it. */
const DOMINANT_SHARE = 0.8;
const FILLERS = new Set([
  'the',
  'a',
  'an',
  'of',
  'porsche',
  'generation',
  'gen',
  'era',
  'type',
  'my',
  'model',
  'in',
  'for',
  'on',
  'from',
  'cars',
  'car',
]);
const JOINERS = new Set(['of']);
const STATES: ReadonlySet<string> = new Set(STATE_CODES.values());
/** Names of model lines that say of what kind a thing is, where no trim follows: `which Ford model`. */
const KINDS = new Set(['model', 'models', 'series', 'make', 'type', 'class']);

interface Found {
  readonly meanings: readonly NameMeaning[];
  readonly start: number;
  readonly end: number;
}

/** The cars of a text in their order, and the text without their names. */
export function readVehicles(
  text: string,
  options: { readonly phrases: NamePhrases; readonly vocabulary: MarketVocabulary },
): { readonly mentions: readonly VehicleMention[]; readonly rest: string } {
  const words = text.trim().split(' ');
  const found = findNames(words, options);
  const groups = groupNames(found, { words, isOfSeveralMakes: options.vocabulary.makes.length > 1 });
  const used = new Set<number>();
  const mentions = groups.map((group) => {
    const years = yearsBefore(words, group[0]!.start) ?? yearsAround(words);
    for (const { start, end } of group) for (let at = start; at < end; at++) used.add(at);
    // `The 991.1 generation` asks for no generation.
    const { meanings, end } = group.at(-1)!;
    if (meanings.some(({ kind }) => kind === 'generation') && /^(?:generation|gen|era)$/.test(words[end] ?? ''))
      used.add(end);
    for (const at of years?.places ?? []) used.add(at);
    return mention(group, { vocabulary: options.vocabulary, years: years?.years });
  });
  const rest = words.map((word, at) => (used.has(at) ? ',' : word)).join(' ');
  return { mentions: inheriting(mentions), rest: ` ${rest.replace(/(?:, )+/g, ', ')} ` };
}

function findNames(
  words: readonly string[],
  { phrases, vocabulary }: { readonly phrases: NamePhrases; readonly vocabulary: MarketVocabulary },
): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < words.length; ) {
    const match = longestName(words, at, phrases);
    const before = found.at(-1)?.end === at ? found.at(-1) : undefined;
    const isKind = match !== null && match.end === at + 1 && KINDS.has(words[at]!);
    if (
      isKind &&
      !phrases.has(`${words[at]} ${words[match.end]}`) &&
      !isTrimOf(match.meanings, words[match.end], phrases)
    ) {
      at += 1;
      continue;
    }
    const isPlain = match !== null && words.slice(at, match.end).every((word) => isPlainName(singular(word, phrases)));
    const meanings = match === null || !isPlain ? match?.meanings : besideName(match.meanings, { before, vocabulary });
    // `In California` is a state, though a Ferrari is called so.
    const isState = STATES.has(words.slice(at, match?.end).join(' ')) && /^(?:in|from)$/.test(words[at - 1] ?? '');
    if (match === null || meanings === undefined || meanings.length === 0 || isState) {
      at += 1;
      continue;
    }
    found.push({ ...match, meanings });
    at = match.end;
  }
  return found;
}

/** True where a word names a trim of one of the models: the `A` of a Ford Model A. */
function isTrimOf(models: readonly NameMeaning[], word: string | undefined, phrases: NamePhrases): boolean {
  const trims = (phrases.get(word ?? '') ?? []).filter(({ kind }) => kind === 'trim');
  return models.some((meaning) => meaning.kind === 'model' && trims.some((trim) => isNameOf(trim, meaning.model)));
}

/** What a name that is a word as well may mean behind another one: `Boxster S`, `911 R`, `Lexus IS`. Nothing elsewhere. */
function besideName(
  meanings: readonly NameMeaning[],
  { before, vocabulary }: { readonly before: Found | undefined; readonly vocabulary: MarketVocabulary },
): readonly NameMeaning[] {
  if (before === undefined) return [];
  const models = vocabulary.models.filter((model) => before.meanings.some((meaning) => isNameOf(meaning, model)));
  return meanings.filter((meaning) => models.some((model) => isNameOf(meaning, model)));
}

function isNameOf(meaning: NameMeaning, model: KnownModel): boolean {
  switch (meaning.kind) {
    case 'make':
      return meaning.make === model.make;
    case 'model':
      return meaning.model.make === model.make && meaning.model.model === model.model;
    case 'generation':
      return hasGeneration(model, meaning.generation);
    case 'trim':
      return model.trims.has(meaning.trim);
  }
}

function longestName(words: readonly string[], at: number, phrases: NamePhrases): Found | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length--) {
    const parts = words.slice(at, at + length);
    const last = parts.at(-1)!;
    const spelled = parts.map((part) => nearWord(part, phrases));
    for (const phrase of [
      parts.join(' '),
      [...parts.slice(0, -1), length > 1 ? last.replace(/'?s$/, '') : singular(last, phrases)].join(' '),
      spelled.join(' '),
    ]) {
      const meanings = phrases.get(phrase) ?? phrases.get(phrase.replaceAll('-', ' '));
      if (meanings !== undefined) return { meanings, start: at, end: at + length };
    }
  }
  const near = nearName(words[at]!, phrases);
  return near === null ? null : { meanings: near, start: at, end: at + 1 };
}

/** `911s` is several of a 911; `gts` stays what it is. */
function singular(word: string, phrases: NamePhrases): string {
  return phrases.has(word) || word.length < 3 ? word : word.replace(/'?s$/, '');
}

/** A word with one letter wrong as the single-word name that it is nearest to; itself where it is near none or several. */
function nearWord(word: string, phrases: NamePhrases): string {
  if (word.length < 5 || /\d/.test(word) || phrases.has(word) || isPlainWord(word)) return word;
  const near = [...phrases.keys()].filter(
    (phrase) => phrase.length >= 5 && !phrase.includes(' ') && isOneEditApart(word, phrase),
  );
  return near.length === 1 ? near[0]! : word;
}

/** A name with one letter wrong, for words long enough that this is no other word. */
function nearName(word: string, phrases: NamePhrases): readonly NameMeaning[] | null {
  if (word.length < 5 || /\d/.test(word) || isPlainWord(word)) return null;
  const bare = word.replace(/s$/, '');
  const near = [...phrases.keys()].filter(
    (phrase) => phrase.length >= 5 && !phrase.includes(' ') && isOneEditApart(bare, phrase),
  );
  return near.length === 1 ? (phrases.get(near[0]!) ?? null) : null;
}

/** Names that belong to one car: next to each other, or with nothing but little words between and nothing twice. */
function groupNames(
  found: readonly Found[],
  { words, isOfSeveralMakes }: { readonly words: readonly string[]; readonly isOfSeveralMakes: boolean },
): readonly (readonly Found[])[] {
  const groups: Found[][] = [];
  for (const name of found) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const between = last === undefined ? [] : words.slice(last.end, name.start);
    const isBeside =
      between.length === 0 ||
      (between.some((word) => JOINERS.has(word) || word === ',') &&
        between.every((word) => FILLERS.has(word) || word === ',')) ||
      between.every((word) => word === 'the' || word === 'generation');
    if (group !== undefined && isBeside && !hasKindOf(group, name)) group.push(name);
    else groups.push([name]);
  }
  // Where all cars are of one make its name says nothing.
  return groups.filter(
    (group) =>
      isOfSeveralMakes ||
      groups.length === 1 ||
      group.some(({ meanings }) => meanings.some(({ kind }) => kind !== 'make')),
  );
}

function hasKindOf(group: readonly Found[], { meanings }: Found): boolean {
  return meanings.every(({ kind }) =>
    group.some((name) => name.meanings.length > 0 && name.meanings.every((meaning) => meaning.kind === kind)),
  );
}

/** A year or a span of years that stands right before a car is that of the car. */
function yearsBefore(words: readonly string[], start: number): ReturnType<typeof yearsAround> {
  let at = start - 1;
  // `2018 model year 911s`
  if (words[at] === 'year' && words[at - 1] === 'model' && yearAt(words, at - 2) !== null) {
    const year = yearAt(words, at - 2)!;
    return { years: { from: year, to: year }, places: [at - 2, at - 1, at] };
  }
  if (FILLERS.has(words[at] ?? '') && words[at] !== 'in' && words[at] !== 'from') at -= 1;
  const to = yearAt(words, at);
  if (to === null) return null;
  const before = words[at - 1] ?? '';
  const from = /^(?:to|and|through)$/.test(before) ? yearAt(words, at - 2) : null;
  if (from !== null) return { years: { from, to }, places: [at - 2, at - 1, at] };
  return /^(?:in|during|since|before|after|until|by)$/.test(before) ? null : { years: { from: to, to }, places: [at] };
}

/** `model year 2018` on either side of the car. */
function yearsAround(
  words: readonly string[],
): { readonly years: { readonly from: number; readonly to: number }; readonly places: readonly number[] } | null {
  for (let at = 0; at < words.length; at++) {
    const compact = /^my'?(\d\d|\d{4})$/.exec(words[at]!);
    if (compact !== null) {
      const year = fullYear(compact[1]!);
      return { years: { from: year, to: year }, places: [at] };
    }
    if (!(words[at] === 'model' && /^years?$/.test(words[at + 1] ?? ''))) continue;
    const place = words[at + 2] === 'of' || words[at + 2] === 'is' ? at + 3 : at + 2;
    const from = yearAt(words, place);
    if (from === null) continue;
    const to = /^(?:to|and|through)$/.test(words[place + 1] ?? '') ? yearAt(words, place + 2) : null;
    const end = to === null ? place : place + 2;
    return { years: { from, to: to ?? from }, places: Array.from({ length: end - at + 1 }, (_, step) => at + step) };
  }
  return null;
}

function yearAt(words: readonly string[], at: number): number | null {
  const word = words[at] ?? '';
  if (/^(?:19[2-9]|20[0-3])\d$/.test(word)) return Number(word);
  return /^'\d\d$/.test(word) ? fullYear(word.slice(1)) : null;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (year > 100) return year;
  return year > 40 ? 1900 + year : 2000 + year;
}

function mention(
  group: readonly Found[],
  {
    vocabulary,
    years,
  }: { readonly vocabulary: MarketVocabulary; readonly years: VehicleMention['modelYear'] | undefined },
): VehicleMention {
  const meanings = group.map((name) => name.meanings);
  const of = <Kind extends NameMeaning['kind']>(kind: Kind) =>
    meanings.flatMap((list) =>
      list.filter((meaning): meaning is Extract<NameMeaning, { kind: Kind }> => meaning.kind === kind),
    );
  const named = of('model');
  const generation = of('generation').at(-1)?.generation;
  const trim = of('trim').at(-1)?.trim;
  const make = of('make').at(-1)?.make;
  const fitting = (named.length > 0 ? named.map(({ model }) => model) : vocabulary.models)
    .filter((model) => make === undefined || model.make === make)
    .filter((model) => generation === undefined || hasGeneration(model, generation))
    .filter((model) => trim === undefined || model.trims.has(trim));
  const model = named.length > 0 ? (fitting[0] ?? named[0]!.model) : chosen(fitting, { trim, generation });
  // Several makes may have a model of one name: that of the most sales is meant, and the answer says whose.
  const maker = make ?? (model === null || vocabulary.makes.length === 1 ? undefined : model.make);
  const isOpen = named.length === 0 && model === null && generation === undefined && trim !== undefined;
  return {
    ...(maker === undefined ? {} : { make: maker }),
    ...(model === null ? {} : { model: model.model }),
    ...(generation === undefined ? {} : { generation }),
    ...(trim === undefined ? {} : { trim }),
    ...(years === undefined ? {} : { modelYear: years }),
    unclearModels: isOpen ? fitting.map((candidate) => candidate.model) : [],
    isModelGuessed: named.length === 0 && model !== null && fitting.length > 1,
  };
}

/** The only model that fits, or the one that nearly all sales of the trim are of. */
function chosen(
  fitting: readonly KnownModel[],
  { trim, generation }: { readonly trim: string | undefined; readonly generation: string | undefined },
): KnownModel | null {
  if (trim === undefined && generation === undefined) return null;
  if (fitting.length === 1) return fitting[0]!;
  const weight = (model: KnownModel): number =>
    trim === undefined ? generationSales(model, generation ?? '') : (model.trims.get(trim) ?? 0);
  const total = fitting.reduce((sum, model) => sum + weight(model), 0);
  return fitting.find((model) => weight(model) >= DOMINANT_SHARE * total) ?? null;
}

function hasGeneration(model: KnownModel, generation: string): boolean {
  return generationSales(model, generation) > 0;
}

function generationSales({ generations }: KnownModel, generation: string): number {
  return [...generations].reduce(
    (sum, [name, count]) => (name === generation || name.startsWith(`${generation}.`) ? sum + count : sum),
    0,
  );
}

/** Later cars take over what only the first says and the other way round: `991.1 GT3 against 991.2`, `GT3 and GT3 RS of the 991.2`. */
function inheriting(mentions: readonly VehicleMention[]): readonly VehicleMention[] {
  const lone = mentions.find((car) => mentions.length > 2 && isModelAlone(car));
  if (lone !== undefined) {
    // `Turbo or Turbo S, 911 prices`: the line is that of the others.
    const others = mentions.filter((car) => car !== lone && (car.model === undefined || car.model === lone.model));
    return inheriting(others.map((car) => ({ ...car, model: lone.model!, unclearModels: [], isModelGuessed: false })));
  }
  if (mentions.length !== 2) return mentions;
  const [first, second] = mentions as [VehicleMention, VehicleMention];
  const complete = (car: VehicleMention, other: VehicleMention): VehicleMention => {
    const sameModel = car.model === undefined || other.model === undefined || slug(car.model) === slug(other.model);
    // `Which share of Porsches are 911s`: a make is all of its models.
    const isMakeAlone = [car, other].some(({ model, generation, trim }) => (model ?? generation ?? trim) === undefined);
    if (!sameModel || isMakeAlone) return car;
    return {
      ...car,
      ...(car.model === undefined && other.model !== undefined ? { model: other.model, unclearModels: [] } : {}),
      ...(car.generation === undefined && other.generation !== undefined && car.trim !== undefined
        ? { generation: other.generation }
        : {}),
      ...(car.trim === undefined &&
      other.trim !== undefined &&
      car.generation !== undefined &&
      car.generation !== other.generation
        ? { trim: other.trim }
        : {}),
    };
  };
  return unique([complete(first, second), complete(second, first)]);
}

/** Two names of one car are one car: `a 996, the Turbo`. */
function unique(mentions: readonly VehicleMention[]): readonly VehicleMention[] {
  const keys = mentions.map(({ make, unclearModels: _unclear, isModelGuessed: _guessed, ...car }) => {
    const isMakeAlone = (car.model ?? car.generation ?? car.trim) === undefined;
    return JSON.stringify(
      Object.entries({ ...car, ...(isMakeAlone ? { make } : {}) }).toSorted(([left], [right]) =>
        left < right ? -1 : 1,
      ),
    );
  });
  return mentions.filter((_, at) => keys.indexOf(keys[at]!) === at);
}

function isModelAlone({ model, generation, trim }: VehicleMention): boolean {
  return model !== undefined && generation === undefined && trim === undefined;
}
