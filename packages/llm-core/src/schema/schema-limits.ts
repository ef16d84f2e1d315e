import { anthropicDialect, children, countNullable, countUnions, MAXIMUM_OPTIONAL_PROPERTIES } from './fit-schema.ts';
import { isRecord, type JsonSchema } from './json-schema.ts';
import type { SchemaProblem } from './unportable-schema-error.ts';

/** developers.openai.com/api/docs/guides/structured-outputs: levels of nesting, and counts over a whole schema. */
const MAXIMUM_DEPTH = 10;
const MAXIMUM_PROPERTIES = 5000;
const MAXIMUM_CHOICES = 1000;
const MAXIMUM_NAME_CHARACTERS = 120_000;
/** A single enum of strings with more choices than this is bounded in characters too. */
const LARGE_CHOICES = 250;
const MAXIMUM_LARGE_CHOICE_CHARACTERS = 15_000;

interface Size {
  readonly depth: number;
  readonly properties: number;
  readonly choices: number;
  readonly characters: number;
  readonly largestChoiceCharacters: number;
}

/** What of a wire form is more than a provider takes. */
export function limitProblems(schema: JsonSchema): SchemaProblem[] {
  const size = measure(schema);
  const unions = countUnions(schema) - Math.min(countNullable(schema), MAXIMUM_OPTIONAL_PROPERTIES);
  const limits: readonly [number, number, string][] = [
    [size.depth, MAXIMUM_DEPTH, 'levels of nesting; OpenAI takes'],
    [size.properties, MAXIMUM_PROPERTIES, 'properties; OpenAI takes'],
    [size.choices, MAXIMUM_CHOICES, 'enum values; OpenAI takes'],
    [size.characters, MAXIMUM_NAME_CHARACTERS, 'characters in names and enum values; OpenAI takes'],
    [size.largestChoiceCharacters, MAXIMUM_LARGE_CHOICE_CHARACTERS, 'characters in one large enum; OpenAI takes'],
    [unions, anthropicDialect.maximumUnions, 'unions and nullable places beyond the optional ones; Anthropic takes'],
  ];
  return limits
    .filter(([count, most]) => count > most)
    .map(([count, most, what]) => ({ path: '$', reason: `the schema has ${count} ${what} at most ${most}.` }));
}

function measure(schema: JsonSchema): Size {
  const choices = choicesOf(schema);
  const names = isRecord(schema['properties']) ? Object.keys(schema['properties']) : [];
  const characters = [...choices, ...names].reduce<number>((sum, text) => sum + String(text).length, 0);
  const inside = children(schema).map(measure);
  const total = (part: keyof Size) => inside.reduce((sum, size) => sum + size[part], 0);
  const greatest = (part: keyof Size) => Math.max(0, ...inside.map((size) => size[part]));
  const isLevel = schema['type'] === 'object' || schema['type'] === 'array';
  const choiceCharacters = choices.reduce<number>((sum, text) => sum + String(text).length, 0);
  return {
    depth: greatest('depth') + (isLevel ? 1 : 0),
    properties: total('properties') + names.length,
    choices: total('choices') + choices.length,
    characters: total('characters') + characters,
    largestChoiceCharacters: Math.max(
      greatest('largestChoiceCharacters'),
      choices.length > LARGE_CHOICES ? choiceCharacters : 0,
    ),
  };
}

function choicesOf(schema: JsonSchema): readonly unknown[] {
  if (Array.isArray(schema['enum'])) return schema['enum'] as unknown[];
  return schema['const'] === undefined ? [] : [schema['const']];
}
