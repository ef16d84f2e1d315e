// Waits for a line, then appends to the audit in Postgres through many calls at once, and prints how many were answered.
import { withAudit } from '@pa/llm-core';
import { scriptedModel } from '@pa/llm-core/testing';
import { createDatabase } from '../../connect/create-database.ts';
import { createStores } from '../create-stores.ts';

export interface AuditProcessTask {
  readonly connectionString: string;
  readonly key: string;
  readonly writers: number;
  readonly callsOfEach: number;
}

const task = JSON.parse(process.argv[2] ?? '{}') as AuditProcessTask;
const database = await createDatabase({ connectionString: task.connectionString, maxConnections: 8 });
const { audit: log } = createStores(database);
const model = withAudit({ log, key: task.key, keepTexts: true })(scriptedModel(['Prices held.']));

process.stdin.once('data', async () => {
  const write = async (writer: number) => {
    for (let call = 0; call < task.callsOfEach; call++)
      await model.generate({
        messages: [{ role: 'user', content: [{ type: 'text', text: `writer ${writer}, call ${call}` }] }],
      });
  };
  await Promise.all(Array.from({ length: task.writers }, (_, writer) => write(writer)));
  console.log('done');
  await database.close();
  process.exit(0);
});
console.log('ready');
