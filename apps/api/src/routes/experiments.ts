import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { ExperimentDraft, Experiments } from '@pa/prompts';
import type { ApiContext } from '../api-context.ts';
import { toAnalysisBody, toExperimentBody } from '../content/to-experiment-body.ts';
import { instantOf } from '../content/to-prompt-body.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { configured } from '../http/refusals.ts';
import {
  ChangeExperimentSchema,
  CreateExperimentSchema,
  ExperimentDetailSchema,
  ExperimentKeySchema,
  ExperimentListSchema,
  ExperimentSchema,
  ExposedUnitSchema,
  ExposeUnitSchema,
  RecordedOutcomesSchema,
  RecordOutcomesSchema,
} from '../schemas/experiment.ts';

const tags = ['experiments'];
const json = <Schema>(schema: Schema) => ({
  body: { required: true as const, content: { 'application/json': { schema } } },
});

const listExperiments = createRoute({
  method: 'get',
  path: '/experiments',
  operationId: 'listExperiments',
  tags,
  summary: 'Every experiment with what can be said of it now',
  responses: { 200: jsonContent(ExperimentListSchema, 'Newest first.'), ...errorResponses(503) },
});

const getExperiment = createRoute({
  method: 'get',
  path: '/experiments/{key}',
  operationId: 'getExperiment',
  tags,
  summary: 'One experiment with its changes and earlier verdicts',
  request: { params: ExperimentKeySchema },
  responses: { 200: jsonContent(ExperimentDetailSchema, 'The experiment.'), ...errorResponses(400, 404, 503) },
});

const createExperiment = createRoute({
  method: 'post',
  path: '/experiments',
  operationId: 'createExperiment',
  tags,
  summary: 'Describe an experiment',
  description: 'Nobody takes part before it is ramped. What is compared and how it is judged never changes afterwards.',
  request: json(CreateExperimentSchema),
  responses: { 200: jsonContent(ExperimentSchema, 'The experiment.'), ...errorResponses(400, 409, 413, 415, 422, 503) },
});

const changeExperiment = createRoute({
  method: 'post',
  path: '/experiments/change',
  operationId: 'changeExperiment',
  tags,
  summary: 'Ramp or stop an experiment',
  description: 'Raising the share puts nobody into another arm.',
  request: json(ChangeExperimentSchema),
  responses: {
    200: jsonContent(ExperimentSchema, 'The experiment.'),
    ...errorResponses(400, 404, 409, 413, 415, 422, 503),
  },
});

const exposeUnit = createRoute({
  method: 'post',
  path: '/experiments/expose',
  operationId: 'exposeUnit',
  tags,
  summary: 'The arm of a unit, noted as met',
  request: json(ExposeUnitSchema),
  responses: { 200: jsonContent(ExposedUnitSchema, 'The arm.'), ...errorResponses(400, 404, 413, 415, 503) },
});

const recordOutcomes = createRoute({
  method: 'post',
  path: '/experiments/outcomes',
  operationId: 'recordOutcomes',
  tags,
  summary: 'Tell what became known of units, at once or months later',
  request: json(RecordOutcomesSchema),
  responses: {
    200: jsonContent(RecordedOutcomesSchema, 'How many were taken.'),
    ...errorResponses(400, 404, 413, 415, 422, 503),
  },
});

/** Experiments: described, ramped, met, and judged. */
export function registerExperiments(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const experimentsOf = (): Experiments => configured(context.dependencies.prompts, 'prompts').experiments;
  const bodyOf = async (experiments: Experiments, key: string) =>
    toExperimentBody(await experiments.get(key), await experiments.analyse(key));

  app.openapi(listExperiments, async (c) => {
    const experiments = experimentsOf();
    const all = await experiments.list();
    const bodies = [];
    for (const running of all)
      bodies.push(toExperimentBody(running, await experiments.analyse(running.experiment.key)));
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json({ experiments: bodies }, 200);
  });

  app.openapi(getExperiment, async (c) => {
    const experiments = experimentsOf();
    const { key } = c.req.valid('param');
    const running = await experiments.get(key);
    const experiment = toExperimentBody(running, await experiments.analyse(key));
    const verdicts = await experiments.verdicts(key, { limit: 20 });
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json(
      {
        experiment,
        changes: running.changes.map(({ revision, exposureShare, status, changedBy, reason, changedAt }) => ({
          revision,
          exposureShare,
          status,
          changedBy,
          reason,
          changedAt: instantOf(changedAt),
        })),
        verdicts: verdicts.map(toAnalysisBody),
      },
      200,
    );
  });

  app.openapi(createExperiment, async (c) => {
    const experiments = experimentsOf();
    // Fields that were left out are absent, and not undefined: what is stored is what was said.
    const said = JSON.parse(JSON.stringify(c.req.valid('json'))) as Omit<ExperimentDraft, 'createdBy'>;
    await experiments.create({ ...said, createdBy: context.actor(c) });
    return c.json(await bodyOf(experiments, said.key), 200);
  });

  app.openapi(changeExperiment, async (c) => {
    const experiments = experimentsOf();
    const { key, action, exposureShare = 0, reason } = c.req.valid('json');
    const by = { changedBy: context.actor(c), reason };
    if (action === 'stop') await experiments.stop(key, by);
    else await experiments.ramp(key, { ...by, exposureShare });
    const origin = { requestId: c.get('requestId'), path: c.req.path };
    await context.recordUse('experiment_changed', { key, action, exposureShare }, origin);
    return c.json(await bodyOf(experiments, key), 200);
  });

  app.openapi(exposeUnit, async (c) => {
    const { key, unitId } = c.req.valid('json');
    const arm = await experimentsOf().expose(key, unitId);
    return c.json({ arm: arm?.name ?? null, subject: arm?.subject ?? null }, 200);
  });

  app.openapi(recordOutcomes, async (c) => {
    const { outcomes } = c.req.valid('json');
    await experimentsOf().record(
      outcomes.map(({ id, key, unitId, metric, value }) => ({
        experimentKey: key,
        unitId,
        metric,
        value,
        ...(id === undefined ? {} : { id }),
      })),
    );
    return c.json({ recorded: outcomes.length }, 200);
  });
}
