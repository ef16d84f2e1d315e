import { createHash } from 'node:crypto';
import type { PromptContent } from './prompt.ts';

/**
 * SHA-256 over everything that makes a prompt what it is, hexadecimal: texts, model, parameters, and the hashes of the
 * versions that it was composed of. Who wrote it and why is not part of it.
 */
export function contentHash(content: PromptContent): string {
  const { composition, effort } = content;
  const parts: unknown[] = [
    content.systemPrompt,
    content.userPromptTemplate,
    content.modelProvider,
    content.modelName,
    content.temperature ?? null,
    content.maxOutputTokens ?? null,
  ];
  // Each under its name: what a prompt does not have leaves no trace, so that later fields change no hash that is stored.
  if (effort !== undefined) parts.push(['effort', effort]);
  if (composition !== undefined) {
    const includes = composition.includes.map(({ type, version, contentHash: hash }) => [type, version, hash]);
    parts.push(['composition', composition.systemPrompt, composition.userPromptTemplate, includes]);
  }
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
