import type {
  GenerateRequest,
  GenerateResult,
  Message,
  TextPart,
  ToolCallPart,
  ToolResultPart,
} from '../language-model.ts';
import { abortError } from '../wrappers/deadline.ts';
import { totalOf, withEarlierResults } from './call-usage.ts';
import { type CallRequest, messagesOf } from './prompt.ts';
import { definitionsOf, runTool, type ToolSet } from './tool.ts';

/** What is asked of `generateText` and `streamText`. */
export interface TextRequest extends CallRequest {
  readonly tools?: ToolSet;
  /** How many answers the model may give, tool calls included. Default 1: tools are called for, but not run. */
  readonly maximumSteps?: number;
}

/** One answer of the model, and what the tools it called said. */
export interface Step {
  readonly result: GenerateResult;
  readonly toolResults: readonly ToolResultPart[];
}

/**
 * The last answer. `usage`, `attempts` and `warnings` are those of all steps and of every attempt, failed ones included; a
 * `finishReason` of `tool-calls` means that tools are still to be run.
 */
export interface TextResult extends GenerateResult {
  readonly steps: readonly [Step, ...Step[]];
  /** What to add to the messages of the request to go on with the conversation. */
  readonly addedMessages: readonly Message[];
}

/** Asks a model, runs the tools it calls for and asks again, until it is done or has had its steps. */
export async function runSteps(
  request: TextRequest,
  options: {
    readonly ask: (request: GenerateRequest) => Promise<GenerateResult>;
    readonly onToolResult?: (result: ToolResultPart) => void;
  },
): Promise<TextResult> {
  const { prompt: _prompt, messages: _messages, tools, maximumSteps = 1, ...rest } = request;
  const asked = messagesOf(request);
  const added: Message[] = [];
  const steps: Step[] = [];
  for (;;) {
    const result = await askOnce(steps, () => {
      if (request.signal?.aborted) throw abortError(request.signal);
      return options.ask({
        ...rest,
        messages: [...asked, ...added],
        ...(tools === undefined ? {} : { tools: definitionsOf(tools) }),
        // A tool that has to be called is called once: then the model may answer.
        ...(steps.length > 0 && request.toolChoice !== undefined && request.toolChoice !== 'none'
          ? { toolChoice: 'auto' as const }
          : {}),
      });
    });
    added.push(...assistantMessage(result));
    const isLast = steps.length + 1 >= maximumSteps || !canRun(result.toolCalls, tools ?? {});
    const toolResults = isLast
      ? []
      : await askOnce([...steps, { result, toolResults: [] }], () =>
          Promise.all(result.toolCalls.map((call) => runTool(tools ?? {}, { call, signal: request.signal }))),
        );
    for (const toolResult of toolResults) options.onToolResult?.(toolResult);
    steps.push({ result, toolResults });
    if (toolResults.length > 0) added.push({ role: 'tool', content: toolResults });
    else return { ...result, ...total(steps), steps: steps as [Step, ...Step[]], addedMessages: added };
  }
}

function total(steps: readonly Step[]) {
  return totalOf(steps.map((step) => step.result) as [GenerateResult, ...GenerateResult[]]);
}

async function askOnce<Value>(earlier: readonly Step[], work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw withEarlierResults(
      error,
      earlier.map((step) => step.result),
    );
  }
}

/** Tools that the caller runs himself end the call; a name that does not exist is told to the model. */
function canRun(calls: readonly ToolCallPart[], tools: ToolSet): boolean {
  const isForCaller = ({ toolName }: ToolCallPart) =>
    Object.hasOwn(tools, toolName) && tools[toolName]?.execute === undefined;
  return calls.length > 0 && !calls.some(isForCaller);
}

/** The answer as a message, what was thought where it was thought. */
function assistantMessage({ text, toolCalls, reasoning = [] }: GenerateResult): Message[] {
  const said: TextPart[] = text === '' ? [] : [{ type: 'text', text }];
  if (said.length + toolCalls.length === 0) return [];
  const thoughtAfter = (calls: number) => reasoning.filter(({ precedingToolCalls }) => precedingToolCalls === calls);
  const called = toolCalls.flatMap((call, index) => [call, ...thoughtAfter(index + 1)]);
  return [{ role: 'assistant', content: [...thoughtAfter(0), ...said, ...called] }];
}
