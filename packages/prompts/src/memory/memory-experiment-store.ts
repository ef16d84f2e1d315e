import type { ExperimentAnalysis } from '../experiments/experiment-analysis.ts';
import type { Experiment, ExperimentChange, Exposure, Outcome } from '../experiments/experiment.ts';
import type { ExperimentStore } from '../experiments/experiment-store.ts';

/** Experiments in this process. */
export function memoryExperimentStore(): ExperimentStore {
  const experiments = new Map<string, Experiment>();
  const changes: ExperimentChange[] = [];
  const exposures = new Map<string, Exposure & { crossed: boolean }>();
  const outcomes = new Map<string, Outcome>();
  const latest = new Map<string, Outcome>();
  const analyses: ExperimentAnalysis[] = [];
  const keyOf = (...parts: readonly string[]) => JSON.stringify(parts);
  return {
    async create(experiment) {
      const kept = experiments.get(experiment.key) ?? experiment;
      experiments.set(experiment.key, kept);
      return kept;
    },
    byKey: async (key) => experiments.get(key) ?? null,
    list: async () => [...experiments.values()].sort((a, b) => b.createdAt - a.createdAt || (a.key < b.key ? -1 : 1)),
    async change(change) {
      const { experimentKey, revision } = change;
      if (changes.some((other) => other.experimentKey === experimentKey && other.revision === revision)) return false;
      changes.push(change);
      return true;
    },
    changes: async (experimentKey) =>
      changes.filter((change) => change.experimentKey === experimentKey).sort((a, b) => b.revision - a.revision),
    async expose(added) {
      for (const exposure of added) {
        const key = keyOf(exposure.experimentKey, exposure.unitId);
        const known = exposures.get(key);
        if (known === undefined) exposures.set(key, { ...exposure, crossed: false });
        else if (known.arm !== exposure.arm) known.crossed = true;
      }
    },
    async record(added) {
      for (const outcome of added) {
        if (outcomes.has(outcome.id)) continue;
        outcomes.set(outcome.id, outcome);
        const key = keyOf(outcome.experimentKey, outcome.unitId, outcome.metric);
        const known = latest.get(key);
        if (known === undefined || isLater(outcome, known)) latest.set(key, outcome);
      }
    },
    async counts(experimentKey) {
      const arms: Record<string, number> = {};
      let crossed = 0;
      for (const exposure of exposures.values()) {
        if (exposure.experimentKey !== experimentKey) continue;
        if (exposure.crossed) crossed += 1;
        else arms[exposure.arm] = (arms[exposure.arm] ?? 0) + 1;
      }
      return { arms, crossed };
    },
    values: async ({ experimentKey, metric }) =>
      [...exposures.values()]
        .filter((exposure) => exposure.experimentKey === experimentKey && !exposure.crossed)
        .map(({ unitId, arm, exposedAt }) => {
          const outcome = latest.get(keyOf(experimentKey, unitId, metric));
          return { unitId, arm, exposedAt, value: outcome?.value ?? null, recordedAt: outcome?.recordedAt ?? null };
        }),
    async saveAnalysis(analysis) {
      analyses.push(analysis);
    },
    analyses: async ({ experimentKey, limit }) =>
      analyses
        .filter((analysis) => analysis.experimentKey === experimentKey)
        .reverse()
        .slice(0, limit),
  };
}

function isLater(outcome: Outcome, than: Outcome): boolean {
  return outcome.recordedAt > than.recordedAt || (outcome.recordedAt === than.recordedAt && outcome.id > than.id);
}
