import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { PromptRunner, RunAnswer } from '../ports/prompt-runner.ts';
import { answerJson, firstNumber, valueAt } from './answer-value.ts';
import { askJudge, type JudgeModel } from './ask-judge.ts';
import type { Assertion, CheckOutcome, PromptTestCase } from './test-case.ts';

/** What one assertion said of one answer. */
export interface AssertionResult {
  readonly name: string;
  readonly kind: Assertion['kind'];
  readonly passed: boolean;
  /** From 0 to 1. */
  readonly score: number;
  readonly reason: string;
}

export interface CheckedAnswer {
  readonly assertions: readonly AssertionResult[];
  /** The calls of judges, whose cost is not the prompt's. */
  readonly judgeCalls: readonly RunAnswer[];
}

export interface JudgeOptions {
  readonly runner: PromptRunner;
  readonly judge: JudgeModel | undefined;
  readonly signal?: AbortSignal;
}

/** Holds an answer to every assertion of its case. An assertion that throws has not held, with the error as its reason. */
export async function checkAnswer(
  answer: string,
  testCase: PromptTestCase,
  options: JudgeOptions,
): Promise<CheckedAnswer> {
  const assertions: AssertionResult[] = [];
  const judgeCalls: RunAnswer[] = [];
  for (const assertion of testCase.assertions) {
    let outcome: CheckOutcome;
    try {
      if (assertion.kind === 'judge') {
        const verdict = await askJudge({ answer, criterion: assertion.criterion, testCase }, options);
        if (verdict.call !== null) judgeCalls.push(verdict.call);
        outcome = verdict;
      } else outcome = await check(answer, { assertion, testCase });
    } catch (error) {
      outcome = {
        passed: false,
        reason: `It could not be checked: ${error instanceof Error ? error.message : String(error)}`,
      };
    }
    const { passed, score = passed ? 1 : 0, reason } = outcome;
    assertions.push({
      name: assertion.name,
      kind: assertion.kind,
      passed,
      score: Math.min(1, Math.max(0, score)),
      reason,
    });
  }
  return { assertions, judgeCalls };
}

async function check(
  answer: string,
  {
    assertion,
    testCase,
  }: { readonly assertion: Exclude<Assertion, { kind: 'judge' }>; readonly testCase: PromptTestCase },
): Promise<CheckOutcome> {
  switch (assertion.kind) {
    case 'schema': {
      const json = answerJson(answer);
      if (json === undefined) return { passed: false, reason: 'The answer is no JSON.' };
      const parsed = toZod(assertion.schema).safeParse(json);
      return parsed.success
        ? { passed: true, reason: 'The answer is of the schema.' }
        : { passed: false, reason: z.prettifyError(parsed.error) };
    }
    case 'exact': {
      const { expected, path } = assertion;
      const found =
        path === undefined
          ? typeof expected === 'string'
            ? answer.trim()
            : answerJson(answer)
          : valueAt(answer, path);
      const wanted = typeof expected === 'string' && path === undefined ? expected.trim() : expected;
      const passed = isDeepStrictEqual(found, wanted);
      return { passed, reason: passed ? 'It is the same.' : `It is ${shown(found)} and not ${shown(wanted)}.` };
    }
    case 'numeric': {
      const { expected, path, relativeTolerance = 0, absoluteTolerance = 0 } = assertion;
      const raw = path === undefined ? answer : valueAt(answer, path);
      const found = typeof raw === 'number' ? raw : typeof raw === 'string' ? firstNumber(raw) : null;
      if (found === null) return { passed: false, reason: 'There is no number.' };
      const tolerance = Math.max(absoluteTolerance, relativeTolerance * Math.abs(expected));
      const passed = Math.abs(found - expected) <= tolerance;
      return { passed, reason: `It is ${found}; ${expected} is expected, within ${tolerance}.` };
    }
    case 'contains': {
      const { text, ignoreCase = false, absent = false } = assertion;
      const fold = (value: string) => (ignoreCase ? value.toLowerCase() : value);
      const found = fold(answer).includes(fold(text));
      return { passed: found !== absent, reason: found ? 'The text is there.' : 'The text is not there.' };
    }
    case 'check':
      return assertion.check(answer, testCase);
  }
}

function toZod(schema: z.ZodType | Readonly<Record<string, unknown>>): z.ZodType {
  return schema instanceof z.ZodType ? schema : z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
}

function shown(value: unknown): string {
  const text = value === undefined ? 'missing' : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
