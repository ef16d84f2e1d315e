import type { Span } from '../detector.ts';
import type { KnownDetector } from '../known-detector.ts';
import { labelled, labelPattern } from '../labelled.ts';
import { digitStartsWhere, isCapitalAt, mayBeCapitalAt } from '../digit-neighbours.ts';
import { type FoundText, matchesAt, TextIndex } from '../text-index.ts';

const states =
  'AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming';
const capital = String.raw`(?:[dl]['’])?\p{Lu}[\p{L}'’.-]*`;
const american = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${capital} ){0,3}${capital},? (?:${states}),? \d{5}(?:-\d{4})?(?![\p{L}\p{N}]|[.,]\d)`,
  'gu',
);
/** Areas, districts and units of British postcodes (BS 7666). */
const british = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:(?:\p{Lu}[\p{L}'’.]*(?:-[\p{L}-]+)?)(?:[ -](?:upon|on|under|le|of|the|by|in|sur)(?=[ -])|[ -]\p{Lu}[\p{L}'’.]*){0,3},? )?(?:AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IP|IV|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|JE|GY|IM)\d{1,2}[A-Z]? \d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}-])`,
  'gu',
);
const townWords = String.raw`(?:(?:A|O|L['’]|Las?|Los|El|Les?) ?(?=\p{Lu}\p{Ll}))?\p{Lu}\p{Ll}[\p{L}'’]*(?:-[\p{L}'’]+)*(?: (?:am|an der|an den|im|in der|ob der|bei|vor der|sur|sous|lès|les|le|la|de la|de los|de las|de|del|della|di|en|d['’]|l['’]|y) ?\p{Lu}[\p{L}'’-]+| \p{Lu}\p{Ll}[\p{L}'’-]+){0,3}`;
const continental = new RegExp(
  String.raw`(?<=^|[\n,;(|]\s{0,3}|"|[–-] |: |(?<![\p{L}])(?:in|aus|nach|bei|à|de|a|en|da|di|at|near|from|to|is|wohnhaft|located|Raum|PLZ|CP|CAP|C\.P\.) |\d (?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Cc]hemin|[Aa]llée|[Qq]uai|[Rr]oute|[Cc]ours) [^\n,;]{2,40} |(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer) ?\d{1,4} ?[a-z]? )(?:[DFIE]-)?\d{5} ${townWords}(?: \([A-Z]{2}\)| \d{1,2}(?:e|er)? arrondissement| [Cc]edex(?: \d{1,2})?| [A-Z]{2}(?![\p{L}\p{N}]))?`,
  'uy',
);
const canadian = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d(?![\p{L}\p{N}-])`,
  'uy',
);
/** A year before two letters is a car, such as "1973 RS Touring": only a street before it makes it a postcode. */
const dutch = new RegExp(
  String.raw`(?<=(?:straat|laan|weg|plein|gracht|kade|dijk|singel) \d{1,4}[a-z]?,? )[1-9]\d{3} [A-Z]{2}(?:,? ${townWords})?(?![\p{L}\p{N}])`,
  'uy',
);
const label = labelPattern([
  'zip',
  'zip ?code',
  'postcode',
  'post code',
  'postal code',
  'plz',
  'postleitzahl',
  'code postal',
  'cap',
  'código postal',
  'codigo postal',
  'zip_code',
  'postal_code',
  'postalCode',
]);
const labelledCode = new RegExp(
  String.raw`(?:\d{5}(?:-\d{4})?|[A-Za-z]{1,2}\d{1,2}[A-Za-z]? ?\d[A-Za-z]{2}|[1-9]\d{3} ?[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?:,? ${townWords})?(?![\p{L}\p{N}]|[.,]\d)`,
  'uy',
);

/** Words that follow five digits and are no town. */
const counted =
  /^(?:[DFIE]-)?\d{5} (?:Miles?|Kilomet|Kms?\b|Original|Actual|Documented|Indicated|Shown|Since|Euro|Dollar|Pounds?|Sterling|Units?|Examples?|Cars?|Built|Produced|Made|Porsche|Ferrari|Bmw|Mercedes|Audi|Matching|Rebuilt|Engine|Motor|Believed|True|On|The|Per|Tmu|Mi\b|Km|Meilen|Stück|Exemplare|Exemplaires|Esemplari|Ejemplares|Unidades|Chilometri|Kilómetros|Kilomètres|Fahrzeuge|Hours|Rpm|Views|Bids|Watchers|Comments|Service|Rotations|Laufleistung|Tachostand|Euros|Own|And|With|For|In|Sold|Was|Is|Invested|Spent|Plus|Franken)/i;
/** Names of cars before what looks like a postcode, such as "Audi S4 4DR", and such endings. */
const trimLevel = /\d(?:DR|WD|SP)$/;

/** Postcodes with the town beside them, and alone behind a word such as "postcode". */
export const postcodeDetector: KnownDetector = {
  kind: 'postcode',
  *find(text, index = new TextIndex(text)): Generator<Span> {
    for (const match of matchesBefore(text, american, americanCodes(index)))
      yield withoutLeadingWords(match.value, match.start);
    for (const match of matchesBefore(text, british, britishCodes(index))) {
      if (!trimLevel.test(match.value) || /,/.test(match.value)) yield withoutLeadingWords(match.value, match.start);
    }
    for (const match of matchesAt(text, continental, continentalStarts(index))) {
      if (!counted.test(match.value)) yield withoutTrailingWords(match.value, match.start);
    }
    for (const { start, value } of matchesAt(
      text,
      canadian,
      digitStartsWhere(index, isBetweenCapitals).map((at) => at - 1),
    ))
      yield { start, end: start + value.length };
    for (const match of matchesAt(text, dutch, digitStartsWhere(index, isBeforeTwoCapitals)))
      yield withoutTrailingWords(match.value, match.start);
    for (const found of labelled(index, label, labelledCode)) yield withoutTrailingWords(found.value, found.start);
  },
};

/** How far before its digits a postcode with its town may begin. */
const TOWN_LENGTH = 160;
const stateBefore = new RegExp(`(?:${states}),? $`);

/** Where five digits stand behind the name of a state. */
function americanCodes(index: TextIndex): readonly number[] {
  return digitStartsWhere(
    index,
    (text, { start, end }) =>
      end - start === 5 && text[start - 1] === ' ' && stateBefore.test(text.slice(Math.max(0, start - 16), start)),
  );
}

/** Where a digit and two letters stand behind what may be an outward code. */
function britishCodes(index: TextIndex): readonly number[] {
  return digitStartsWhere(
    index,
    (text, { start, end }) =>
      end - start === 1 &&
      isCapitalAt(text, end) &&
      isCapitalAt(text, end + 1) &&
      outwardCode.test(text.slice(Math.max(0, start - 3), start + 3)),
  );
}

const outwardCode = /\d[A-Z]? \d[A-Z]{2}$/;

/** Where five digits begin before a name, with the country before them. */
function continentalStarts(index: TextIndex): readonly number[] {
  return digitStartsWhere(
    index,
    (text, { start, end }) => end - start === 5 && text[end] === ' ' && mayBeCapitalAt(text, end + 1),
  ).flatMap((start) => (start >= 2 && index.text[start - 1] === '-' ? [start - 2, start] : [start]));
}

/** A digit between two capitals, as in the first half of a Canadian postcode. */
function isBetweenCapitals(text: string, { start, end }: Span): boolean {
  return end - start === 1 && isCapitalAt(text, start - 1) && isCapitalAt(text, end) && text[end + 1] === ' ';
}

/** Four digits before two capitals, as in a Dutch postcode. */
function isBeforeTwoCapitals(text: string, { start, end }: Span): boolean {
  return end - start === 4 && text[end] === ' ' && isCapitalAt(text, end + 1) && isCapitalAt(text, end + 2);
}

/** The matches of a global pattern that reach some places. */
function matchesBefore(text: string, pattern: RegExp, places: readonly number[]): readonly FoundText[] {
  const found: FoundText[] = [];
  let free = 0;
  for (const place of places) {
    while (free <= place) {
      pattern.lastIndex = Math.max(free, place - TOWN_LENGTH);
      const match = pattern.exec(text);
      if (match === null || match.index > place) break;
      free = match.index + match[0].length;
      found.push({ start: match.index, value: match[0] });
    }
  }
  return found;
}

const leading =
  /^(?:(?:In|At|From|Near|To|Located|Location|Zip|Lives|Based|Is|Now|Currently|The|Car|Collection|Pickup|Pick-up|Viewing|Postcode|Address|Seller|Dealer|Our|Showroom|Ship|Shipping|Delivery|Deliver|Garaged|Stored|Home|Apt|Suite|Unit)\.? )+/;

/** A capital at the head of a sentence is no part of the town behind it. */
function withoutLeadingWords(value: string, start: number): Span {
  const skipped = leading.exec(value)?.[0].length ?? 0;
  return { start: start + skipped, end: start + value.length };
}

const trailing =
  / (?:Tel|Telefon|Telephone|Phone|Mobil|Mobile|Handy|Fax|Email|E-Mail|Mail|Please|Call|Kontakt|Contact|Porsche|The|Car|Viewing|Besichtigung|Bitte|Abholung|Deutschland|Germany|France|Italia|Italy|España|Spain|Mr|Mrs|Herr|Frau|Vin|Chassis|Seller|Price|Preis|Prix|Prezzo|Precio|This|It|Standort|Km|Miles)(?![\p{L}]).*$/u;

function withoutTrailingWords(value: string, start: number): Span {
  return { start, end: start + value.replace(trailing, '').length };
}
