import { writeTogether } from '../narrate/write-together.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';

/**
 * Runs what writes texts, in order, or with their requests shared where there is a writer for several. A task has at most
 * one text in work at a time; each text is proved, repaired and stored for itself.
 */
export async function writeMany<Result>(
  dependencies: PipelineDependencies,
  tasks: readonly ((dependencies: PipelineDependencies) => Promise<Result>)[],
): Promise<readonly Result[]> {
  const { writer, batchWriter } = dependencies;
  if (writer !== undefined && batchWriter !== undefined) {
    const joined = tasks.map((task) => (own: typeof writer) => task({ ...dependencies, writer: own }));
    return writeTogether(joined, { writer, batchWriter });
  }
  const results: Result[] = [];
  for (const task of tasks) results.push(await task(dependencies));
  return results;
}
