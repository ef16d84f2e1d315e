import { allCalls } from '../ledger/all-calls.ts';
import type { CallLedger } from '../ledger/call-ledger.ts';
import { newcombeDifference } from '../statistics/proportions.ts';
import { measure } from './measure-model.ts';
import type {
  CallSample,
  Measured,
  MeasuredModel,
  ModelRecommendation,
  QualityEvidence,
  QualityEvidenceSource,
  UnmeasuredModel,
} from './model-evidence.ts';

export interface ModelChoiceOptions {
  /** Calls of a model for a feature without which it is not judged. Default 100. */
  readonly minimumCalls?: number;
  /** Trials of its quality without which it is not judged. Default 100. */
  readonly minimumTrials?: number;
  /** How much worse a cheaper model's quality may be at most, as a share of trials. Default 0.03. */
  readonly qualityMargin?: number;
  /** Default 0.95. */
  readonly confidenceLevel?: number;
}

interface Subject {
  readonly provider: string;
  readonly model: string;
  /** Of the ledger. */
  readonly costsNanoUsd: number[];
  readonly answerMs: number[];
}

/**
 * For every feature, whether another model does the work as well for less: by measured quality, the time that 95 of 100
 * answers take, and the cost of a success, each with its interval. Latency and cost come from the calls of the ledger, and where
 * it has too few of a model, from the calls of its tests beside them. A switch is recommended only where the other model's
 * quality is not worse by more than the margin, its cost is surely lower and its answers are not surely slower; where too
 * little was measured, the answer says what is missing.
 */
export async function recommendModels(
  ports: { readonly ledger: Pick<CallLedger, 'calls'>; readonly evidence?: QualityEvidenceSource },
  query: { readonly from: number; readonly to: number } & ModelChoiceOptions,
): Promise<readonly ModelRecommendation[]> {
  const { from, to } = query;
  const features = new Map<string, Map<string, Subject>>();
  for await (const call of allCalls(ports.ledger, { from, to })) {
    if (call.feature === null) continue;
    const models = features.get(call.feature) ?? new Map<string, Subject>();
    features.set(call.feature, models);
    const subject = subjectOf(models, { provider: call.provider, model: call.requestedModel });
    if (call.outcome === 'answered') subject.answerMs.push(call.durationMs);
    // A failed attempt without a cost reached nobody and is free; an answer without a price is not a measurement of cost.
    const isUnpriced = call.costNanoUsd === null && call.adjustedNanoUsd === null;
    if (isUnpriced && call.outcome === 'answered') subject.answerMs.pop();
    else subject.costsNanoUsd.push(Number((call.costNanoUsd ?? 0n) + (call.adjustedNanoUsd ?? 0n)));
  }
  const evidence = (await ports.evidence?.evidence({ from, to })) ?? [];
  for (const { feature, ...tested } of evidence) {
    const models = features.get(feature);
    if (models !== undefined && tested.calls !== undefined) subjectOf(models, tested);
  }
  return [...features]
    .map(([feature, models]) => recommend(feature, { subjects: inOrder(models), evidence, ...query }))
    .sort((left, right) => (left.feature < right.feature ? -1 : 1));
}

/** What is gathered of a model, begun where there is nothing yet. */
function subjectOf(
  models: Map<string, Subject>,
  { provider, model }: { readonly provider: string; readonly model: string },
): Subject {
  const key = `${provider}\n${model}`;
  const subject: Subject = models.get(key) ?? { provider, model, costsNanoUsd: [], answerMs: [] };
  models.set(key, subject);
  return subject;
}

/** By provider and name: calls of one instant come in an order that says nothing. */
function inOrder(models: ReadonlyMap<string, Subject>): readonly Subject[] {
  return [...models].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, subject]) => subject);
}

function recommend(
  feature: string,
  query: { readonly subjects: readonly Subject[]; readonly evidence: readonly QualityEvidence[] } & ModelChoiceOptions,
): ModelRecommendation {
  const { subjects, evidence, minimumCalls = 100, minimumTrials = 100, qualityMargin = 0.03 } = query;
  const { confidenceLevel = 0.95 } = query;
  const measured: MeasuredModel[] = [];
  const unmeasured: UnmeasuredModel[] = [];
  for (const subject of subjects) {
    const { provider, model } = subject;
    const tally = tallyOf(evidence, { feature, provider, model });
    const { sample, testCallCount } = sampleOf(subject, { feature, evidence, minimumCalls });
    const counts = { provider, model, callCount: sample.answerMs.length, testCallCount, trials: tally.trials };
    if (counts.callCount < minimumCalls || tally.trials < minimumTrials || tally.successes === 0) {
      unmeasured.push({ ...counts, neededCalls: minimumCalls, neededTrials: minimumTrials });
    } else {
      measured.push({ ...counts, ...measure(sample, { tally, confidenceLevel }), dominatedBy: null });
    }
  }
  const judged = measured.map((model) => ({ ...model, dominatedBy: dominator(model, measured)?.model ?? null }));
  const [first] = subjects.toSorted((left, right) => right.answerMs.length - left.answerMs.length);
  const currentModel = first?.model ?? '';
  const about = { feature, currentModel, measured: judged, unmeasured };
  const current = judged.find(({ model }) => model === currentModel);
  const others = judged.filter(({ model }) => model !== currentModel);
  if (current === undefined || others.length === 0) {
    const reason =
      current === undefined
        ? `Too little is known of ${currentModel} for ${feature}: it takes ${minimumCalls} priced answers and ${minimumTrials} trials of its quality.`
        : `${currentModel} is the only model of ${feature} that was measured: try another on ${minimumTrials} trials.`;
    return { ...about, status: 'not-enough-evidence', reason };
  }
  const tally = ({ trials, quality }: MeasuredModel) => ({ trials, successes: Math.round(quality.value * trials) });
  const [better] = others
    .filter(
      (other) =>
        newcombeDifference(tally(other), tally(current), { confidenceLevel }).lower > -qualityMargin &&
        isSurelyLess(other.costPerSuccessNanoUsd, current.costPerSuccessNanoUsd) &&
        !isSurelyLess(current.latencyMs, other.latencyMs),
    )
    .sort((left, right) => left.costPerSuccessNanoUsd.value - right.costPerSuccessNanoUsd.value);
  if (better === undefined) {
    return {
      ...about,
      status: 'keep',
      reason: `No measured model does ${feature} as well as ${currentModel} for surely less.`,
    };
  }
  const savedPerSuccessNanoUsd = current.costPerSuccessNanoUsd.value - better.costPerSuccessNanoUsd.value;
  const share = Math.round((100 * savedPerSuccessNanoUsd) / current.costPerSuccessNanoUsd.value);
  return {
    ...about,
    status: 'switch',
    recommendedModel: better.model,
    savedPerSuccessNanoUsd,
    reason: `${better.model} does ${feature} as well as ${currentModel} for ${share} % less a success.`,
  };
}

/** Calls of the ledger where there are enough, else with those of the tests beside them. */
function sampleOf(
  subject: Subject,
  query: { readonly feature: string; readonly evidence: readonly QualityEvidence[]; readonly minimumCalls: number },
): { readonly sample: CallSample; readonly testCallCount: number } {
  const { feature, evidence, minimumCalls } = query;
  if (subject.answerMs.length >= minimumCalls) return { sample: subject, testCallCount: 0 };
  const tested = ofModel(evidence, { feature, ...subject }).flatMap(({ calls }) => calls ?? []);
  const sample = {
    costsNanoUsd: [...subject.costsNanoUsd, ...tested.flatMap(({ costsNanoUsd }) => costsNanoUsd)],
    answerMs: [...subject.answerMs, ...tested.flatMap(({ answerMs }) => answerMs)],
  };
  return { sample, testCallCount: sample.answerMs.length - subject.answerMs.length };
}

function tallyOf(
  evidence: readonly QualityEvidence[],
  of: { readonly feature: string; readonly provider: string; readonly model: string },
): { readonly successes: number; readonly trials: number } {
  const own = ofModel(evidence, of);
  return {
    successes: own.reduce((sum, { successes }) => sum + successes, 0),
    trials: own.reduce((sum, { trials }) => sum + trials, 0),
  };
}

function ofModel(
  evidence: readonly QualityEvidence[],
  of: { readonly feature: string; readonly provider: string; readonly model: string },
): readonly QualityEvidence[] {
  return evidence.filter(
    ({ feature, provider, model }) => feature === of.feature && provider === of.provider && model === of.model,
  );
}

function dominator(model: MeasuredModel, all: readonly MeasuredModel[]): MeasuredModel | undefined {
  return all.find((other) => {
    if (other === model) return false;
    const noWorse =
      other.quality.value >= model.quality.value &&
      other.latencyMs.value <= model.latencyMs.value &&
      other.costPerSuccessNanoUsd.value <= model.costPerSuccessNanoUsd.value;
    const surelyBetter =
      isSurelyLess(model.quality, other.quality) ||
      isSurelyLess(other.latencyMs, model.latencyMs) ||
      isSurelyLess(other.costPerSuccessNanoUsd, model.costPerSuccessNanoUsd);
    return noWorse && surelyBetter;
  });
}

function isSurelyLess(left: Measured, right: Measured): boolean {
  return left.upper < right.lower;
}
