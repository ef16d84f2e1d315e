import type { Span } from '../detector.ts';
import type { KnownDetector } from '../known-detector.ts';
import { digitStartsWhere, isCapitalAt, isDigitAt, mayBeCapitalAt, someDigits } from '../digit-neighbours.ts';
import { matches, matchSpansAt } from '../labelled.ts';
import { type Heads, headsOf } from '../heads.ts';
import { matchesAt, TextIndex } from '../text-index.ts';

const word = String.raw`(?:\p{Lu}[\p{L}'’.-]*|\d{1,3}(?:st|nd|rd|th))`;
const unit = String.raw`(?:,? (?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Fl|Bldg|Building|Room|#)\.? ?#?[A-Z]?\d{0,5}[A-Z]?(?![\p{L}\p{N}]))?`;
const suffix =
  'Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Terrace|Ter|Circle|Cir|Parkway|Pkwy|Highway|Hwy|Trail|Trl|Close|Crescent|Cres|Grove|Gardens|Gdns|Mews|Hill|Square|Sq|Row|Walk|Loop|Alley|Broadway|Plaza|Turnpike|Pike|Crossing|Ridge|Point|Park|Green|View|Rise|Vale|Croft|Wharf|Quay|Embankment|Parade|Cove|Bend|Run|Path';
const english = new RegExp(
  String.raw`(?<![\p{L}\p{N}$€£#.,/×-])(?:(?:Flat|Apartment|Apt|Unit|Suite) \d{1,4}[A-Z]?, )?\d{1,5}(?:-\d{1,5})?[A-Za-z]? (?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\.? )?(?:${word} ){1,4}(?:${suffix})(?![\p{L}\p{N}-])\.?(?: (?:[NSEW]|NE|NW|SE|SW)(?![\p{L}\p{N}]))?${unit}`,
  'uy',
);
const lowercase = new RegExp(
  String.raw`(?<=\b(?:at|address|to|from|visit|address is|lives at)[:,]? )\d{1,5}[a-z]? (?:[\p{L}'’-]+ ){1,3}(?:${suffix.toLowerCase()})(?![\p{L}\p{N}-])`,
  'uy',
);
const box =
  /(?<![\p{L}\p{N}])(?:P\.? ?O\.? ?Box|PO Box|Post Office Box|Postfach|Boîte postale|B\.?P\.?|Apartado(?: de correos)?|Casella postale|C\.P\.) (?:n[.º°] ?)?\d{1,3}(?: ?\d{1,3}){0,2}(?![\p{L}\p{N}])/uy;
const german =
  /(?<![\p{L}\p{N}])(?:(?:\p{Lu}[\p{L}-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|steig|chaussee|promenade|graben|markt|hof|berg|tor|wall|stieg|pfad)|\p{Lu}[\p{L}-]+(?:er|es)? (?:Straße|Strasse|Str\.|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer|Chaussee|Promenade|Wall|Tor|Markt|Berg))|(?:Am|An der|An den|Im|In der|In den|Auf der|Auf dem|Unter den|Zum|Zur|Hinter der|Hinter dem|Bei der|Beim|Vor dem) (?:\p{Lu}[\p{L}-]+ ?){1,2}(?<! )) ?(?<= |\.)\d{1,4} ?(?:[a-z](?![\p{L}\p{N}]))?(?:[-/]\d{1,4}[a-z]?)?(?<! )(?![\p{L}\p{N}]|[.,:]\d)/gu;
const joined = String.raw`(?:(?:de la|de l['’]|de los|de las|de|des|du|d['’]|del|della|dei|delle|degli|dell['’]|di|da|la|le|les|el|los|las|y|e|et|en|sur|sous|aux?) ?)`;
const name = String.raw`(?:${joined}{0,2}(?:\p{Lu}[\p{L}'’.-]*|\p{Lu}\.|\d{1,2})(?: (?=\p{Lu}|d[eiua]|l[ae]|y |e |et |sur )|(?<=['’])|(?=,? )))`;
const french = new RegExp(
  String.raw`(?<![\p{L}\p{N}$€£#.,/-])\d{1,4}(?: ?(?:bis|ter|quater|[A-D]))?,? (?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d\.?|[Pp]lace|[Cc]hemin|[Aa]llée|[Ii]mpasse|[Qq]uai|[Rr]oute|[Cc]ours|[Ss]quare|[Ff]aubourg|[Pp]assage|[Ss]entier|[Vv]illa) (?:${joined}{0,2}(?:\p{Lu}[\p{L}'’-]*|\d{1,2} \p{Lu}[\p{L}]+|\d{1,2} (?:mai|juin|juillet|août|septembre|novembre)))(?:[ -]${joined}{0,2}\p{Lu}[\p{L}'’-]*){0,4}`,
  'uy',
);
const southern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:Via|Viale|Piazza|Piazzale|Corso|Largo|Vicolo|Strada|Lungotevere|Lungarno|Borgo|Calle|C/|Avenida|Avda\.?|Av\.|Plaza|Pza\.|Paseo|Pº|Camino|Carretera|Ronda|Travesía|Glorieta|Carrer|Rambla|Passeig) ?${name}(?:${name}){0,4}(?:,? (?:n\.?[º°]?|nº|num\.|núm\.)? ?\d{1,4}(?: ?[A-Z/]{1,2}\d{0,3})?(?:, ?\d{1,2}[.º°ª]{1,2} ?[A-Z]?)?)(?![\p{L}\p{N}])`,
  'uy',
);
/** What stands between a number and "drive", "trail" or "park" in the prose about cars. */
const ofCars =
  /\b(?:Wheel|Front|Rear|Four|All|Left|Right|Hand|Speed|Owners?|Miles?|Kilometers?|Liter|Litre|Door|Cylinder|Valve|Porsche|Carrera|Turbo|Targa|Cayman|Boxster|Cayenne|BMW|Ferrari|Mercedes|Audi|Ford|Jeep|Toyota|Honda|Chevrolet|Land|Range|Rover|Defender|Jaguar|Lotus|Mini|Test|Track|Final|Power|Adjustable|Year|Years|Day|Days|Time|Off|Sport|Edition|Mode|Performance|Sunday|Race|Racing|GT\d?|RS|Produced|Built|Examples?|Units?|Cars?|Original|Heated|Disc|Piston|Direct|Belt|Chain|Electric|Manual|Automatic|Limited|Coupe|Cabriolet|Convertible|Spyder|Speedster|Sedan|Wagon|Pebble Beach Concours|Piece)\b/;

/** Streets with a house number as they are written in six countries, and post boxes. The town behind is a find of its own. */
export const postalAddressDetector: KnownDetector = {
  kind: 'postal-address',
  *find(text, index = new TextIndex(text)): Generator<Span> {
    for (const street of matchSpansAt(text, english, {
      starts: merged(digitStartsWhere(index, isBeforeStreet), index.startsOf(flats)),
      isReal: isStreet,
    }))
      if (!isModelYear(text, street)) yield street;
    yield* matchSpansAt(text, lowercase, {
      starts: digitStartsWhere(index, isBehindWord),
      isReal: (value) =>
        !/\b(?:miles?|owners?|speed|wheel|of|the|on|in|for|and|with|hp|door|year|years|hours?|minutes?)\b/.test(value),
    });
    yield* matchSpansAt(text, box, { starts: capitalStarts(index, boxes) });
    if (hasGermanStreet(index)) yield* matches(text, german, (value) => !noGermanStreet.test(value));
    if (index.has(frenchStreets)) yield* matchSpansAt(text, french, { starts: digitStartsWhere(index, isShort) });
    yield* matchSpansAt(text, southern, { starts: capitalStarts(index, southernStreets) });
  },
};

const flats = headsOf(['Flat', 'Apartment', 'Apt', 'Unit', 'Suite']);
const boxes = headsOf(['P(?:O|ost)', 'Boîte', 'B(?:P)', 'Apartado', 'Casella', 'C']);
const southernStreets = headsOf(
  'Via Viale Piazza Corso Largo Vicolo Strada Lungotevere Lungarno Borgo Calle C Avenida Avda Av Plaza Pza Paseo P Camino Carretera Ronda Travesía Glorieta Carrer Rambla Passeig'
    .split(' ')
    .map((street) => `${street}(?=.)`),
);
const frenchStreets = headsOf(
  'rue avenue av boulevard bd place chemin allée impasse quai route cours square faubourg passage sentier villa'.split(
    ' ',
  ),
);
const germanEnding =
  /(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|steig|chaussee|promenade|graben|markt|hof|berg|tor|wall|stieg|pfad) ?$/i;
const germanBeginnings = headsOf('Am An Im In Auf Unter Zum Zur Hinter Bei Beim Vor'.split(' '));
const germanBeginning =
  /(?:Am|An (?:der|den)|Im|In (?:der|den)|Auf de[rm]|Unter den|Zum|Zur|Hinter de[rm]|Bei der|Beim|Vor dem) \p{Lu}/uy;

/** Whether a house number stands behind what may be a German street. */
function hasGermanStreet(index: TextIndex): boolean {
  if (!someDigits(index, isHouseNumber)) return false;
  if (matchesAt(index.text, germanBeginning, index.startsOf(germanBeginnings)).length > 0) return true;
  return someDigits(
    index,
    (text, run) =>
      isHouseNumber(text, run) &&
      mayEndStreet(text, run.start) &&
      germanEnding.test(text.slice(Math.max(0, run.start - 12), run.start)),
  );
}

/** The last letters of what German streets end on. */
const lastLetters = 'eEgGzZmMrRnNtTfFlLdD.';

function mayEndStreet(text: string, end: number): boolean {
  return lastLetters.includes(text[text[end - 1] === ' ' ? end - 2 : end - 1] ?? ' ');
}

/** Where heads stand that are written with a capital. */
function capitalStarts(index: TextIndex, heads: Heads): readonly number[] {
  return index.startsOf(heads).filter((start) => isCapitalAt(index.text, start));
}

/** At most four digits right behind what may be a street. */
function isHouseNumber(text: string, { start, end }: Span): boolean {
  return end - start <= 4 && (text[start - 1] === ' ' || text[start - 1] === '.');
}

/** A house number, its letter or the one it goes on to, and a street in capitals or with a number of its own. */
function isBeforeStreet(text: string, { start, end }: Span): boolean {
  if (end - start > 5) return false;
  if (text[end] === '-') return isDigitAt(text, end + 1);
  const street = text[end] === ' ' ? end + 1 : end + 2;
  return text[street - 1] === ' ' && (mayBeCapitalAt(text, street) || isDigitAt(text, street));
}

/** A house number behind the end of "at", "address", "to", "from", "visit" or "is". */
function isBehindWord(text: string, { start, end }: Span): boolean {
  if (end - start > 5 || text[start - 1] !== ' ') return false;
  const sign = text[start - 2];
  return 'tsom'.includes((sign === ':' || sign === ',' ? text[start - 3] : sign) ?? '-');
}

function isShort(_text: string, { start, end }: Span): boolean {
  return end - start <= 4;
}

function merged(one: readonly number[], other: readonly number[]): readonly number[] {
  return other.length === 0 ? one : [...one, ...other].sort((left, right) => left - right);
}

/** Cars and race tracks that end as German streets do, before a number of gears, of laps or of minutes. */
const noGermanStreet =
  /^(?:Touring|Dominator|Gran Turismo|Motor|Spring|Racing|Nürburgring|Nurburgring|Hockenheimring|Norisring|Sachsenring|Salzburgring|Lausitzring|Österreichring|Red Bull Ring) ?\d/;

/** "1969 Plymouth Road Runner" begins with a year and goes on with a name; a street does not. */
function isModelYear(text: string, { start, end }: Span): boolean {
  return /^(?:19|20)\d\d /.test(text.slice(start, start + 5)) && /^ \p{Lu}/u.test(text.slice(end, end + 3));
}

function isStreet(value: string): boolean {
  return !ofCars.test(value.replace(/^\d+\S* /, ''));
}
