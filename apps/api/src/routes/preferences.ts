import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import {
  createAnalysisReader,
  DEFAULT_PREFERENCES,
  eraseReader,
  profileIdOf,
  type UserPreferences,
  watchSegments,
} from '@pa/engines';
import { markGenerated } from '../content/mark-generated.ts';
import { refusal } from '../http/refusals.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { NO_SIGN_IN } from './chat.ts';
import {
  ErasedReaderSchema,
  NoticesQuerySchema,
  NoticesSchema,
  PreferencesSchema,
  WatchRequestSchema,
} from '../schemas/preferences.ts';

const getPreferences = createRoute({
  method: 'get',
  path: '/preferences',
  operationId: 'getPreferences',
  tags: ['preferences'],
  summary: 'What the caller wants to be told, how, and of which cars',
  description: 'Whoever has said nothing gets the defaults.',
  responses: { 200: jsonContent(PreferencesSchema, 'The preferences of the caller.') },
});

const putPreferences = createRoute({
  method: 'put',
  path: '/preferences',
  operationId: 'putPreferences',
  tags: ['preferences'],
  summary: 'Say what to be told, how, and of which cars',
  request: { body: { required: true, content: { 'application/json': { schema: PreferencesSchema } } } },
  responses: { 200: jsonContent(PreferencesSchema, 'As kept.'), ...errorResponses(400, 413, 415) },
});

const erasePreferences = createRoute({
  method: 'delete',
  path: '/preferences',
  operationId: 'erasePreferences',
  tags: ['preferences'],
  summary: 'Forget what the caller prefers',
  responses: { 204: { description: 'Forgotten: the defaults hold.' } },
});

const watchCar = createRoute({
  method: 'post',
  path: '/preferences/watch',
  operationId: 'watchCar',
  tags: ['preferences'],
  summary: 'Put a car on the list of the caller, or take it off',
  description: 'What the analyst offers when it is asked to watch something: it writes nothing itself.',
  request: { body: { required: true, content: { 'application/json': { schema: WatchRequestSchema } } } },
  responses: { 200: jsonContent(PreferencesSchema, 'As kept.'), ...errorResponses(400, 413, 415, 422) },
});

const eraseReaderData = createRoute({
  method: 'delete',
  path: '/reader',
  operationId: 'eraseReader',
  tags: ['preferences'],
  summary: 'Forget the caller',
  description: 'Preferences, what the caller thought of texts, and conversations with the analyst are removed.',
  responses: { 200: jsonContent(ErasedReaderSchema, 'What is gone.') },
});

const listNotices = createRoute({
  method: 'get',
  path: '/notices',
  operationId: 'listNotices',
  tags: ['preferences'],
  summary: 'Notices of daily runs and anomalies, newest first',
  request: { query: NoticesQuerySchema },
  responses: { 200: jsonContent(NoticesSchema, 'The notices.'), ...errorResponses(400) },
});

/** What people prefer, and what they were told. Preferences belong to the caller: nobody reads those of others. */
export function registerPreferences(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { preferences, notifier } = context.dependencies.stores;

  app.openapi(getPreferences, async (c) => {
    c.header('Cache-Control', 'private, no-cache');
    const kept = await preferences.get(profileIdOf(context.actor(c)));
    return c.json(toBody(kept ?? DEFAULT_PREFERENCES), 200);
  });

  app.openapi(putPreferences, async (c) => {
    const said = c.req.valid('json');
    await preferences.put(profileIdOf(context.actor(c)), said, { at: context.now() });
    await context.recordUse('preferences_saved', {}, { requestId: c.get('requestId'), path: c.req.path });
    c.header('Cache-Control', 'no-store');
    return c.json(said, 200);
  });

  app.openapi(erasePreferences, async (c) => {
    await preferences.erase(profileIdOf(context.actor(c)));
    return c.body(null, 204);
  });

  app.openapi(watchCar, async (c) => {
    const { ends = false, make, model, generation, trim } = c.req.valid('json');
    const { stores } = context.dependencies;
    const watched = await watchSegments(
      {
        model,
        asOf: await context.computationDay(undefined),
        ...(make === undefined ? {} : { make }),
        ...(generation === undefined ? {} : { generation }),
        ...(trim === undefined ? {} : { trim }),
      },
      {
        dependencies: { stores, now: context.now },
        analyses: createAnalysisReader(stores),
        actor: context.actor(c),
        preferences,
        ends,
      },
    );
    if (watched.status !== 'ok') throw refusal(watched);
    return c.json(toBody(watched.preferences), 200);
  });

  app.openapi(eraseReaderData, async (c) => {
    const erased = await eraseReader(context.actor(c), context.dependencies.stores);
    // Without a sign-in conversations are kept under a name of their own.
    const turns =
      c.get('actor') === undefined ? await context.dependencies.stores.conversations.forget({ owner: NO_SIGN_IN }) : 0;
    return c.json({ ...erased, turnCount: erased.turnCount + turns }, 200);
  });

  app.openapi(listNotices, async (c) => {
    const { for: whom, limit } = c.req.valid('query');
    const recipient = whom === 'me' ? profileIdOf(context.actor(c)) : null;
    const notices = await notifier.recent({ recipient, limit });
    c.header('Cache-Control', 'private, no-cache');
    // Notices are filled in from figures; no model writes them.
    markGenerated(c, { aiGenerated: false, synthetic: context.dependencies.dataset.synthetic });
    return c.json(
      {
        notices: notices.map(({ id, topic, title, body, createdAt }) => {
          return { id, topic, title, body, createdAt: new Date(createdAt).toISOString() };
        }),
      },
      200,
    );
  });
}

function toBody(preferences: UserPreferences) {
  return {
    ...preferences,
    watchedModels: [...preferences.watchedModels],
    watchedTrims: [...preferences.watchedTrims],
    watchedSegments: [...preferences.watchedSegments],
  };
}
