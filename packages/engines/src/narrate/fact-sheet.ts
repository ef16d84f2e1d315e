import { InvalidInputError } from '../errors.ts';
import type { IsoDate, IsoMonth } from '../market/calendar.ts';
import type { Fact } from '../market/insight.ts';

/**
 * Everything that may be said in one text. Glossary: a *fact* is a value with its unit, its n and its formula; a *slot*
 * is the place of a fact in a text, `{{fact:id|format}}`; a *claim* is what a reader takes from the finished text.
 */
export type FactSheet = ReadonlyMap<string, Fact>;

/** The sheet of these facts. Two facts of one id are an error: nobody could tell which of them a text means. */
export function factSheet(facts: readonly Fact[]): FactSheet {
  const sheet = new Map<string, Fact>();
  for (const fact of facts) {
    if (sheet.has(fact.id))
      throw new InvalidInputError(`Fact ${fact.id} is on the sheet twice: give each fact its own id.`);
    sheet.set(fact.id, fact);
  }
  return sheet;
}

/** What every fact may carry beside its value. */
export type Evidence = Pick<Fact, 'n' | 'formula' | 'period' | 'source' | 'role' | 'with' | 'words'>;

/** A price in whole units of its currency. */
export function priceFact(
  id: string,
  { value, currency, ...evidence }: { readonly value: number; readonly currency: string } & Evidence,
): Fact {
  return { id, kind: 'price', value: Math.round(value), unit: currency, ...evidence };
}

/** A small amount of money that is told to the hundredth, such as what a text cost. */
export function centsFact(
  id: string,
  { value, currency, ...evidence }: { readonly value: number; readonly currency: string } & Evidence,
): Fact {
  return { id, kind: 'price', value: Math.round(value * 100) / 100, unit: currency, ...evidence };
}

/** A share or a relative change: 0.042 is 4.2 %, -0.25 is a quarter less. */
export function shareFact(id: string, { value, ...evidence }: { readonly value: number } & Evidence): Fact {
  return { id, kind: 'share', value, unit: '%', ...evidence };
}

/** A number of things. The noun is singular, such as `sale`. */
export function countFact(
  id: string,
  { value, noun, ...evidence }: { readonly value: number; readonly noun: string } & Evidence,
): Fact {
  return { id, kind: 'count', value, unit: noun, ...evidence };
}

/** A day or a month. */
export function dateFact(id: string, { value, ...evidence }: { readonly value: IsoDate | IsoMonth } & Evidence): Fact {
  return { id, kind: 'date', value, unit: '', ...evidence };
}

/** A place among others: 1 is the first. `of` says what is ranked, such as `largest rise`, and `n` among how many. */
export function rankFact(
  id: string,
  { value, of, ...evidence }: { readonly value: number; readonly of: string } & Evidence,
): Fact {
  return { id, kind: 'rank', value, unit: of, ...evidence };
}

/** Which way something went: 1 up, -1 down, 0 steady. */
export function directionFact(id: string, { value, ...evidence }: { readonly value: 1 | 0 | -1 } & Evidence): Fact {
  return { id, kind: 'direction', value, unit: '', ...evidence };
}

/** How much of one thing another is: 2 is twice as much, 0.5 is half as much. */
export function comparisonFact(id: string, { value, ...evidence }: { readonly value: number } & Evidence): Fact {
  return { id, kind: 'comparison', value, unit: '', ...evidence };
}

/**
 * Something that is so and is no figure, such as `the method beat the assumption that prices stay where they are`: words
 * of ours, without figures, that start with a small letter and end without a full stop.
 */
export function statementFact(id: string, { value, ...evidence }: { readonly value: string } & Evidence): Fact {
  return { id, kind: 'statement', value: cleanText(value, STATEMENT_LENGTH), unit: '', ...evidence };
}

/** Longest name that is shown. */
const NAME_LENGTH = 120;
const STATEMENT_LENGTH = 600;

/** A name that the taxonomy gave, such as `Porsche 911 992.1 GT3`. */
export function nameFact(
  id: string,
  { value, n = 1, ...evidence }: { readonly value: string; readonly n?: number } & Omit<Evidence, 'n'>,
): Fact {
  return { id, kind: 'name', value: cleanName(value), unit: '', n, ...evidence };
}

/** The title of a listing in quotation marks: other people's text, which stays a name whatever it says. */
export function titleFact(id: string, { value, ...evidence }: { readonly value: string } & Omit<Evidence, 'n'>): Fact {
  return { id, kind: 'name', value: `“${cleanName(value.replace(/[“”]/g, '"'))}”`, unit: '', n: 1, ...evidence };
}

/** Without control characters, braces and line breaks, so that a name cannot become a slot or a paragraph. */
function cleanName(text: string): string {
  return cleanText(text, NAME_LENGTH);
}

function cleanText(text: string, length: number): string {
  const clean = text.replace(/[\p{C}{}\s]+/gu, ' ').trim();
  return [...clean].slice(0, length).join('').trim();
}
