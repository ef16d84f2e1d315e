import type { Fact } from '../market/insight.ts';

/** Some sentences with slots, together with the facts that fill them. */
export interface Passage {
  readonly text: string;
  readonly facts: readonly Fact[];
}

/** The passages that have something to say, one paragraph each. */
export function paragraphs(passages: readonly (Passage | null)[]): Passage {
  const said = passages.filter((passage) => passage !== null && passage.text !== '') as readonly Passage[];
  return { text: said.map((passage) => passage.text).join('\n\n'), facts: said.flatMap((passage) => passage.facts) };
}
