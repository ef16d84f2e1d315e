// Opens the embedded database in a folder, commits one event after the other and prints the count after each commit.
import { migrate } from '../../migrations/migrate.ts';
import { createStores } from '../../stores/create-stores.ts';
import { createDatabase } from '../create-database.ts';

const database = await createDatabase({ folder: process.argv[2] ?? '' });
await migrate(database);
const { events } = createStores(database);
const known = await events.countByName({ from: 0, to: 1 });
for (let count = (known['written'] ?? 0) + 1; ; count += 1) {
  await events.append({ id: String(count), name: 'written', occurredAt: 0, properties: {} });
  process.stdout.write(`${count}\n`);
}
