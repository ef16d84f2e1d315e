// Waits for lines on its input; each is a task on the prompts in Postgres. Prints what came of each.
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Experiments, isPromptError, PromptManager } from '@pa/prompts';
import { createDatabase } from '../../connect/create-database.ts';
import { createStores } from '../create-stores.ts';
import { postgresPromptChanges } from '../postgres-prompt-changes.ts';

/** What the process is asked to do. */
export type PromptTask =
  | { readonly do: 'create'; readonly texts: readonly string[] }
  | { readonly do: 'deploy'; readonly id: string; readonly expected: string | null; readonly by: string }
  | { readonly do: 'rollback' }
  | { readonly do: 'read' }
  | { readonly do: 'expose'; readonly units: number; readonly arm: string }
  /** Lets units meet the arms that they are assigned; answers each arm, `null` for none. */
  | { readonly do: 'join'; readonly units: number }
  | { readonly do: 'ramp'; readonly exposureShare: number }
  /** Notes the arms of units from one on as a page would that loses some of one arm. */
  | { readonly do: 'expose-from'; readonly from: number; readonly control: number; readonly other: number };

const connectionString = process.argv[2]!;
const database = await createDatabase({ connectionString, maxConnections: 4 });
const stores = createStores(database);
const manager = new PromptManager({
  store: stores.prompts,
  now: Date.now,
  newId: randomUUID,
  // So long that only what is told of a deployment can bring a reader to ask again.
  reads: { freshMs: 3_600_000, staleMs: 3_600_000 },
});
const experiments = new Experiments({
  store: stores.experiments,
  secret: 'the same in every process',
  now: Date.now,
  newId: randomUUID,
  freshMs: 0,
});
const stop = await manager.follow(postgresPromptChanges({ connectionString }));

async function perform(task: PromptTask): Promise<unknown> {
  switch (task.do) {
    case 'create':
      return Promise.all(
        task.texts.map((systemPrompt) =>
          manager.createPrompt({
            type: 'summary',
            systemPrompt,
            userPromptTemplate: 'Write about {{data:facts}}',
            modelProvider: 'openai',
            modelName: 'a-model',
            description: 'a test',
            createdBy: 'tester',
          }),
        ),
      );
    case 'deploy':
      return (
        await manager.deployPrompt(task.id, { deployedBy: task.by, reason: 'a race', expectedPromptId: task.expected })
      ).promptId;
    case 'rollback':
      return (await manager.rollback('summary', { deployedBy: 'tester', reason: 'worse' })).promptId;
    case 'read':
      return (await manager.getPrompt('summary')).prompt.id;
    case 'expose':
      await stores.experiments.expose(
        Array.from({ length: task.units }, (_, n) => ({
          experimentKey: 'race',
          unitId: `u${n}`,
          arm: task.arm,
          exposedAt: Date.now(),
        })),
      );
      return 'exposed';
    case 'join': {
      const arms: Record<string, string | null> = {};
      for (let from = 0; from < task.units; from += 25) {
        const units = Array.from({ length: Math.min(25, task.units - from) }, (_, n) => `u${from + n}`);
        const met = await Promise.all(units.map((unitId) => experiments.expose('race', unitId)));
        for (const [n, unitId] of units.entries()) arms[unitId] = met[n]?.name ?? null;
      }
      return arms;
    }
    case 'ramp':
      return experiments.ramp('race', { exposureShare: task.exposureShare, changedBy: 'tester', reason: 'a race' });
    case 'expose-from':
      await stores.experiments.expose(
        Array.from({ length: task.control + task.other }, (_, n) => ({
          experimentKey: 'race',
          unitId: `u${task.from + n}`,
          arm: n < task.control ? 'control' : 'new',
          exposedAt: Date.now(),
        })),
      );
      return 'exposed';
  }
}

const lines = createInterface({ input: process.stdin });
console.log('ready');
for await (const line of lines) {
  try {
    console.log(JSON.stringify({ value: await perform(JSON.parse(line) as PromptTask) }));
  } catch (error) {
    console.log(JSON.stringify({ code: isPromptError(error) ? error.code : String(error) }));
  }
}
await stop();
await database.close();
