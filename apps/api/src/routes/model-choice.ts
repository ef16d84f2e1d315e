import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { ModelRecommendation } from '@pa/cost';
import type { ApiContext } from '../api-context.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { configured } from '../http/refusals.ts';
import { ModelChoicesSchema } from '../schemas/model-choice.ts';

const getModelChoices = createRoute({
  method: 'get',
  path: '/costs/model-choices',
  operationId: 'getModelChoices',
  tags: ['costs'],
  summary: 'Whether another model does the work of a feature as well for less',
  description: 'From the calls, the test runs and the experiments of the last 30 days, at most ten minutes old.',
  responses: { 200: jsonContent(ModelChoicesSchema, 'One a feature.'), ...errorResponses(503) },
});

/** A month of calls is read for it, page by page: it is not read for every look, milliseconds. */
const KEPT_MS = 600_000;

/** What the evidence says about the models of features. */
export function registerModelChoices(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  let kept: { readonly at: number; readonly choices: Promise<readonly ModelRecommendation[]> } | null = null;
  app.openapi(getModelChoices, async (c) => {
    const { monitor } = configured(context.dependencies.costs, 'costs');
    if (kept === null || context.now() - kept.at >= KEPT_MS) {
      const choices = monitor.optimizeModelSelection();
      kept = { at: context.now(), choices };
      choices.catch(() => {
        kept = null;
      });
    }
    const choices = await kept.choices;
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json({ recommendations: choices.map(toChoiceBody) }, 200);
  });
}

function toChoiceBody(choice: ModelRecommendation) {
  const { feature, status, reason, currentModel, measured, unmeasured } = choice;
  return {
    feature,
    status,
    reason,
    currentModel,
    recommendedModel: choice.status === 'switch' ? choice.recommendedModel : null,
    savedPerSuccessNanoUsd: choice.status === 'switch' ? choice.savedPerSuccessNanoUsd : null,
    measured: [...measured],
    unmeasured: [...unmeasured],
  };
}
