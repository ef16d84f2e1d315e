import type { Span } from '../detector.ts';
import type { KnownDetector } from '../known-detector.ts';
import { labelEnds, labelPattern, matches } from '../labelled.ts';
import { headsOf } from '../heads.ts';
import { matchesAt, TextIndex } from '../text-index.ts';

/** Behind these stands whoever sells, owns or answers. */
const label = labelPattern([
  'seller',
  'seller name',
  'seller is',
  'sold by',
  'listed by',
  'consigned by',
  'consignor',
  'offered by',
  'owner',
  'owner name',
  'current owner',
  'previous owner',
  'original owner',
  'first owner',
  'second owner',
  'registered keeper',
  'keeper',
  'name',
  'full name',
  'full_name',
  'fullName',
  'last_name',
  'first_name',
  'owner_name',
  'seller_name',
  'sellerName',
  'ownerName',
  'contact',
  'contact person',
  'contact_name',
  'contactName',
  'contact name',
  'contact is',
  'point of contact',
  'attn\\.?',
  'attention',
  'account holder',
  'account name',
  'beneficiary',
  'cardholder',
  'name on card',
  'payable to',
  'buyer',
  'buyer name',
  'purchased by',
  'bought by',
  'purchased from',
  'bought from',
  'acquired from',
  'invoice to',
  'bill to',
  'ship to',
  'delivered to',
  'titled to',
  'registered to',
  'title in the name of',
  'in the name of',
  'driver',
  'salesperson',
  'sales contact',
  'sales manager',
  'agent',
  'signed by',
  'signed',
  'ask for',
  'asking for',
  'speak to',
  'speak with',
  'talk to',
  'call',
  'text',
  'phone',
  'email',
  'reach',
  'reach out to',
  'get in touch with',
  'my name is',
  'i am',
  'i.m',
  'this is',
  'name.s',
  'verkäufer',
  'verkäuferin',
  'verkauft von',
  'inhaber',
  'inhaberin',
  'eigentümer',
  'eigentümerin',
  'besitzer',
  'halter',
  'vorbesitzer',
  'erstbesitzer',
  'ansprechpartner',
  'ansprechpartnerin',
  'kontakt',
  'kontakt ist',
  'kontoinhaber',
  'käufer',
  'mein name ist',
  'ich heiße',
  'ich bin',
  'rufen sie',
  'wenden sie sich an',
  'unterzeichnet',
  'vendeur',
  'vendeuse',
  'vendue? par',
  'propriétaire',
  'titulaire',
  'acheteur',
  'nom',
  'contactez',
  'contacter',
  'appelez',
  'demandez',
  'demander',
  'je m.appelle',
  'je suis',
  'contact chez nous',
  'interlocuteur',
  'venditore',
  'venditrice',
  'venduto da',
  'venduta da',
  'proprietario',
  'proprietaria',
  'intestatario',
  'intestata a',
  'nome',
  'contatto',
  'contattare',
  'chiamare',
  'chiedere di',
  'mi chiamo',
  'sono',
  'referente',
  'acquirente',
  'vendedor',
  'vendedora',
  'vendido por',
  'propietario',
  'propietaria',
  'titular',
  'nombre',
  'contacto',
  'contactar con',
  'contactar a',
  'llamar a',
  'llame a',
  'preguntar por',
  'me llamo',
  'soy',
  'comprador',
]);
/** Behind these stands whoever wrote, also on the next line. */
const closing = labelPattern([
  'regards',
  'best regards',
  'kind regards',
  'warm regards',
  'sincerely',
  'yours sincerely',
  'cheers',
  'many thanks',
  'thanks',
  'thank you',
  'best',
  'all the best',
  'best wishes',
  'mit freundlichen grüßen',
  'freundliche grüße',
  'viele grüße',
  'beste grüße',
  'gruß',
  'mfg(?=\\s*[,\\n])',
  'lg(?=\\s*[,\\n])',
  'cordialement',
  'bien cordialement',
  'bien à vous',
  'salutations',
  'cordiali saluti',
  'distinti saluti',
  'saluti',
  'grazie',
  'un saludo',
  'saludos',
  'saludos cordiales',
  'atentamente',
  'merci',
  'danke',
]);
const title =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Herrn?|Frau|M(?=\.)|Mme|Mlle|Monsieur|Madame|Mademoiselle|Sig|Sig\.ra|Signor|Signora|Sr|Sra|Señora?|Don|Doña|Dott|Ing|sig|sig\.ra|sr|sra|dott)\.? (?=\p{Lu})/uy;
const titleHeads = headsOf(
  'Mr Mrs Ms Miss Mx Dr Prof Sir Dame Herr Herrn Frau M Mme Mlle Monsieur Madame Mademoiselle Sig Signor Signora Sr Sra Señor Señora Don Doña Dott Ing'.split(
    ' ',
  ),
);

const particle = String.raw`(?:von|van|vom|zu|zur|de|der|den|del|della|di|da|dos|du|la|le|los|las|bin|al|ten|ter|y|e|of|af|[Ss]t\.)`;
const part = String.raw`(?:(?:O|D|L|d|l)['’])?\p{Lu}(?:[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*|\.(?:-?\p{Lu}\.)?)`;
const name = new RegExp(
  String.raw`(?:(?:von|van|zu|ten|ter|bin) (?:de[rnm]? )?)?(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|M|Mme|Sig|Sr|Sra)\.? )?${part}(?:(?: ${particle}){0,2} ${part}|, (?=\p{Lu}[\p{L}-]+(?:\n|$|;|"))${part}){0,3}(?![\p{L}\p{N}])`,
  'uy',
);
/** A name in the writing of China, Japan or Korea, which has neither spaces nor capitals. */
const eastern =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]{2,6}(?:[ ・·][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]{1,8})?/uy;
/** Behind these stands a relative, in a family that has owned a car. */
const relative = labelPattern([
  'wife',
  'husband',
  'father',
  'mother',
  'son',
  'daughter',
  'brother',
  'sister',
  'uncle',
  'aunt',
  'grandfather',
  'grandmother',
  'widow',
  'girlfriend',
  'boyfriend',
  'estate of',
  'sohn',
  'tochter',
  'vater',
  'mutter',
  'mari',
  'femme',
  'moglie',
  'marito',
  'esposa',
  'marido',
]);
/** Whom a car came from, where his town says that he is no firm. */
const from = /(?:from|by|to) (?=\p{Lu})/uy;
const fromHeads = headsOf(['from', 'by', 'to']);
/** Who sells or owns, set apart by commas or brackets. */
const apart = /(?:,? ?\(|, )(?=\p{Lu})/uy;
/** What a telephone number is announced by, behind the name of who answers. */
const announced =
  /,? {0,2}[([]?(?:Tel|Telefon|Telefono|Teléfono|Téléphone|Tél|Phone|Mobile|Mobil|Handy|Cell|Móvil|Portable|Fax)[.:]{0,2} ?[+(\d]/uy;
const announcing = headsOf(
  'Tel Telefon Telefono Teléfono Téléphone Tél Phone Mobile Mobil Handy Cell Móvil Portable Fax'.split(' '),
);
/** A dash before whoever wrote, behind the last sentence of all. Lists of options have dashes too, before a line or in it. */
const signature = /(?<=[.!?…]["'”)]? {0,2})(?:[–—~]|--) ?(?=\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}\.?)?\s*$)/gu;
/** Behind these a first name alone is a name. */
const close =
  /(?:my name is|i.?m|this is|ask for|asking for|speak to|speak with|talk to|name|nome|nom|nombre|contact|kontakt|contacto|contatto|seller|owner|regards|cheers|thanks|sincerely|best|wishes|grüßen?|gruß|cordialement|vous|saluti|saludos?|atentamente|grazie|merci|danke|mfg|lg|call|text|reach|name.s|signed|appelle|chiamo|llamo|heiße|ist|demandez|demander|chiedere di|preguntar por|von|par|da|por|by|keeper|attn\.?)[,.!]?["']?\s{0,3}(?:[:=–-]\s{0,3})?["']?$/iu;

/** Capitalised words that begin no name, so that "Seller: Private" stays. What they end, they end: "Jane Doe Tel". */
const stopWords = new Set(
  `a about above account accident accidents address after ahead air all also am an and any are as at auction auto autohaus automobile automobiles autos available back bank banks bare bei below best bids bidder bitte black blue board body both box business but buyer by call calls can car cars card carfax certificate clean clear client club coachworks collection collector company concours consignment contact corp corporation coupe cover current customer daily date deal dealer dealers dealership delivery der die das dealer dealership document documents do door due each east email e-mail enthusiast estate euro every excellent exchange executor family fast fax federal ferrari first five for four fr free freshly friday from full further garage gmbh good great group händler handy has have having he her here high his history hours house however i if il immatriculation importer in inc included including information is it italian its january february march april may june july august september october november december just kg km known la large last late left les limited listing llc local location long looking ltd mail main manager many me mechanic message miles mobile mobil monday more most motor motors motorcars motorsport museum my name never new next nice no non north not note number of office on one only open or original originally other our out over paint party particular particulier payment phone please plus porsche post pre previous price private privat privato privata particulier profesional professional public purchase race rear red reg registered reply restored right sale sales sauf saturday second see self seller service services shop she short shipping showing silver since single sold some south specialist sport sports still stored sunday super team tel telefon telephone text than thank thanks that the their then there these they this those three thursday title to today total trade tuesday two uk unknown until upon us usa used value vehicle very via view vin von wagen was we website wednesday well were west what when where which while white who will with without work workshop year years yes you your
  porsche bmw mercedes mercedes-benz audi volkswagen vw ferrari lamborghini maserati alfa romeo fiat lancia ford chevrolet toyota honda nissan mazda subaru jaguar aston martin lotus mclaren bentley rolls rolls-royce land rover range mini volvo saab renault peugeot citroën opel carrera turbo targa cayman boxster cayenne panamera macan taycan spyder speedster cabriolet
  rm sotheby sotheby’s sotheby's bonhams christie christie's gooding mecum barrett-jackson artcurial bring hemmings classic classics classiche coachbuilding imports performance racing restorations zentrum center centre centro concessionnaire concessionaria concesionario concesionaria officina taller werkstatt
  pictures photos photo video videos happy interested serious questions location fahrzeug fahrgestellnummer kennzeichen telefonnummer adresse anschrift preis prix prezzo precio téléphone telefono teléfono móvil portable courriel correo zustand gepflegt unfallfrei scheckheft nur kein keine ein eine der die das den dem bitte gerne ab zu im am un une le la les il lo gli una el los las avec pour con per para mit für und oder
  autosport engine transmission gearbox chassis odometer mileage interior exterior options option condition warranty insurance engineer dual-clutch manual automatic matching numbers grand prix limited-slip sincerely regards cheers best kind warm mr mrs ms dr prof herr frau sig sir madam team everyone folks everybody guys gentlemen ladies again advance sehr viel beaucoup mille molto mucho muchas vielmals voraus wanted needed required added updated confirmed verified nature boxes dial wheels modified sign differential assist assistance airbag airbags side seat seats package mode profile knee aid display information dob ssn iban visa mastercard amex passport licence license`.split(
    /\s+/,
  ),
);

/** Names of persons, where somebody sells, owns, pays, signs or is to be called, and behind a title. Nowhere else. */
export const personDetector: KnownDetector = {
  kind: 'person',
  *find(text, index = new TextIndex(text)): Generator<Span> {
    for (const start of labelEnds(index, label)) {
      const end = nameEnd(text, start, close.test(text.slice(Math.max(0, start - 28), start)));
      if (end > 0) yield { start, end };
      else yield* nameApart(text, start);
    }
    for (const start of labelEnds(index, relative)) {
      const end = nameEnd(text, start, true);
      if (end > 0) yield { start, end };
      else yield* nameApart(text, start);
    }
    for (const { start: fromStart, value } of matchesAt(text, from, index.startsOf(fromHeads))) {
      const start = fromStart + value.length;
      const end = nameEnd(text, start, false);
      const town = end === 0 ? -1 : text.slice(start, end).search(/(?<= \S+) of \p{Lu}/u);
      if (town > 0) yield { start, end: start + town };
    }
    if (/[–—~]|--/.test(text))
      for (const { end: start } of matches(text, signature)) {
        const end = nameEnd(text, start, true);
        if (end > 0) yield { start, end };
      }
    if (index.has(announcing)) yield* namesBeforeNumbers(index);
    for (const labelEnd of labelEnds(index, closing)) {
      const start = afterSign(text, labelEnd);
      const end = nameEnd(text, start, true);
      if (end > 0) yield { start, end };
    }
    for (const { start: titleStart, value } of matchesAt(text, title, index.startsOf(titleHeads))) {
      const start = titleStart + value.length;
      const end = nameEnd(text, start, true);
      if (end > 0) yield { start, end };
    }
  },
};

/** A name of at least two words behind a comma or a bracket. */
function* nameApart(text: string, start: number): Generator<Span> {
  apart.lastIndex = text[start - 1] === ' ' && /[,(]/.test(text[start - 2] ?? '') ? start - 2 : start;
  const skipped = apart.exec(text)?.[0].length;
  if (skipped === undefined) return;
  const from = apart.lastIndex;
  const end = nameEnd(text, from, false);
  if (end > 0 && /^[,.;:)!?\n]|^$/.test(text.slice(end, end + 1))) yield { start: from, end };
  if (end > 0 || text[from - 2] !== ',') return;
  // "The seller, Jim, says": set apart on both sides, a first name is enough.
  const singleEnd = nameEnd(text, from, true);
  if (singleEnd > 0 && text.startsWith(', ', singleEnd) && sellerBefore.test(text.slice(Math.max(0, from - 24), from)))
    yield { start: from, end: singleEnd };
}

const sellerBefore = /(?:the|my|our|his|her) (?:seller|owner|consignor|keeper|previous owner|buyer), $/i;

/** Names of at least two words that a telephone number is announced behind. */
function* namesBeforeNumbers({ text, wordStarts }: TextIndex): Generator<Span> {
  let free = 0;
  for (const start of wordStarts) {
    if (start < free) continue;
    const end = nameEnd(text, start, false);
    if (end === 0) continue;
    announced.lastIndex = end;
    if (!announced.test(text)) continue;
    free = end;
    yield { start, end };
  }
}

/** A comma, an exclamation mark and a new line stand between a greeting and who greets. */
function afterSign(text: string, start: number): number {
  const sign = /(?:[,.!]?\s{0,3}\n\s{0,3}|, | by | – | - )/y;
  sign.lastIndex = start;
  return start + (sign.exec(text)?.[0].length ?? 0);
}

/** Where the name ends that begins at `start`, 0 where none does. `single` allows one word. */
function nameEnd(text: string, start: number, single: boolean): number {
  name.lastIndex = start;
  const found = name.exec(text)?.[0];
  if (found === undefined) return single ? easternNameEnd(text, start) : 0;
  let end = 0;
  let words = 0;
  for (const word of found.matchAll(/[^ ,]+/g)) {
    const bare = (word[0].endsWith('.') ? word[0].slice(0, -1) : word[0]).toLowerCase();
    if (/^\p{Lu}|^[dl]['’]/u.test(word[0])) {
      const isParticle = words > 0 && /^(?:le|la|les|el|de|der|di|del|della|du|van|von|y)$/.test(bare);
      if (isParticle) continue;
      if (isNoName(bare, word[0])) {
        if (words > 0) break;
        if (/^(?:mr|mrs|ms|miss|dr|prof|herrn?|frau|m|mme|sig|sr|sra)$/.test(bare)) continue;
        return 0;
      }
      words += 1;
      end = word.index + word[0].length;
    }
  }
  // "Sold by Stuttgart Motors": a firm is no person.
  const rest = text.slice(start + end, start + end + 24);
  if (
    /^(?: & \p{Lu}\p{L}+| and Sons)?,? (?:GmbH|AG|KG|LLC|Inc|Ltd|Limited|SARL|S\.?r\.?l|S\.?p\.?A|S\.?L|SAS|SA|Motors?|Motorcars|Cars|Autos?|Automobiles?|Automotive|Classics?|Sportscars|Imports|Racing|Performance|Auctions?|Garage|Collection|Group|Dealership|Porsche)(?![\p{L}])/u.test(
      rest,
    )
  )
    return 0;
  if (words === 0 || (words === 1 && !single) || (words === 1 && end < 3)) return 0;
  return start + end + (words > 1 ? (generation.exec(rest)?.[0].length ?? 0) : 0);
}

function easternNameEnd(text: string, start: number): number {
  eastern.lastIndex = start;
  return eastern.test(text) ? eastern.lastIndex : 0;
}

/** Junior and the third of a name. */
const generation = /^,? (?:Jr|Sr|II|III|IV)(?![\p{L}\p{N}])\.?/u;

function isNoName(bare: string, written: string): boolean {
  // An initial is no article.
  if (/^\p{Lu}\.$/u.test(written)) return false;
  return (
    stopWords.has(bare) ||
    (written.length > 1 && !written.includes('.') && /^[\p{Lu}\d]+$/u.test(written) && written.length <= 3)
  );
}
