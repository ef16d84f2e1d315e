import { createMemoryStores, notEnoughData } from '@pa/engines';
import { createApi } from '../src/create-api.ts';
import { openApiDocument } from '../src/open-api-document.ts';

/** The committed `openapi.json` as text. The routes alone shape it, so nothing is stored and nothing is asked. */
export function openApiText(): string {
  const nothing = notEnoughData('nothing is stored', { found: 0, needed: 1 });
  const api = createApi({
    stores: createMemoryStores(),
    predictor: { predictPrices: async () => nothing, validatePrediction: async () => null },
    insightWriter: { generateInsight: async () => nothing, generateRecommendation: async () => nothing },
    dataset: { name: 'none', synthetic: false },
  });
  return `${JSON.stringify(openApiDocument(api), null, 2)}\n`;
}
