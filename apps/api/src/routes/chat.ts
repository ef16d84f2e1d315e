import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { AnalystAnswer, AnalystEvent } from '@pa/engines';
import type { Context } from 'hono';
import type { ApiContext } from '../api-context.ts';
import { completion, completionChunks } from '../content/completion-chunks.ts';
import { markGenerated, markingHeaders } from '../content/mark-generated.ts';
import { markedEvents } from '../content/marked-events.ts';
import { toChatBody } from '../content/to-chat-body.ts';
import { UI_STREAM_HEADERS, uiMessageStream } from '../content/ui-message-stream.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { ApiError } from '../http/api-error.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { eventStream } from '../http/event-stream.ts';
import { configured } from '../http/refusals.ts';
import {
  ChatAnswerSchema,
  type ChatRequest,
  ChatRequestSchema,
  type CompletionRequest,
  CompletionRequestSchema,
} from '../schemas/chat.ts';

const chat = createRoute({
  method: 'post',
  path: '/chat',
  operationId: 'askAnalyst',
  tags: ['chat'],
  summary: 'Asks the market analyst',
  description:
    'A `question` is answered as JSON, or as a UI message stream of the AI SDK with `stream`; `messages` of such a client are always answered as a stream. Every figure is proved; tools only read; conversations belong to the caller.',
  request: { body: { required: true, content: { 'application/json': { schema: ChatRequestSchema } } } },
  responses: {
    200: jsonContent(ChatAnswerSchema, 'The answer, or a stream of its parts (text/event-stream).'),
    ...errorResponses(400, 413, 415, 503),
  },
});

/** Whose the conversations are where nobody signs in. */
export const NO_SIGN_IN = 'local';

/** Questions in words. */
export function registerChat(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  app.openapi(chat, async (c) => {
    const asked = readRequest(c.req.valid('json'), context.newId);
    const events = askOf(c, context, { question: asked.question, conversationId: asked.conversationId });
    await context.recordUse('question_asked', {}, { requestId: c.get('requestId'), path: c.req.path });
    if (asked.streams) {
      const { marks, events: marked } = await markedEvents(events);
      return eventStream(uiMessageStream(marked, { messageId: context.newId() }), {
        headers: { ...UI_STREAM_HEADERS, ...markingHeaders(marks) },
        onError: (error) => ({ type: 'error', errorText: told(error, c, context) }),
        // The document describes the JSON; a stream has a protocol of its own.
      }) as never;
    }
    const answer = await wholeAnswer(events);
    c.header('Cache-Control', 'no-store');
    markGenerated(c, answer);
    return c.json(toChatBody(answer), 200);
  });
}

/** The same analyst for clients of the OpenAI API. Their messages are the conversation: nothing is kept. */
export function chatCompletions(context: ApiContext) {
  return async (c: Context<ApiEnvironment>): Promise<Response> => {
    const body = CompletionRequestSchema.safeParse(await c.req.json().catch(() => null));
    if (!body.success) {
      const message = 'The body is no chat completion request: send `messages` with the question as the last of them.';
      throw new ApiError(400, { code: 'INVALID_REQUEST', message });
    }
    const questions = userTexts(body.data);
    const question = questions.at(-1);
    if (question === undefined) {
      throw new ApiError(400, { code: 'INVALID_REQUEST', message: 'No message of a user holds text: ask something.' });
    }
    const frame = { id: `chatcmpl-${context.newId()}`, created: Math.floor(context.now() / 1000) };
    const events = askOf(c, context, {
      question,
      conversationId: frame.id,
      earlierQuestions: questions.slice(0, -1),
    });
    if (body.data.stream === true) {
      const { marks, events: marked } = await markedEvents(events);
      return eventStream(completionChunks(marked, { ...frame, model: marks.servedModel }), {
        headers: markingHeaders(marks),
        onError: (error) => ({ error: { message: told(error, c, context), type: 'server_error' } }),
      });
    }
    const answer = await wholeAnswer(events);
    markGenerated(c, answer);
    c.header('Cache-Control', 'no-store');
    return c.json(completion(answer, frame));
  };
}

function readRequest(
  body: ChatRequest,
  newId: () => string,
): { readonly question: string; readonly conversationId: string; readonly streams: boolean } {
  if ('question' in body && typeof body.question === 'string') {
    return {
      question: body.question,
      conversationId: typeof body.conversationId === 'string' ? body.conversationId : newId(),
      streams: body.stream === true,
    };
  }
  const { id, messages } = body as Extract<ChatRequest, { readonly messages: unknown }>;
  const last = messages.at(-1);
  const question = (last?.parts ?? [])
    .map((part) => (part.type === 'text' ? (part.text ?? '') : ''))
    .join(' ')
    .trim();
  if (last?.role !== 'user' || question === '') {
    throw new ApiError(400, {
      code: 'INVALID_REQUEST',
      message: 'The last message is not a question of a user with text: ask something.',
    });
  }
  return { question, conversationId: id ?? newId(), streams: true };
}

function userTexts({ messages }: CompletionRequest): readonly string[] {
  return messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) =>
      typeof content === 'string'
        ? content.trim()
        : (content ?? [])
            .map((part) => (part.type === 'text' ? (part.text ?? '') : ''))
            .join(' ')
            .trim(),
    )
    .filter((text) => text !== '');
}

function askOf(
  c: Context<ApiEnvironment>,
  context: ApiContext,
  question: {
    readonly question: string;
    readonly conversationId: string;
    readonly earlierQuestions?: readonly string[];
  },
): AsyncIterable<AnalystEvent> {
  const analyst = configured(context.dependencies.analyst, 'analyst');
  return analyst.ask({ owner: c.get('actor') ?? NO_SIGN_IN, ...question, signal: c.req.raw.signal });
}

async function wholeAnswer(events: AsyncIterable<AnalystEvent>): Promise<AnalystAnswer> {
  try {
    for await (const event of events) if (event.type === 'done') return event.answer;
  } catch (error) {
    if (isOfCaller(error)) throw new ApiError(400, { code: 'INVALID_REQUEST', message: error.message });
    throw error;
  }
  throw new ApiError(400, { code: 'INVALID_REQUEST', message: 'The question was given up: ask it again.' });
}

/** Errors that the caller can mend are told; of all others only that they happened. */
function told(error: unknown, c: Context<ApiEnvironment>, context: ApiContext): string {
  if (isOfCaller(error)) return error.message;
  const requestId = c.get('requestId');
  context.reportError(error, { requestId, path: c.req.path });
  return `The question could not be answered; the request was ${requestId}.`;
}

function isOfCaller(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && error.code === 'INVALID_INPUT';
}
