import type { Mispricing } from '../mispricing/mispricing-model.ts';
import type { FoundCause } from '../cause/find-cause.ts';

/** What a judge says of one priced listing. */
export interface Judgement extends Mispricing {
  readonly cause: FoundCause;
  /** The probability that a person who looks at it confirms the finding. */
  readonly probability: number;
}
