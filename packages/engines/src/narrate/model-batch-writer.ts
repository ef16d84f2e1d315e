import { priceUsage } from '@pa/cost';
import { generateObject } from '@pa/llm-core';
import type { LLMPrompt } from '@pa/prompts';
import { z } from 'zod';
import type { BatchWriter } from './batch-writer.ts';
import { factSheet } from './fact-sheet.ts';
import { fillSlots } from './fill-slots.ts';
import { type ModelWriterOptions, userPrompt } from './model-writer.ts';
import { type KeptText, LIFETIMES, tagsOf, textKey } from './text-cache.ts';
import type { WritingRequest, WrittenText } from './writer.ts';

const answerSchema = z.object({
  texts: z.array(z.object({ id: z.string().describe('The id of the task.'), text: z.string() })),
});

const TASKS =
  'Several tasks follow. Each is a text of its own with facts of its own: use the facts of no other task in it. In place of a text alone, answer with one entry for each task, by its id.';

interface Placed {
  readonly place: number;
  readonly request: WritingRequest;
  readonly prompt: LLMPrompt;
}

/**
 * Writes several texts in one request of a language model under the deployed prompts: one request for each type of text
 * and prompt. Texts that are kept are not asked for. An id that the answer lacks, has twice or made up gives no text; what
 * one call costs is split evenly over the texts that it gave, to the last nano-dollar.
 */
export function createModelBatchWriter(options: ModelWriterOptions): BatchWriter {
  return async (requests) => {
    const written: (WrittenText | null)[] = requests.map(() => null);
    const groups = new Map<string, Placed[]>();
    for (const [place, request] of requests.entries()) {
      const { prompt } = await options.prompts.getPrompt(request.promptType);
      const kept = await keptText(request, { prompt, options });
      if (kept !== null) {
        written[place] = kept;
        continue;
      }
      const key = `${request.promptType}/${prompt.contentHash}`;
      groups.set(key, [...(groups.get(key) ?? []), { place, request, prompt }]);
    }
    for (const group of groups.values()) {
      // A text that is alone of its kind gains nothing from a form around it.
      if (group.length < 2) continue;
      for (const [index, text] of (await askedTogether(group, options)).entries()) {
        written[group[index]!.place] = text;
      }
    }
    return written;
  };
}

async function askedTogether(
  group: readonly Placed[],
  options: ModelWriterOptions,
): Promise<readonly (WrittenText | null)[]> {
  const { model, priceBook, now } = options;
  const { prompt, request: first } = group[0]!;
  const startedAt = now();
  const tasks = group.map(
    ({ request }, index) => `Task ${idOf(index)}:\n${userPrompt(prompt.userPromptTemplate, request)}`,
  );
  const result = await generateObject(model, {
    schema: answerSchema,
    name: 'texts',
    system: prompt.systemPrompt,
    messages: [{ role: 'user', content: [{ type: 'text', text: [TASKS, ...tasks].join('\n\n') }] }],
    ...(prompt.maxOutputTokens === undefined ? {} : { maxOutputTokens: prompt.maxOutputTokens * group.length }),
    ...(prompt.temperature === undefined ? {} : { temperature: prompt.temperature }),
    promptCache: { key: `${prompt.type}@${prompt.version}` },
    context: { feature: first.promptType, promptName: prompt.type, promptVersion: `${prompt.version}` },
    repairTurns: 0,
  });
  const price = priceBook({ provider: result.provider, model: result.servedModel, at: startedAt });
  const costNanoUsd = (price === null ? null : priceUsage(result.usage, price)?.nanoUsd) ?? 0n;
  const texts = group.map((_, index) => textOf(result.object.texts, idOf(index)));
  const shares = evenShares(costNanoUsd, texts.filter((text) => text !== null).length);
  const written = texts.map((text): WrittenText | null =>
    text === null
      ? null
      : {
          text,
          provider: result.provider,
          requestedModel: result.requestedModel,
          servedModel: result.servedModel,
          promptVersion: `${prompt.type}@${prompt.version}`,
          costNanoUsd: shares.shift() ?? 0n,
        },
  );
  await Promise.all(
    written.map(async (text, index) => {
      if (text !== null) await keepText(group[index]!, { text, options });
    }),
  );
  return written;
}

function idOf(index: number): string {
  return `text-${index + 1}`;
}

/** The text of an id that the answer has exactly once; two would leave open which is meant. */
function textOf(texts: readonly { readonly id: string; readonly text: string }[], id: string): string | null {
  const own = texts.filter((entry) => entry.id === id);
  return own.length === 1 ? own[0]!.text : null;
}

/** Equal parts that add up to the whole; the first ones carry what is left over. */
function evenShares(whole: bigint, parts: number): bigint[] {
  if (parts === 0) return [];
  const count = BigInt(parts);
  return Array.from({ length: parts }, (_, index) => whole / count + (BigInt(index) < whole % count ? 1n : 0n));
}

async function keptText(
  request: WritingRequest,
  { prompt, options }: { readonly prompt: LLMPrompt; readonly options: ModelWriterOptions },
): Promise<WrittenText | null> {
  const { cache, model } = options;
  if (cache === undefined) return null;
  const asked = { provider: model.provider, modelId: model.modelId, promptHash: prompt.contentHash };
  const kept = await cache.cache.get<KeptText>(textKey.keyOf({ ...request, ...asked }, { scope: cache.scope }));
  return kept === null ? null : { ...kept.value, costNanoUsd: 0n };
}

/** Keeps a text that is proved, for whoever asks for it next, alone or together. */
async function keepText(
  { request, prompt }: Placed,
  { text, options }: { readonly text: WrittenText; readonly options: ModelWriterOptions },
): Promise<void> {
  const { cache } = options;
  if (cache === undefined) return;
  if (fillSlots(text.text, factSheet(request.facts)).status !== 'ok') return;
  const { costNanoUsd, ...written } = text;
  const asked = { provider: text.provider, modelId: text.servedModel, promptHash: prompt.contentHash };
  await cache.cache.set<KeptText>(
    textKey.keyOf({ ...request, ...asked }, { scope: cache.scope }),
    {
      value: { ...written, costNanoUsd: costNanoUsd.toString() },
      outcome: 'validated',
      servedModel: text.servedModel,
      containsPersonalData: false,
      costNanoUsd,
    },
    { ttlClass: LIFETIMES[request.promptType], tags: tagsOf(request, prompt), feature: request.promptType },
  );
}
