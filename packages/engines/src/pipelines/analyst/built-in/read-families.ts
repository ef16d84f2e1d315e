import type { MarketVocabulary } from './market-vocabulary.ts';
import { without } from './question-text.ts';

const AIR_COOLED: ReadonlySet<string> = new Set(['Pre-A', '901', 'F-Series', 'G-Series', '930', '964', '993']);
const AIR = /\bair[ -]?cooled(?: era| generations?| ones)?\b/;
const WATER = /\bwater[ -]?cooled(?: era| generations?| ones)?\b/;

/** Generations of the 911 that a text means by how their engines are cooled, and the text without the words. */
export function readFamilies(
  text: string,
  { vocabulary }: { readonly vocabulary: MarketVocabulary },
): { readonly generationsMeant: readonly string[]; readonly rest: string } {
  const isAir = AIR.test(text);
  if (!isAir && !WATER.test(text)) return { generationsMeant: [], rest: text };
  const line = vocabulary.models.find(({ model }) => model === '911');
  const generationsMeant = [...(line?.generations.keys() ?? [])].filter((name) => AIR_COOLED.has(name) === isAir);
  if (generationsMeant.length === 0) return { generationsMeant, rest: text };
  return { generationsMeant: generationsMeant.toSorted(), rest: without(text, isAir ? AIR : WATER) };
}
