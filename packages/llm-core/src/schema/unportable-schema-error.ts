import { LlmError } from '../errors.ts';

/** A place of a schema that not every provider can be held to, and why. */
export interface SchemaProblem {
  /** Such as `$.options[].price`. */
  readonly path: string;
  readonly reason: string;
}

/** A schema was refused when it was defined, before any call. `code` is `unportable-schema`. */
export class UnportableSchemaError extends LlmError {
  /** Every place that has to change, at least one. */
  readonly problems: readonly SchemaProblem[];

  constructor(problems: readonly SchemaProblem[]) {
    super('unportable-schema', problems.map(({ path, reason }) => `${path}: ${reason}`).join('\n'));
    this.problems = problems;
  }
}
