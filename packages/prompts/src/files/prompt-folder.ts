import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PromptError } from '../errors.ts';
import type { PromptTestCase } from '../evaluate/test-case.ts';
import { assertName } from '../names.ts';
import type { LLMPrompt, PromptDraft } from '../prompt.ts';
import { parseCases } from './case-file.ts';

/** A prompt as it lies in a folder of its own. */
export type PromptFile = Omit<PromptDraft, 'createdBy'>;

const parametersSchema = z.strictObject({
  model: z.string().regex(/^[^/]+\/.+$/, 'must be provider/model, such as anthropic/claude-sonnet-5-5'),
  description: z.string().default(''),
  temperature: z.number().min(0).max(2).optional(),
  maxOutputTokens: z.number().int().positive().optional(),
  effort: z.enum(['none', 'low', 'medium', 'high', 'xhigh', 'max']).optional(),
});

/**
 * Reads every prompt of a folder: `<type>/prompt.json` with model and parameters, `<type>/system.md` and `<type>/user.md`.
 * In order of the types. A text is the file without the line break at its very end, so that editors may add one.
 */
export async function readPromptFolder(folder: string): Promise<readonly PromptFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new PromptError('unreadable-file', `The folder ${folder} cannot be read: make it, or pull prompts into it.`, {
      cause,
    });
  });
  const types = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
  return Promise.all(types.sort().map((type) => readPromptFile(folder, type)));
}

/** The cases beside a prompt, in `<type>/cases.json`; empty where there is no such file. */
export async function readCases(folder: string, type: string): Promise<readonly PromptTestCase[]> {
  const file = join(folder, type, 'cases.json');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new PromptError('unreadable-file', `${file} cannot be read.`, { cause: error });
  }
  return parseCases(text, { file });
}

/** Writes a version as files, as it was written: with its includes and not what they became. True where a file changed. */
export async function writePromptFile(folder: string, prompt: LLMPrompt): Promise<boolean> {
  const { type, description, modelProvider, modelName, temperature, maxOutputTokens, effort, composition } = prompt;
  const parameters = { model: `${modelProvider}/${modelName}`, description, temperature, maxOutputTokens, effort };
  const source = composition ?? prompt;
  const place = join(folder, type);
  await mkdir(place, { recursive: true });
  const changes = [
    await writeChanged(join(place, 'prompt.json'), `${JSON.stringify(parameters, null, 2)}\n`),
    await writeChanged(join(place, 'system.md'), `${source.systemPrompt}\n`),
    await writeChanged(join(place, 'user.md'), `${source.userPromptTemplate}\n`),
  ];
  return changes.includes(true);
}

async function readPromptFile(folder: string, type: string): Promise<PromptFile> {
  assertName('a prompt type', type);
  const read = async (name: string) => {
    const file = join(folder, type, name);
    return readFile(file, 'utf8').catch((cause: unknown) => {
      throw new PromptError('unreadable-file', `${file} cannot be read: a prompt needs it.`, { cause });
    });
  };
  const [json, system, user] = await Promise.all(['prompt.json', 'system.md', 'user.md'].map(read));
  const file = join(folder, type, 'prompt.json');
  let value: unknown;
  try {
    value = JSON.parse(json!);
  } catch (cause) {
    throw new PromptError('unreadable-file', `${file} is no JSON: mend it.`, { cause });
  }
  const parsed = parametersSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new PromptError('unreadable-file', `${file}: ${issue?.path.join('.') || 'it'} ${issue?.message}.`);
  }
  const { model, description, temperature, maxOutputTokens, effort } = parsed.data;
  const slash = model.indexOf('/');
  return {
    type,
    systemPrompt: withoutLastBreak(system!),
    userPromptTemplate: withoutLastBreak(user!),
    modelProvider: model.slice(0, slash),
    modelName: model.slice(slash + 1),
    description,
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(effort === undefined ? {} : { effort }),
  };
}

function withoutLastBreak(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

/** Whole or not at all: whoever reads meanwhile sees the old file or the new one. */
async function writeChanged(file: string, text: string): Promise<boolean> {
  const before = await readFile(file, 'utf8').catch(() => null);
  if (before === text) return false;
  const draft = `${file}.${process.pid}.part`;
  await writeFile(draft, text);
  await rename(draft, file);
  return true;
}
