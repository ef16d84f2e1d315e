import type { LLMPrompt, PromptDeploymentAttempt, PromptDiff, PromptSize, PromptTestRun } from '@pa/prompts';

/** A version as the API tells it. */
export function toVersionBody(prompt: LLMPrompt, options: { readonly bundled?: boolean } = {}) {
  const { composition, temperature, maxOutputTokens, effort, createdAt, ...rest } = prompt;
  return {
    ...rest,
    temperature: temperature ?? null,
    maxOutputTokens: maxOutputTokens ?? null,
    effort: effort ?? null,
    includes: (composition?.includes ?? []).map(({ type, version }) => `${type}@${version}`),
    createdAt: instantOf(createdAt),
    bundled: options.bundled ?? false,
  };
}

/** A try to move a label, with the numbers of its versions in the place of their ids. */
export function toDeploymentBody(attempt: PromptDeploymentAttempt, versionOf: ReadonlyMap<string, number>) {
  const { id, label, promptId, previousPromptId, outcome, deployedBy, reason, deployedAt } = attempt;
  return {
    id,
    label,
    version: versionOf.get(promptId) ?? null,
    previousVersion: previousPromptId === null ? null : (versionOf.get(previousPromptId) ?? null),
    outcome,
    deployedBy,
    reason,
    deployedAt: instantOf(deployedAt),
  };
}

/** A test run without its answers. */
export function toTestSummary(run: PromptTestRun) {
  return {
    id: run.id,
    promptId: run.promptId,
    version: run.version,
    model: `${run.modelProvider}/${run.modelName}`,
    ownModel: run.ownModel,
    startedAt: instantOf(run.startedAt),
    caseCount: run.cases.length,
    repeatCount: run.repeatCount,
    passedCaseCount: run.passedCaseCount,
    flakyCaseCount: run.flakyCaseCount,
    passRateInterval: run.passRateInterval,
    costNanoUsd: run.costNanoUsd?.toString() ?? null,
    medianLatencyMs: run.latencyMs?.median ?? null,
    p95LatencyMs: run.latencyMs?.p95 ?? null,
    outcome: run.outcome,
    reason: run.reason,
    comparison: run.comparison,
  };
}

/** A test run with every answer. */
export function toTestBody(run: PromptTestRun) {
  return {
    summary: toTestSummary(run),
    cases: run.cases.map(({ caseId, passed, flaky, score, repeats }) => ({
      caseId,
      passed,
      flaky,
      score,
      answers: repeats.map(({ answer, error, latencyMs, costNanoUsd, assertions }) => ({
        answer,
        error,
        latencyMs,
        costNanoUsd: costNanoUsd?.toString() ?? null,
        assertions: assertions.map(({ name, kind, passed: held, reason }) => ({ name, kind, passed: held, reason })),
      })),
    })),
  };
}

/** A comparison of two versions. */
export function toDiffBody(diff: PromptDiff) {
  const size = (value: PromptSize | null) =>
    value === null ? null : { tokens: value.tokens, costNanoUsd: value.costNanoUsd?.toString() ?? null };
  return {
    from: toVersionBody(diff.from),
    to: toVersionBody(diff.to),
    parameters: [...diff.parameters],
    systemPrompt: [...diff.systemPrompt],
    userPromptTemplate: [...diff.userPromptTemplate],
    rendered: diff.rendered.map(({ input, parts, fault, before, after }) => ({
      input,
      parts: [...parts],
      fault,
      before: size(before),
      after: size(after),
    })),
  };
}

/** An instant as text. */
export function instantOf(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
