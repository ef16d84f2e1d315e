import type { CallSample, QualityEvidence, QualityEvidenceSource } from '@pa/cost';
import type { DatabaseStores } from '@pa/db';
import type { CaseResult, Experiment, ExperimentArm, UnitValue } from '@pa/prompts';

type EvidenceStores = Pick<DatabaseStores, 'prompts' | 'promptTests' | 'experiments'>;
type Subject = Pick<QualityEvidence, 'feature' | 'provider' | 'model'>;

const RUNS_READ = 200;

/**
 * How well models did what is known of by test runs and experiments that are stored. Of a prompt the newest run of each
 * model counts, so that a case counts once, with what its calls cost and how long they took; of an experiment on prompts or models, whose primary metric is a rate, every unit
 * whose value is due. A prompt's name is the feature it serves.
 */
export function storedQualityEvidence(stores: EvidenceStores): QualityEvidenceSource {
  return {
    async evidence(period) {
      const [tested, tried] = await Promise.all([ofTests(stores, period), ofExperiments(stores, period)]);
      return [...tested, ...tried];
    },
  };
}

interface Period {
  readonly from: number;
  readonly to: number;
}

async function ofTests({ prompts, promptTests }: EvidenceStores, { from, to }: Period): Promise<QualityEvidence[]> {
  const evidence: QualityEvidence[] = [];
  for (const type of await prompts.types()) {
    const seen = new Set<string>();
    for (const run of await promptTests.list({ type, limit: RUNS_READ })) {
      const model = `${run.modelProvider}/${run.modelName}`;
      if (run.startedAt < from || run.startedAt >= to || run.cases.length === 0 || seen.has(model)) continue;
      seen.add(model);
      evidence.push({
        feature: type,
        provider: run.modelProvider,
        model: run.modelName,
        successes: run.passedCaseCount,
        trials: run.cases.length,
        calls: callsOf(run.cases),
      });
    }
  }
  return evidence;
}

/** The answers that have a price. What failed has none that is known. */
function callsOf(cases: readonly CaseResult[]): CallSample {
  const calls = cases.flatMap(({ repeats }) =>
    repeats.flatMap(({ costNanoUsd, latencyMs }) =>
      costNanoUsd === null || latencyMs === null ? [] : [{ costNanoUsd: Number(costNanoUsd), latencyMs }],
    ),
  );
  return {
    costsNanoUsd: calls.map(({ costNanoUsd }) => costNanoUsd),
    answerMs: calls.map(({ latencyMs }) => latencyMs),
  };
}

async function ofExperiments(stores: EvidenceStores, period: Period): Promise<QualityEvidence[]> {
  const evidence: QualityEvidence[] = [];
  for (const experiment of await stores.experiments.list()) {
    if (experiment.subject === 'interface' || experiment.primary.kind !== 'rate') continue;
    const metric = experiment.primary.name;
    const values = await stores.experiments.values({ experimentKey: experiment.key, metric });
    for (const arm of experiment.arms) {
      const subject = await subjectOf(stores, { experiment, arm });
      if (subject === null) continue;
      const tally = tallyOf(experiment, { values: values.filter((unit) => unit.arm === arm.name), period });
      if (tally.trials > 0) evidence.push({ ...subject, ...tally });
    }
  }
  return evidence;
}

/** The model of an arm and what it does: `market_summary@7`, or `market_summary@openai/gpt-6-luna`. */
async function subjectOf(
  { prompts }: EvidenceStores,
  { experiment, arm }: { readonly experiment: Experiment; readonly arm: ExperimentArm },
): Promise<Subject | null> {
  const at = arm.subject.indexOf('@');
  if (at <= 0) return null;
  const [feature, what] = [arm.subject.slice(0, at), arm.subject.slice(at + 1)];
  if (experiment.subject === 'model') {
    const slash = what.indexOf('/');
    return slash <= 0 ? null : { feature, provider: what.slice(0, slash), model: what.slice(slash + 1) };
  }
  if (!/^\d{1,9}$/.test(what)) return null;
  const prompt = await prompts.byVersion({ type: feature, version: Number(what) });
  return prompt === null ? null : { feature, provider: prompt.modelProvider, model: prompt.modelName };
}

/** A unit that is due without a value counts as the metric says. */
function tallyOf(
  { primary }: Experiment,
  { values, period }: { readonly values: readonly UnitValue[]; readonly period: Period },
): { readonly successes: number; readonly trials: number } {
  const { better, delayMs = 0, missing = 'zero' } = primary;
  const counted = values.filter(
    ({ exposedAt, value }) =>
      exposedAt >= period.from && exposedAt + delayMs < period.to && (value !== null || missing === 'zero'),
  );
  const isSuccess = ({ value }: UnitValue) => (value ?? 0) >= 0.5 === (better === 'higher');
  return { successes: counted.filter(isSuccess).length, trials: counted.length };
}
