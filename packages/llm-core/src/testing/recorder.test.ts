import { expect, it } from 'vitest';
import { describeLanguageModel } from '../contract-suites/describe-language-model.ts';
import { LlmError } from '../errors.ts';
import { failingModel, type ModelFault } from './failing-model.ts';
import { type RecordedCall, recorder, replayedModel } from './recorder.ts';
import { scriptedModel } from './scripted-model.ts';

const text = 'Prices of the 911 held.';
const refused = new LlmError('invalid-request', 'no');
describeLanguageModel({
  name: 'recorder',
  text,
  createModel: () => recorder([])(scriptedModel([text])),
  createFailingModel: () => recorder([])(scriptedModel([refused])),
});
describeLanguageModel({
  name: 'a failing model',
  text,
  createModel: () => failingModel(() => undefined)(scriptedModel([text])),
  createFailingModel: () => failingModel(() => refused)(scriptedModel([text])),
});

async function streamed(model: ReturnType<typeof replayedModel>) {
  const said: string[] = [];
  try {
    for await (const event of model.stream({ messages: [] })) if (event.type === 'text-delta') said.push(event.text);
    return { said: said.join(''), code: undefined };
  } catch (error) {
    return { said: said.join(''), code: (error as LlmError).code };
  }
}

it('plays back what it recorded, through JSON', async () => {
  const faults: (ModelFault | undefined)[] = [
    undefined,
    new LlmError('overload', 'busy'),
    { error: new LlmError('network', 'cut'), afterContents: 2 },
  ];
  const calls: RecordedCall[] = [];
  const model = recorder(calls)(failingModel(() => faults.shift())(scriptedModel([text])));
  const first = await model.generate({ messages: [] });
  await expect(model.generate({ messages: [] })).rejects.toMatchObject({ code: 'overload' });
  expect(await streamed(model)).toEqual({ said: 'Prices of ', code: 'network' });

  const kept = JSON.parse(JSON.stringify(calls)) as RecordedCall[];
  const replayed = replayedModel(kept, { provider: 'scripted', modelId: 'scripted-1' });
  expect((await replayed.generate({ messages: [] })).text).toBe(first.text);
  await expect(replayed.generate({ messages: [] })).rejects.toMatchObject({ code: 'overload', message: 'busy' });
  expect(await streamed(replayed)).toEqual({ said: 'Prices of ', code: 'network' });
  await expect(replayed.generate({ messages: [] })).rejects.toThrow('Call 4 is a generate, but there is no more');
});
