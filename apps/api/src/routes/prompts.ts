import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { ApiContext } from '../api-context.ts';
import {
  toDeploymentBody,
  toDiffBody,
  toTestBody,
  toTestSummary,
  toVersionBody,
  instantOf,
} from '../content/to-prompt-body.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { configured, notFound } from '../http/refusals.ts';
import type { PromptDesk } from '../ports/prompt-desk.ts';
import {
  DeployPromptSchema,
  PromptDeploymentSchema,
  PromptDetailSchema,
  PromptDiffQuerySchema,
  PromptDiffSchema,
  PromptHistoryQuerySchema,
  PromptHistorySchema,
  PromptListSchema,
  PromptTypeParameterSchema,
  RollBackPromptSchema,
} from '../schemas/prompt.ts';
import { PromptTestListSchema, PromptTestQuerySchema, PromptTestSchema } from '../schemas/prompt-test.ts';
import { RecordIdSchema } from '../schemas/record-id.ts';

const tags = ['prompts'];

const listPrompts = createRoute({
  method: 'get',
  path: '/prompts',
  operationId: 'listPrompts',
  tags,
  summary: 'Every prompt and what its labels name',
  responses: { 200: jsonContent(PromptListSchema, 'In order of their names.'), ...errorResponses(503) },
});

const getPrompt = createRoute({
  method: 'get',
  path: '/prompts/{type}',
  operationId: 'getPrompt',
  tags,
  summary: 'The versions, labels and deployments of a prompt',
  request: { params: PromptTypeParameterSchema },
  responses: { 200: jsonContent(PromptDetailSchema, 'The prompt.'), ...errorResponses(400, 404, 503) },
});

const getPromptHistory = createRoute({
  method: 'get',
  path: '/prompts/{type}/history',
  operationId: 'getPromptHistory',
  tags,
  summary: 'What a label named when',
  description: 'With `at`, only what ran then; without, refused tries are among them.',
  request: { params: PromptTypeParameterSchema, query: PromptHistoryQuerySchema },
  responses: { 200: jsonContent(PromptHistorySchema, 'Newest first.'), ...errorResponses(400, 503) },
});

const diffPrompts = createRoute({
  method: 'get',
  path: '/prompts/{type}/diff',
  operationId: 'diffPrompts',
  tags,
  summary: 'How two versions differ',
  request: { params: PromptTypeParameterSchema, query: PromptDiffQuerySchema },
  responses: { 200: jsonContent(PromptDiffSchema, 'The difference.'), ...errorResponses(400, 404, 503) },
});

const listPromptTests = createRoute({
  method: 'get',
  path: '/prompts/{type}/tests',
  operationId: 'listPromptTests',
  tags,
  summary: 'Test runs of a prompt',
  request: { params: PromptTypeParameterSchema, query: PromptTestQuerySchema },
  responses: { 200: jsonContent(PromptTestListSchema, 'Newest first.'), ...errorResponses(400, 503) },
});

const getPromptTest = createRoute({
  method: 'get',
  path: '/prompt-tests/{id}',
  operationId: 'getPromptTest',
  tags,
  summary: 'One test run with every answer',
  request: { params: RecordIdSchema },
  responses: { 200: jsonContent(PromptTestSchema, 'The run.'), ...errorResponses(400, 404, 503) },
});

const deployPrompt = createRoute({
  method: 'post',
  path: '/prompts/deploy',
  operationId: 'deployPrompt',
  tags,
  summary: 'Let a label name a version',
  description:
    'A label that somebody else moved in between, and a protected label without a test run that passed, are 409.',
  request: { body: { required: true, content: { 'application/json': { schema: DeployPromptSchema } } } },
  responses: {
    200: jsonContent(PromptDeploymentSchema, 'As the history keeps it.'),
    ...errorResponses(400, 404, 409, 413, 415, 422, 503),
  },
});

const rollBackPrompt = createRoute({
  method: 'post',
  path: '/prompts/rollback',
  operationId: 'rollBackPrompt',
  tags,
  summary: 'Let a label name what it named before',
  request: { body: { required: true, content: { 'application/json': { schema: RollBackPromptSchema } } } },
  responses: {
    200: jsonContent(PromptDeploymentSchema, 'As the history keeps it.'),
    ...errorResponses(400, 404, 409, 413, 415, 422, 503),
  },
});

const LARGEST_HISTORY = 200;
const GOLDEN_INPUTS = 10;

/** Prompts: their versions, tests and deployments. */
export function registerPrompts(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const deskOf = (): PromptDesk => configured(context.dependencies.prompts, 'prompts');
  const versionNumbers = async (desk: PromptDesk, type: string) =>
    new Map((await desk.store.versions(type)).map(({ id, version }) => [id, version]));
  const labelsOf = async (desk: PromptDesk, type: string) => {
    const numbers = await versionNumbers(desk, type);
    return (await desk.store.labels(type)).map(({ label, promptId, deployedAt }) => ({
      label,
      promptId,
      version: numbers.get(promptId) ?? 0,
      deployedAt: instantOf(deployedAt),
      protected: desk.protectedLabels.includes(label),
    }));
  };

  app.openapi(listPrompts, async (c) => {
    const desk = deskOf();
    const prompts = await Promise.all(
      (await desk.manager.types()).map(async ({ type, latest, bundled }) => {
        const shown = latest ?? bundled;
        return {
          type,
          latestVersion: latest?.version ?? null,
          model: shown === null ? '' : `${shown.modelProvider}/${shown.modelName}`,
          labels: await labelsOf(desk, type),
        };
      }),
    );
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json({ prompts }, 200);
  });

  app.openapi(getPrompt, async (c) => {
    const desk = deskOf();
    const { type } = c.req.valid('param');
    const summary = (await desk.manager.types()).find((candidate) => candidate.type === type);
    if (summary === undefined) throw notFound('prompt', type);
    const versions = await desk.store.versions(type);
    const numbers = new Map(versions.map(({ id, version }) => [id, version]));
    const labels = await labelsOf(desk, type);
    const attempts = await Promise.all(labels.map(({ label }) => desk.store.attempts({ type, label })));
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json(
      {
        type,
        versions: [
          ...versions.map((prompt) => toVersionBody(prompt)),
          ...(versions.length === 0 && summary.bundled !== null
            ? [toVersionBody(summary.bundled, { bundled: true })]
            : []),
        ],
        labels,
        protectedLabels: [...desk.protectedLabels],
        deployments: attempts
          .flat()
          .toSorted((a, b) => b.deployedAt - a.deployedAt)
          .slice(0, LARGEST_HISTORY)
          .map((attempt) => toDeploymentBody(attempt, numbers)),
      },
      200,
    );
  });

  app.openapi(getPromptHistory, async (c) => {
    const desk = deskOf();
    const { type } = c.req.valid('param');
    const { label = 'production', at } = c.req.valid('query');
    const entries =
      at === undefined
        ? await desk.manager.attempts(type, { label })
        : (await desk.manager.history(type, { label, at: Date.parse(at) })).map((entry) => ({
            ...entry,
            outcome: 'deployed' as const,
          }));
    const numbers = await versionNumbers(desk, type);
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json(
      { deployments: entries.slice(0, LARGEST_HISTORY).map((entry) => toDeploymentBody(entry, numbers)) },
      200,
    );
  });

  app.openapi(diffPrompts, async (c) => {
    const desk = deskOf();
    const { type } = c.req.valid('param');
    const { from, to } = c.req.valid('query');
    const [newest] = await desk.tests.list({ type, limit: 1 });
    const inputs = (newest?.cases ?? [])
      .slice(0, GOLDEN_INPUTS)
      .map(({ caseId, variables }) => ({ name: caseId, variables }));
    const diff = await desk.manager.diff(type, { from, to, inputs });
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json(toDiffBody(diff), 200);
  });

  app.openapi(listPromptTests, async (c) => {
    const { type } = c.req.valid('param');
    const { limit = 20 } = c.req.valid('query');
    const runs = await deskOf().tests.list({ type, limit });
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json({ tests: runs.map(toTestSummary) }, 200);
  });

  app.openapi(getPromptTest, async (c) => {
    const { id } = c.req.valid('param');
    const run = await deskOf().tests.byId(id);
    if (run === null) throw notFound('test run', id);
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json(toTestBody(run), 200);
  });

  app.openapi(deployPrompt, async (c) => {
    const desk = deskOf();
    const { promptId, reason, label, expectedPromptId } = c.req.valid('json');
    const deployment = await desk.manager.deployPrompt(promptId, {
      deployedBy: context.actor(c),
      reason,
      ...(label === undefined ? {} : { label }),
      ...(expectedPromptId === undefined ? {} : { expectedPromptId }),
    });
    const origin = { requestId: c.get('requestId'), path: c.req.path };
    await context.recordUse('prompt_deployed', { type: deployment.type, label: deployment.label, promptId }, origin);
    const numbers = await versionNumbers(desk, deployment.type);
    return c.json(toDeploymentBody({ ...deployment, outcome: 'deployed' }, numbers), 200);
  });

  app.openapi(rollBackPrompt, async (c) => {
    const desk = deskOf();
    const { type, reason, label } = c.req.valid('json');
    const deployment = await desk.manager.rollback(type, {
      deployedBy: context.actor(c),
      reason,
      ...(label === undefined ? {} : { label }),
    });
    const origin = { requestId: c.get('requestId'), path: c.req.path };
    await context.recordUse(
      'prompt_rolled_back',
      { type, label: deployment.label, promptId: deployment.promptId },
      origin,
    );
    return c.json(toDeploymentBody({ ...deployment, outcome: 'deployed' }, await versionNumbers(desk, type)), 200);
  });
}
