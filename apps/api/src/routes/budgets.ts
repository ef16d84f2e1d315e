import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { type Budget, changeBudget, checkBudget } from '@pa/cost';
import type { ApiContext } from '../api-context.ts';
import { budgetStates, toBudgetChangeBody } from '../content/to-budget-body.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { configured, notFound } from '../http/refusals.ts';
import { BudgetListSchema, ChangeBudgetSchema, RemoveBudgetSchema } from '../schemas/budget.ts';

const CHANGES_SHOWN = 50;

const listBudgets = createRoute({
  method: 'get',
  path: '/budgets',
  operationId: 'listBudgets',
  tags: ['costs'],
  summary: 'What language models may spend, and who changed it why',
  responses: { 200: jsonContent(BudgetListSchema, 'In force, with their history.'), ...errorResponses(503) },
});

const changeBudgetRoute = createRoute({
  method: 'post',
  path: '/budgets/change',
  operationId: 'changeBudget',
  tags: ['costs'],
  summary: 'Put a budget in force, with a reason',
  description:
    'In the place of the one of its id. The change is kept for good; every process follows it within seconds.',
  request: { body: { required: true, content: { 'application/json': { schema: ChangeBudgetSchema } } } },
  responses: { 200: jsonContent(BudgetListSchema, 'As they are now.'), ...errorResponses(400, 413, 415, 422, 503) },
});

const removeBudgetRoute = createRoute({
  method: 'post',
  path: '/budgets/remove',
  operationId: 'removeBudget',
  tags: ['costs'],
  summary: 'Take a budget out of force, with a reason',
  request: { body: { required: true, content: { 'application/json': { schema: RemoveBudgetSchema } } } },
  responses: { 200: jsonContent(BudgetListSchema, 'As they are now.'), ...errorResponses(400, 404, 413, 415, 503) },
});

/** What may be spent: read by everybody, changed with a reason. */
export function registerBudgets(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const accounts = () => configured(context.dependencies.costs, 'costs');
  const listed = async () => {
    const costs = accounts();
    const [budgets, changes] = await Promise.all([
      budgetStates(costs, { at: context.now() }),
      costs.budgetBook.history({ limit: CHANGES_SHOWN }),
    ]);
    return { budgets, changes: changes.map(toBudgetChangeBody) };
  };

  /** What was in force before anybody changed it is written down first, so that the history has it. */
  const recordDefault = async (budgetId: string) => {
    const { budgets, budgetBook } = accounts();
    const [changes, inForce] = await Promise.all([budgetBook.history({ budgetId, limit: 1 }), budgets()]);
    const budget = inForce.find(({ id }) => id === budgetId);
    if (changes.length > 0 || budget === undefined) return;
    const reason = 'In force before anybody changed it.';
    const { newId, now } = context;
    await changeBudget(budgetBook, { budgetId, budget, reason, changedBy: 'default', at: now(), newId });
  };

  app.openapi(listBudgets, async (c) => {
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json(await listed(), 200);
  });

  app.openapi(changeBudgetRoute, async (c) => {
    const { reason, limitNanoUsd, ...rest } = c.req.valid('json');
    const budget: Budget = { ...rest, limitNanoUsd: BigInt(limitNanoUsd) };
    // A budget that cannot be counted leaves no trace.
    checkBudget(budget);
    await recordDefault(budget.id);
    await changeBudget(accounts().budgetBook, {
      budgetId: budget.id,
      budget,
      reason,
      changedBy: context.actor(c),
      at: context.now(),
      newId: context.newId,
    });
    return c.json(await listed(), 200);
  });

  app.openapi(removeBudgetRoute, async (c) => {
    const { id, reason } = c.req.valid('json');
    const costs = accounts();
    if ((await costs.budgets()).every((budget) => budget.id !== id)) throw notFound('budget', id);
    await recordDefault(id);
    await changeBudget(costs.budgetBook, {
      budgetId: id,
      budget: null,
      reason,
      changedBy: context.actor(c),
      at: context.now(),
      newId: context.newId,
    });
    return c.json(await listed(), 200);
  });
}
