import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LlmError } from '../errors.ts';
import { guardModel } from '../guard-model.ts';
import { portableSchema } from '../schema/portable-schema.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import { generateObject } from './generate-object.ts';
import { streamObject } from './stream-object.ts';

const schema = z.object({ model: z.string(), priceUsd: z.int().max(1_000_000), trim: z.string().optional() });
const right = '{"model":"911","priceUsd":84500,"trim":null}';
const wrong = '{"model":"911","priceUsd":84500000,"trim":null}';

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const read: Value[] = [];
  for await (const value of values) read.push(value);
  return read;
}

describe('generateObject', () => {
  it('gives the validated object, and asks with the schema', async () => {
    const model = scriptedModel([right]);
    const result = await generateObject(model, { schema, name: 'car', system: 'Read.', prompt: 'A 911 for $84,500.' });
    expect(result.object).toEqual({ model: '911', priceUsd: 84_500 });
    expect(result.provenance).toBe('model');
    expect(model.requests[0]).toMatchObject({ system: 'Read.', output: { name: 'car', schema: { type: 'object' } } });
  });

  it('shows the model what is wrong and takes the mended answer, with the usage of both', async () => {
    const model = scriptedModel([wrong, right]);
    const result = await generateObject(guardModel([model], { retry: { random: () => 0 } }), { schema, prompt: 'a' });
    expect(result).toMatchObject({ object: { priceUsd: 84_500 }, provenance: 'repaired', usage: { total: 22 } });
    expect(result.attempts).toHaveLength(2);
    const [question, answer, order] = model.requests[1]?.messages ?? [];
    expect(question).toEqual({ role: 'user', content: [{ type: 'text', text: 'a' }] });
    expect(answer).toEqual({ role: 'assistant', content: [{ type: 'text', text: wrong }] });
    expect(order?.content[0]).toMatchObject({ text: expect.stringMatching(/- \$\.priceUsd: .*1000000/) });
  });

  it('fails with invalid-output after its turns, with the attempts and usage of all of them', async () => {
    const model = guardModel([scriptedModel([wrong])], { retry: { random: () => 0 } });
    const error = await generateObject(model, { schema, prompt: 'a' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid-output', partialText: wrong, usage: { total: 22 } });
    expect((error as LlmError).attempts).toHaveLength(2);
    expect((error as LlmError).message).toContain('$.priceUsd');
    const once = scriptedModel(['no JSON at all']);
    await expect(generateObject(once, { schema, prompt: 'a', repairTurns: 0 })).rejects.toThrow('is no JSON');
    expect(once.requests).toHaveLength(1);
  });

  it.each(['truncated', 'refusal', 'content-policy', 'context-length'] as const)(
    'takes %s for what it is, no answer to be mended',
    async (code) => {
      const model = scriptedModel([new LlmError(code, 'ended', { partialText: '{"model":"91' })]);
      await expect(generateObject(model, { schema, prompt: 'a' })).rejects.toMatchObject({ code });
      expect(model.requests).toHaveLength(1);
      const late = guardModel([scriptedModel([wrong, new LlmError(code, 'ended')])], { retry: { random: () => 0 } });
      const error = await generateObject(late, { schema, prompt: 'a' }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code, usage: { total: 11 } });
      expect((error as LlmError).attempts).toHaveLength(2);
    },
  );

  it('refuses a schema before anything is asked', async () => {
    const model = scriptedModel(['a']);
    const asked = generateObject(model, { schema: z.object({ sold: z.date() }), prompt: 'a' });
    await expect(asked).rejects.toMatchObject({ code: 'unportable-schema', problems: [{ path: '$.sold' }] });
    expect(() => streamObject(model, { schema: z.object({ sold: z.date() }), prompt: 'a' })).toThrow('$.sold');
    expect(model.requests).toHaveLength(0);
  });
});

describe('streamObject', () => {
  it('gives what is there so far, and the validated object last', async () => {
    const list = portableSchema(z.array(z.object({ model: z.string(), trim: z.string().optional() })));
    const text = '{"value": [{"model": "911", "trim": null}, {"model": "968", "trim": "CS"}]}';
    const { partialStream, result } = streamObject(scriptedModel([text]), { schema: list, prompt: 'a' });
    const partials = await all(partialStream);
    const { object } = await result;
    expect(object).toEqual([{ model: '911' }, { model: '968', trim: 'CS' }]);
    expect(partials.at(-1)).toEqual(object);
    expect(partials.length).toBeGreaterThan(1);
    for (const partial of partials)
      for (const [index, car] of partial.entries()) expect(object[index]).toMatchObject(car);
  });

  it('ends with the mended object where the streamed one did not fit', async () => {
    const { partialStream, result } = streamObject(scriptedModel([wrong, right]), { schema, prompt: 'a' });
    expect((await all(partialStream)).at(-1)).toEqual({ model: '911', priceUsd: 84_500 });
    expect(await result).toMatchObject({ provenance: 'repaired', usage: { total: 22 } });
  });

  it('throws where it is read and rejects where it is awaited, and nowhere else', async () => {
    const model = scriptedModel([{ text: '{"model": "911"', thenFail: new LlmError('network', 'cut') }]);
    const { partialStream, result } = streamObject(model, { schema, prompt: 'a' });
    await expect(all(partialStream)).rejects.toMatchObject({ code: 'network' });
    await expect(result).rejects.toMatchObject({ code: 'network' });
    streamObject(model, { schema, prompt: 'a' });
    const aborted = streamObject(model, { schema, prompt: 'a', signal: AbortSignal.abort() });
    await expect(aborted.result).rejects.toMatchObject({ code: 'aborted' });
    await expect(all(aborted.partialStream)).rejects.toMatchObject({ code: 'aborted' });
  });
});
