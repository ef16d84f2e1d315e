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

interface Evidence {
  /** Observations behind the value. */
  readonly n: number;
  /** How it was computed, in words a person can follow. */
  readonly formula: string;
}

/** A price in whole units of its currency. */
export function priceFact(id: string, fact: { readonly value: number; readonly currency: string } & Evidence): Fact {
  return { id, kind: 'price', value: Math.round(fact.value), unit: fact.currency, n: fact.n, formula: fact.formula };
}

/** A share or a relative change: 0.042 is 4.2 %, -0.25 is a quarter less. */
export function shareFact(id: string, fact: { readonly value: number } & Evidence): Fact {
  return { id, kind: 'share', value: fact.value, unit: '%', n: fact.n, formula: fact.formula };
}

/** A number of things. The noun is singular, such as `sale`. */
export function countFact(id: string, fact: { readonly value: number; readonly noun: string } & Evidence): Fact {
  return { id, kind: 'count', value: fact.value, unit: fact.noun, n: fact.n, formula: fact.formula };
}

/** A day or a month. */
export function dateFact(id: string, fact: { readonly value: IsoDate | IsoMonth } & Evidence): Fact {
  return { id, kind: 'date', value: fact.value, unit: '', n: fact.n, formula: fact.formula };
}

/** Longest name that is shown. */
const NAME_LENGTH = 120;

/** A name that the taxonomy gave, such as `Porsche 911 992.1 GT3`. */
export function nameFact(
  id: string,
  fact: { readonly value: string; readonly formula: string; readonly n?: number },
): Fact {
  return { id, kind: 'name', value: cleanName(fact.value), unit: '', n: fact.n ?? 1, formula: fact.formula };
}

/** The title of a listing in quotation marks: other people's text, which stays a name whatever it says. */
export function titleFact(id: string, fact: { readonly value: string; readonly formula: string }): Fact {
  const value = `“${cleanName(fact.value.replace(/[“”]/g, '"'))}”`;
  return { id, kind: 'name', value, unit: '', n: 1, formula: fact.formula };
}

/** Without control characters, braces and line breaks, so that a name cannot become a slot or a paragraph. */
function cleanName(text: string): string {
  const clean = text.replace(/[\p{C}{}\s]+/gu, ' ').trim();
  return [...clean].slice(0, NAME_LENGTH).join('').trim();
}
