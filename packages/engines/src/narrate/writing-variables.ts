import type { WritingRequest } from './writer.ts';

/** What the template of a prompt that writes texts is filled with. */
export function writingVariables(request: WritingRequest) {
  return {
    promptType: request.promptType as string,
    templateText: request.templateText,
    facts: JSON.stringify(request.facts),
    previousText: request.previousText ?? '',
    faults: request.faults.join('\n'),
  };
}
