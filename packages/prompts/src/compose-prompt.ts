import { PromptError } from './errors.ts';
import type { LLMPrompt, PromptDraft, PromptInclude } from './prompt.ts';

/** Finds the version that is taken in; without a number the one that counts today. `null` where there is none. */
export type IncludeLookup = (query: { readonly type: string; readonly version?: number }) => Promise<LLMPrompt | null>;

const INCLUDE = /\{\{\s*include:\s*([a-z0-9][a-z0-9_.-]*?)(?:@(\d{1,9}))?\s*\}\}/g;
const MAXIMUM_CHARACTERS = 1_000_000;

/** The types that a draft takes in by name, each once. */
export function includedTypes(
  draft: Pick<PromptDraft, 'systemPrompt' | 'userPromptTemplate' | 'composition'>,
): readonly string[] {
  const { systemPrompt, userPromptTemplate } = draft.composition ?? draft;
  return [
    ...new Set([...`${systemPrompt}\n${userPromptTemplate}`.matchAll(INCLUDE)].map((match) => match[1] as string)),
  ];
}

/**
 * Puts a prompt together: `{{include:type@version}}` in one of its texts becomes the same text of that version. Without a
 * number it is the version that counts today. What was found is frozen into the draft, so that its hash changes with it and
 * nothing that is deployed later changes the prompt. A prompt that takes itself in, over whatever steps, is an
 * `include-cycle`. A draft without includes comes back as it is.
 */
export async function composePrompt(draft: PromptDraft, lookup: IncludeLookup): Promise<PromptDraft> {
  const { composition, ...plain } = draft;
  const source = {
    systemPrompt: composition?.systemPrompt ?? draft.systemPrompt,
    userPromptTemplate: composition?.userPromptTemplate ?? draft.userPromptTemplate,
  };
  const found = new Map<string, LLMPrompt>();
  for (const match of `${source.systemPrompt}\n${source.userPromptTemplate}`.matchAll(INCLUDE)) {
    const [written, type, version] = match as unknown as readonly [string, string, string | undefined];
    const key = keyOf(type, version);
    if (found.has(key)) continue;
    const prompt = await lookup({ type, ...(version === undefined ? {} : { version: Number(version) }) });
    if (prompt === null) {
      const what = version === undefined ? 'and nothing of it is deployed' : `and there is no version ${version} of it`;
      throw new PromptError('unknown-prompt', `"${draft.type}" has ${written} ${what}: create and deploy it first.`);
    }
    assertNoCycle(draft.type, prompt);
    found.set(key, prompt);
  }
  if (found.size === 0) return composition === undefined ? draft : { ...plain, ...source };
  const expand = (field: 'systemPrompt' | 'userPromptTemplate') =>
    source[field].replace(INCLUDE, (_match, type: string, version?: string) => found.get(keyOf(type, version))![field]);
  const whole = { systemPrompt: expand('systemPrompt'), userPromptTemplate: expand('userPromptTemplate') };
  if (whole.systemPrompt.length + whole.userPromptTemplate.length > MAXIMUM_CHARACTERS) {
    throw new PromptError(
      'invalid-template',
      `"${draft.type}" is longer than a million characters once it is put together.`,
    );
  }
  return { ...plain, ...whole, composition: { ...source, includes: closure([...found.values()]) } };
}

function keyOf(type: string, version: string | undefined): string {
  return version === undefined ? type : `${type}@${Number(version)}`;
}

function assertNoCycle(type: string, included: LLMPrompt): void {
  const inner = included.composition?.includes.find((entry) => entry.type === type);
  if (included.type !== type && inner === undefined) return;
  const way =
    inner === undefined ? [type, type] : [type, `${included.type}@${included.version}`, `${type}@${inner.version}`];
  throw new PromptError(
    'include-cycle',
    `"${type}" takes itself in (${way.join(' -> ')}): remove one of the includes.`,
  );
}

function closure(direct: readonly LLMPrompt[]): readonly PromptInclude[] {
  const all = direct.flatMap(({ type, version, contentHash, composition }) => [
    { type, version, contentHash },
    ...(composition?.includes ?? []),
  ]);
  const byKey = new Map(all.map((entry) => [`${entry.type}@${entry.version}`, entry]));
  return [...byKey.values()].sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : a.version - b.version));
}
