import { resolve } from 'node:path';
import { table } from '../output/table.ts';
import { describeProviders, describeSettings } from '../settings/describe-settings.ts';
import type { CommandContext } from './command-context.ts';

/** `pa config`: every setting with its source, secrets masked, and what follows from them. */
export function showConfig({ terminal, settings }: CommandContext): void {
  const described = describeSettings(settings);
  const providers = describeProviders(settings);
  const { DATABASE_URL, DATABASE_DIRECT_URL, PA_DATA_DIR, REDIS_URL } = settings.values;
  const consequences = {
    database: DATABASE_URL === undefined ? `embedded, in ${resolve(PA_DATA_DIR)}` : 'Postgres',
    queue:
      DATABASE_URL !== undefined && DATABASE_DIRECT_URL === undefined
        ? 'in Postgres, polling every 2 seconds: set DATABASE_DIRECT_URL to hear of new jobs at once'
        : 'in the database, told of new jobs at once',
    cache: REDIS_URL === undefined ? 'in memory' : 'Redis',
  };
  terminal.result({ settings: described, providers, ...consequences }, () =>
    [
      table(
        described.map(({ name, value, source, description }) => [name, String(value ?? '-'), source, description]),
        { head: ['setting', 'value', 'source', 'meaning'] },
      ),
      '',
      table(
        providers.map(({ provider, state }) => [provider, state]),
        { head: ['words written by', 'state'] },
      ),
      '',
      `Database: ${consequences.database}`,
      `Queue: ${consequences.queue}`,
      `Cache: ${consequences.cache}`,
    ].join('\n'),
  );
}
