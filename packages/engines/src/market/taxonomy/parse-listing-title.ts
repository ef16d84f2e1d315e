import type { DistanceUnit } from '../listing.ts';
import { makeAt } from './canonical-make.ts';
import { looksLikePart } from './looks-like-part.ts';
import { splitWords } from './split-words.ts';

/** What a listing title says apart from the name of the car. */
export interface ListingTitle {
  readonly modelYear: number | null;
  /** Canonical spelling; `null` where no known make is named. */
  readonly make: string | null;
  /** What follows make and year: the text for `parseVehicle`. The whole title where neither is found. */
  readonly text: string;
  /** Odometer reading that the title boasts of, rounded as the title rounds it; `null` where it does not. */
  readonly mileage: number | null;
  readonly mileageUnit: DistanceUnit | null;
  /** Words before the year that are no mileage, lower case, such as `one-owner`, `modified`, `euro`. */
  readonly marks: readonly string[];
  /** `part` for wheels, engines, signs and the like, which are sold beside cars but are none. */
  readonly subject: 'vehicle' | 'part' | 'unclear';
}

/** `1964.5` is how the first Mustangs are known. */
const MODEL_YEAR = /^((?:18[89]|19\d|20\d)\d)(?:\.5)?$/;
const MILEAGE = /^(\d[\d,]*(?:\.\d+)?)(k?)-(mile|miles|mi|kilometer|kilometers|kilometre|kilometres|km)$/i;
const LONGEST_TITLE = 2_000;

function mileageOf(word: string): Pick<ListingTitle, 'mileage' | 'mileageUnit'> | null {
  const match = MILEAGE.exec(word.replace(/^[^\d]+|[^a-z]+$/gi, ''));
  if (!match) return null;
  const reading = Number((match[1] ?? '').replaceAll(',', '')) * (match[2] === '' ? 1 : 1_000);
  return { mileage: Math.round(reading), mileageUnit: /^k/i.test(match[3] ?? '') ? 'km' : 'mi' };
}

/** Position and words of `2007 Porsche`; a year that no make follows, then a make alone, are second and third best. */
function findCar(
  words: readonly string[],
): { yearAt: number; makeAt: number; makeLength: number; make: string | null } | null {
  for (let at = 0; at < words.length; at += 1) {
    const named = MODEL_YEAR.test(words[at] ?? '') ? makeAt(words, at + 1) : null;
    if (named !== null) return { yearAt: at, makeAt: at + 1, makeLength: named.length, make: named.make };
  }
  const yearAt = words.findIndex((word) => MODEL_YEAR.test(word));
  if (yearAt >= 0) return { yearAt, makeAt: yearAt + 1, makeLength: 0, make: null };
  for (let at = 0; at < words.length; at += 1) {
    const named = makeAt(words, at);
    if (named !== null) return { yearAt: -1, makeAt: at, makeLength: named.length, make: named.make };
  }
  return null;
}

/**
 * Reads an auction title such as `16k-Mile 2007 Porsche 911 Turbo Coupe 6-Speed`. It never throws; a title without a
 * year or make gives `null` for it.
 */
export function parseListingTitle(title: string): ListingTitle {
  const spaced = title.slice(0, LONGEST_TITLE).split(/\s+/).filter(Boolean);
  const words: string[] = [];
  const spacedAt: number[] = [];
  spaced.forEach((piece, at) => {
    for (const word of splitWords(piece)) {
      words.push(word);
      spacedAt.push(at);
    }
  });
  const car = findCar(words);
  const start = car === null ? 0 : (spacedAt[car.yearAt >= 0 ? car.yearAt : car.makeAt] ?? 0);
  const before = spaced.slice(0, start);
  const mileage = before.map(mileageOf).find((found) => found !== null) ?? null;
  const textAt = car === null ? 0 : (spacedAt[car.makeAt + car.makeLength - 1] ?? -1) + 1;
  const text = spaced.slice(textAt).join(' ');
  const modelYear = car !== null && car.yearAt >= 0 ? Number.parseInt(words[car.yearAt] ?? '', 10) : null;
  const part = looksLikePart(modelYear === null ? title : text);
  return {
    modelYear,
    make: car?.make ?? null,
    text,
    mileage: mileage?.mileage ?? null,
    mileageUnit: mileage?.mileageUnit ?? null,
    marks: before.filter((piece) => mileageOf(piece) === null).flatMap(splitWords),
    subject: part ? 'part' : modelYear === null || car?.make === null ? 'unclear' : 'vehicle',
  };
}
