import type { CacheProcessResult, CacheProcessTask } from './cache-process.ts';
import { type CacheProcess, startCacheProcess } from './start-cache-process.ts';

export const PROCESSES = 4;
const started: CacheProcess[] = [];

/** A loaded machine must not look like a dead server. */
const PATIENT_MS = 30_000;

type Task = Partial<CacheProcessTask> & Pick<CacheProcessTask, 'redisUrl' | 'prefix'>;

/** Starts one process; `stopCacheProcesses` ends it. */
export async function startOne(task: Task): Promise<CacheProcess> {
  const process = await startCacheProcess({
    callers: 250,
    questions: 1,
    computeMs: 200,
    durationMs: 0,
    memory: true,
    budgetMs: PATIENT_MS,
    ...task,
  });
  started.push(process);
  return process;
}

/** Runs four processes at once and adds up what became of their questions. */
export async function runAll(
  task: Task,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<Omit<CacheProcessResult, 'slowestMs'>> {
  const processes = await Promise.all(Array.from({ length: PROCESSES }, () => startOne(task)));
  const running = Promise.all(processes.map((each) => each.run()));
  await meanwhile();
  const results = await running;
  const sum = (of: (result: CacheProcessResult) => number) => results.reduce((all, each) => all + of(each), 0);
  return {
    answers: sum(({ answers }) => answers),
    computed: sum(({ computed }) => computed),
    wrong: sum(({ wrong }) => wrong),
    errors: results.flatMap(({ errors }) => errors),
  };
}

export function stopCacheProcesses(): void {
  for (const { child } of started.splice(0)) child.kill('SIGKILL');
}
