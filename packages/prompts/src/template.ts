import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { PromptError } from './errors.ts';

/** A template whose variables are typed by a zod schema. */
export interface Template<Variables extends z.ZodObject> {
  readonly source: string;
  /** Fills the template. Values that do not fit the schema are a `ZodError`. */
  render(variables: z.input<Variables>): string;
}

const slot = /\{\{\s*(data:)?\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}/g;

/**
 * Makes a template. A slot without a variable and a variable without a slot are errors here, not when it is rendered.
 * `{{name}}` takes a trusted value as it is; `{{data:name}}` fences an untrusted one between marks that hold a hash of the
 * value, so that no text can contain the mark that ends its own fence.
 *
 * @example
 * const template = defineTemplate('Describe {{count}} cars:\n{{data:titles}}', z.object({ count: z.number(), titles: z.string() }));
 */
export function defineTemplate<Variables extends z.ZodObject>(source: string, schema: Variables): Template<Variables> {
  assertVariables(source, Object.keys(schema.shape));
  return {
    source,
    render: (variables) => fill(source, schema.parse(variables)),
  };
}

/**
 * Fills a template whose variables have no schema, as test cases bring them. A slot without a variable and a variable
 * without a slot are errors.
 */
export function renderTemplate(source: string, variables: Readonly<Record<string, unknown>>): string {
  assertVariables(source, Object.keys(variables));
  return fill(source, variables);
}

/** The variables that a template uses, in order of first use. What is no template is an `invalid-template`. */
export function templateVariables(source: string): readonly string[] {
  const stray = source.replace(slot, '').match(/\{\{|\}\}/);
  if (stray !== null) {
    throw new PromptError(
      'invalid-template',
      `The template has a "${stray[0]}" that belongs to no slot: write {{name}}.`,
    );
  }
  return [...new Set([...source.matchAll(slot)].map((match) => match[2] as string))];
}

function assertVariables(source: string, declared: readonly string[]): void {
  const used = [...new Set([...source.matchAll(slot)].map((match) => match[2] as string))];
  const missing = used.filter((name) => !declared.includes(name));
  const unused = declared.filter((name) => !used.includes(name));
  if (missing.length > 0) {
    throw new PromptError(
      'missing-variable',
      `The template uses ${missing.join(', ')} and there is no such variable: add it.`,
    );
  }
  if (unused.length > 0) {
    throw new PromptError(
      'unused-variable',
      `There is a variable ${unused.join(', ')} and the template does not use it: remove it.`,
    );
  }
  templateVariables(source);
}

function fill(source: string, values: Readonly<Record<string, unknown>>): string {
  return source.replace(slot, (_match, untrusted: string | undefined, name: string) => {
    const text = toText(values[name]);
    return untrusted === undefined ? text : fence(name, text);
  });
}

/** Data between marks that the data cannot contain: the mark holds a hash of the data and of what was tried before. */
export function fence(name: string, text: string): string {
  let mark = '';
  for (let attempt = 0; mark === '' || text.includes(mark); attempt++) {
    mark = createHash('sha256').update(`${attempt}\n${name}\n${text}`).digest('hex').slice(0, 16);
  }
  return `<data name="${name}" mark="${mark}">\n${text}\n</data mark="${mark}">`;
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}
