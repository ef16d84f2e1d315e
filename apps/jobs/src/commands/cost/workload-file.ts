import { readFileSync } from 'node:fs';
import type { Workload } from '@pa/cost';
import launch from '@pa/cost/workloads/launch.json' with { type: 'json' };
import { z } from 'zod';
import { CommandError } from '../../errors.ts';

const model = z.object({ provider: z.string().min(1), model: z.string().min(1) });
const share = z.number().min(0).max(1);
const about = z.string().optional();
const workloadSchema = z.strictObject({
  name: z.string(),
  about,
  days: z.number().positive(),
  activeHoursPerDay: z.number().positive().max(24),
  limitUsd: z.number().positive(),
  smallestCachedPrefixTokens: z.int().nonnegative(),
  pairings: z.array(
    z.strictObject({
      name: z.string(),
      about,
      models: z.strictObject({ bulk: model, analysis: model, report: model }),
    }),
  ),
  tasks: z.array(
    z.strictObject({
      name: z.string(),
      about,
      callsPerMonth: z.int().nonnegative(),
      inputTokens: z.int().nonnegative(),
      outputTokens: z.int().nonnegative(),
      sharedPrefixTokens: z.int().nonnegative(),
      classes: z.strictObject({
        bulk: share.default(0),
        analysis: share.default(0),
        report: share.default(0),
      }),
      rewrittenShare: share,
      repeatedShare: share,
      templateShare: share,
      canWait: z.boolean(),
    }),
  ),
});

/** The workload of a file, else the one that comes with the package. Throws a `CommandError` that names what is wrong. */
export function readWorkload(path: string | undefined): Workload {
  if (path === undefined) return workloadSchema.parse(launch);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandError('BAD_WORKLOAD', `${path} cannot be read as JSON: check the path and the text.`, {
      cause: error,
    });
  }
  const result = workloadSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new CommandError(
    'BAD_WORKLOAD',
    `${path} is no workload at ${issue?.path.join('.') || 'its top'}: ${issue?.message}; "pa cost simulate --save-workload my.json" writes one to begin with.`,
  );
}

/** The text of the workload that comes with the package, to change. */
export function workloadText(): string {
  return `${JSON.stringify(launch, null, 2)}\n`;
}
