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

interface FoundCar {
  readonly year: number | null;
  readonly make: string | null;
  /** Where the car begins, by its year or its make. */
  readonly startAt: number;
  /** Where the words after make and year begin. */
  readonly textAt: number;
}

/**
 * Year and make at best as `2007 Porsche`; else the first make with the first year of the title (`Porsche 911, 2007`);
 * else a year or a make alone. `null` without either.
 */
function findCar(words: readonly string[]): FoundCar | null {
  let first: FoundCar | null = null;
  const yearAt = words.findIndex((word) => MODEL_YEAR.test(word));
  const year = yearAt < 0 ? null : Number.parseInt(words[yearAt] ?? '', 10);
  for (let at = 0; at < words.length; at += 1) {
    const named = makeAt(words, at);
    if (named === null) continue;
    const textAt = at + named.length;
    if (at > 0 && MODEL_YEAR.test(words[at - 1] ?? '')) {
      return { year: Number.parseInt(words[at - 1] ?? '', 10), make: named.make, startAt: at - 1, textAt };
    }
    first ??= { year: yearAt > at ? year : null, make: named.make, startAt: at, textAt };
  }
  if (first !== null && first.year !== null) return first;
  if (year !== null) return { year, make: null, startAt: yearAt, textAt: yearAt + 1 };
  return first;
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
  const start = car === null ? 0 : (spacedAt[car.startAt] ?? 0);
  const before = spaced.slice(0, start);
  const mileage = before.map(mileageOf).find((found) => found !== null) ?? null;
  const textAt = car === null ? 0 : (spacedAt[car.textAt - 1] ?? -1) + 1;
  const modelYear = car?.year ?? null;
  const text = spaced
    .slice(textAt)
    .filter((piece) => piece !== String(modelYear))
    .join(' ');
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
