import { createHash } from 'node:crypto';
import type { PromptContent } from './prompt.ts';

/** SHA-256 over everything that makes a prompt what it is, hexadecimal. Who wrote it and why is not part of it. */
export function contentHash(content: PromptContent): string {
  const parts = [
    content.systemPrompt,
    content.userPromptTemplate,
    content.modelProvider,
    content.modelName,
    content.temperature ?? null,
    content.maxOutputTokens ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
