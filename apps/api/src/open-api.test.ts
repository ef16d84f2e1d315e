import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { emptyApi } from './__fixtures__/empty-api.ts';
import { API_BASE_PATH } from './create-api.ts';
import { openApiText } from '../scripts/open-api-text.ts';

interface Schema {
  readonly [key: string]: unknown;
}

const committed = () => readFile(new URL('../openapi.json', import.meta.url), 'utf8');

test('the committed openapi.json is what the routes say; else run generate:openapi', async () => {
  expect(openApiText()).toBe(await committed());
});

test('the API serves the same document at both places', async () => {
  const { api } = emptyApi();
  for (const path of ['/openapi.json', `${API_BASE_PATH}/openapi.json`]) {
    const response = await api.request(path);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(JSON.parse(await committed()));
  }
});

test('every reference leads somewhere, no shared schema is nullable, and every operation has a name', async () => {
  const document = JSON.parse(await committed()) as {
    paths: Record<string, Record<string, { operationId?: string; summary?: string }>>;
    components: { schemas: Record<string, Schema> };
  };
  const { schemas } = document.components;
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name,
  );
  expect(references.length).toBeGreaterThan(50);
  expect(references.filter((name) => !Object.hasOwn(schemas, name ?? ''))).toEqual([]);
  for (const [name, schema] of Object.entries(schemas))
    expect([name, Array.isArray(schema['type'])]).toEqual([name, false]);
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const names = operations.map((operation) => operation.operationId);
  expect(names.every((name) => name !== undefined)).toBe(true);
  expect(new Set(names).size).toBe(operations.length);
  expect(operations.every((operation) => operation.summary !== undefined)).toBe(true);
});

test('every field and every parameter is described, here or where its schema is shared', async () => {
  const document = JSON.parse(await committed()) as {
    paths: Record<string, Record<string, { parameters?: { name: string; description?: string }[] }>>;
    components: { schemas: Record<string, Schema> };
  };
  const bare: string[] = [];
  const walk = (name: string, schema: Schema): void => {
    for (const [key, field] of Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)) {
      const path = `${name}.${key}`;
      if (!['description', '$ref', 'allOf'].some((word) => Object.hasOwn(field, word))) bare.push(path);
      walk(path, field);
      walk(`${path}[]`, (field['items'] ?? {}) as Schema);
    }
  };
  for (const [name, schema] of Object.entries(document.components.schemas)) walk(name, schema);
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const operation of Object.values(operations)) {
      for (const { name, description } of operation.parameters ?? []) if (!description) bare.push(`${path}?${name}`);
    }
  }
  expect(bare).toEqual([]);
});
