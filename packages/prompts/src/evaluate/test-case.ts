import type { z } from 'zod';

/** Where in an answer something is looked for: keys and indices into its JSON, such as `['price', 0]`. Empty: all of it. */
export type AnswerPath = readonly (string | number)[];

interface Named {
  /** What is asserted, for people, such as `names the trim`. */
  readonly name: string;
}

/** One thing that must hold of an answer. */
export type Assertion =
  /** The answer is JSON of a schema: a zod schema, or JSON Schema as an object. */
  | (Named & { readonly kind: 'schema'; readonly schema: z.ZodType | Readonly<Record<string, unknown>> })
  /** The answer, or the value at the path, is exactly this. Text is compared without white space around it. */
  | (Named & { readonly kind: 'exact'; readonly expected: unknown; readonly path?: AnswerPath })
  /** The value at the path, without one the first number of the text, is this within a tolerance. */
  | (Named & {
      readonly kind: 'numeric';
      readonly expected: number;
      readonly path?: AnswerPath;
      /** Share of what is expected, such as 0.1. */
      readonly relativeTolerance?: number;
      readonly absoluteTolerance?: number;
    })
  /** The text has this in it, or must not have it. */
  | (Named & {
      readonly kind: 'contains';
      readonly text: string;
      readonly ignoreCase?: boolean;
      /** True where the text must not be there. */
      readonly absent?: boolean;
    })
  /** Another model says whether the answer meets a criterion. */
  | (Named & { readonly kind: 'judge'; readonly criterion: string })
  /** The caller's own code says so. Runs are stored with what it answered; the code itself is not. */
  | (Named & {
      readonly kind: 'check';
      readonly check: (answer: string, testCase: PromptTestCase) => CheckOutcome | Promise<CheckOutcome>;
    });

/** What an assertion says of an answer. */
export interface CheckOutcome {
  readonly passed: boolean;
  /** From 0 to 1, where an answer can be partly right. Default: 1 where it passed, else 0. */
  readonly score?: number;
  /** Why not, or what was seen. */
  readonly reason: string;
}

/** One case: what the prompt is filled with, and what must hold of the answer. */
export interface PromptTestCase {
  /** Unique within the cases. Runs are compared case by case. */
  readonly id: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly assertions: readonly Assertion[];
}
