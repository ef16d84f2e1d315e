import type { GenerateRequest, Message, ReasoningPart, Warning } from '../language-model.ts';
import type { Capabilities, ReasoningEffort } from './capabilities.ts';

const levels: readonly ReasoningEffort[] = ['none', 'low', 'medium', 'high', 'xhigh', 'max'];

/**
 * Translates or trims a request for the model that really serves it, so that one written for another model does not fail
 * there. Every change is a warning; a request that fits comes back as it is.
 */
export function fitRequest(
  request: GenerateRequest,
  options: {
    readonly modelId: string;
    readonly capabilities: Capabilities;
    /** Whether the caller takes an answer that comes as the arguments of a tool. Default false. */
    readonly takesOutputByTool?: boolean;
    /** The provider whose reasoning is taken back, from the same model. Default none is. */
    readonly reasoningOf?: string;
  },
): FittedRequest {
  const warnings: Warning[] = [];
  let fitted = request;
  const byTool = options.takesOutputByTool === true && canAnswerByTool(request, options.capabilities);
  const reasoning = reasoningRule(options);
  for (const rule of byTool ? [outputByTool, reasoning, ...rules] : [reasoning, ...rules]) {
    const change = rule(fitted, options.capabilities);
    if (change === undefined) continue;
    const { request: next, code, parameter, message } = change;
    fitted = next;
    warnings.push({ code, parameter, message: `${options.modelId} ${message}` });
  }
  return { request: fitted, warnings, ...(byTool && request.output ? { outputTool: request.output.name } : {}) };
}

/** A request as a model takes it. */
export interface FittedRequest {
  readonly request: GenerateRequest;
  readonly warnings: readonly Warning[];
  /** The tool whose arguments are the answer, where the model cannot be bound to a schema otherwise. */
  readonly outputTool?: string;
}

/** A model that has to call a tool is bound to the schema of its arguments; tools of the caller's own rule that out. */
function canAnswerByTool(request: GenerateRequest, { jsonSchema, forcedToolChoice }: Capabilities): boolean {
  const hasTools = request.tools !== undefined && request.tools.length > 0;
  return request.output !== undefined && jsonSchema === false && forcedToolChoice === true && !hasTools;
}

type Rule = (
  request: GenerateRequest,
  capabilities: Capabilities,
) => (Warning & { request: GenerateRequest }) | undefined;

function firstPart<Part extends Message['content'][number]>(
  { messages }: GenerateRequest,
  isIt: (part: Message['content'][number]) => part is Part,
): Part | undefined {
  for (const { content } of messages) for (const part of content) if (isIt(part)) return part;
  return undefined;
}

/** Leaves out what another model thought: its signature or its key fits nowhere else. */
function reasoningRule(options: { readonly modelId: string; readonly reasoningOf?: string }): Rule {
  const isForeign = (part: Message['content'][number]): part is ReasoningPart =>
    part.type === 'reasoning' && (part.provider !== options.reasoningOf || part.modelId !== options.modelId);
  return (request) => {
    const first = firstPart(request, isForeign);
    if (first === undefined) return undefined;
    const messages = request.messages
      .map((message) =>
        message.role === 'assistant'
          ? { ...message, content: message.content.filter((part) => !isForeign(part)) }
          : message,
      )
      .filter((message) => message.content.length > 0);
    return {
      request: { ...request, messages },
      code: 'dropped-parameter',
      parameter: 'messages.reasoning',
      message: `does not take what ${first.modelId} of ${first.provider} thought: it was left out.`,
    };
  };
}

const fitTemperature: Rule = (request, { sampling = 'always' }) => {
  const { temperature, ...rest } = request;
  if (temperature === undefined || sampling === 'always') return undefined;
  if (sampling === 'without-reasoning' && request.reasoningEffort === 'none') return undefined;
  const message =
    sampling === 'never'
      ? 'takes no temperature: it was left out.'
      : 'takes a temperature only with the effort none: it was left out.';
  return { request: rest, code: 'dropped-parameter', parameter: 'temperature', message };
};

const fitToolChoice: Rule = (request, { forcedToolChoice = true }) => {
  const { toolChoice } = request;
  if (forcedToolChoice || toolChoice === undefined || toolChoice === 'auto' || toolChoice === 'none') return undefined;
  const named = typeof toolChoice === 'object' ? toolChoice.toolName : undefined;
  const tools = request.tools?.filter((tool) => named === undefined || tool.name === named);
  return {
    request: { ...request, toolChoice: 'auto', ...(tools === undefined ? {} : { tools }) },
    code: 'translated-parameter',
    parameter: 'toolChoice',
    message:
      named === undefined
        ? 'cannot be made to call a tool: it may choose.'
        : `cannot be made to call a tool: it may choose, and is offered ${named} alone.`,
  };
};

const fitPrefill: Rule = (request, { assistantPrefill = true }) => {
  const last = request.messages.at(-1);
  if (assistantPrefill || last?.role !== 'assistant') return undefined;
  return {
    request: { ...request, messages: request.messages.slice(0, -1) },
    code: 'dropped-parameter',
    parameter: 'messages',
    message: 'does not go on from the beginning of an answer: the last message was left out.',
  };
};

const fitEffort: Rule = (request, { efforts }) => {
  const { reasoningEffort: asked } = request;
  if (asked === undefined || efforts === undefined || efforts.includes(asked)) return undefined;
  const distance = (level: ReasoningEffort) => Math.abs(levels.indexOf(level) - levels.indexOf(asked));
  const [nearest] = efforts.toSorted((a, b) => distance(a) - distance(b));
  if (nearest === undefined) return undefined;
  return {
    request: { ...request, reasoningEffort: nearest },
    code: 'translated-parameter',
    parameter: 'reasoningEffort',
    message: `does not know the effort ${asked}: ${nearest} was asked for.`,
  };
};

const outputByTool: Rule = (request) => {
  const { output, ...rest } = request;
  if (output === undefined) return undefined;
  const tool = { name: output.name, description: 'Gives the answer.', inputSchema: output.schema };
  return {
    request: { ...rest, tools: [tool], toolChoice: { toolName: output.name } },
    code: 'translated-parameter',
    parameter: 'output',
    message: 'cannot be bound to a schema: it has to call a tool with the answer as its arguments.',
  };
};

const fitOutput: Rule = (request, { jsonSchema = true }) => {
  const { output, ...rest } = request;
  if (jsonSchema || output === undefined) return undefined;
  const order = `Answer with one JSON value and nothing else. It must fit this JSON Schema: ${JSON.stringify(output.schema)}`;
  return {
    request: { ...rest, system: request.system === undefined ? order : `${request.system}\n\n${order}` },
    code: 'translated-parameter',
    parameter: 'output',
    message: 'cannot be bound to a schema: it was written into the system prompt.',
  };
};

const fitOutputLimit: Rule = (request, { maximumOutputTokens: limit }) => {
  if (limit === undefined || (request.maxOutputTokens ?? 0) <= limit) return undefined;
  return {
    request: { ...request, maxOutputTokens: limit },
    code: 'translated-parameter',
    parameter: 'maxOutputTokens',
    message: `writes at most ${limit} tokens: that many were asked for.`,
  };
};

/** At fewer characters to a token than any text has, so that only what is surely too short is left unmarked. */
const FEWEST_CHARACTERS_PER_TOKEN = 2;

const fitPromptCache: Rule = (request, { minimumCachedTokens }) => {
  const { promptCache, ...rest } = request;
  if (promptCache === undefined || minimumCachedTokens === undefined) return undefined;
  const stable = [request.tools, request.system, request.messages.slice(0, promptCache.stableMessages ?? 0)];
  const characters = JSON.stringify(stable).length;
  if (characters >= minimumCachedTokens * FEWEST_CHARACTERS_PER_TOKEN) return undefined;
  return {
    request: rest,
    code: 'dropped-parameter',
    parameter: 'promptCache',
    message: `keeps no prefix below ${minimumCachedTokens} tokens: it was not asked to.`,
  };
};

/** The effort comes before the temperature, which depends on it. */
const rules: readonly Rule[] = [
  fitEffort,
  fitTemperature,
  fitToolChoice,
  fitPrefill,
  fitOutput,
  fitOutputLimit,
  fitPromptCache,
];
