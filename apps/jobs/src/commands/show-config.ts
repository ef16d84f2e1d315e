import { resolve } from 'node:path';
import { type AuditKeySource, auditKeySource } from '../composition/audit-key.ts';
import { type LimitPlace, limitPlace } from '../composition/shared-limits.ts';
import { table } from '../output/table.ts';
import { describeProviders, describeSettings } from '../settings/describe-settings.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { CommandContext } from './command-context.ts';

const AUDIT: Readonly<Record<AuditKeySource, string>> = {
  setting: 'sealed with PA_AUDIT_KEY',
  file: 'sealed with a key in PA_DATA_DIR, made with the first call',
  none: 'none: set PA_AUDIT_KEY, the same on every machine',
};

const LIMITS: Readonly<Record<LimitPlace, string>> = {
  redis: 'shared by all processes over Redis',
  postgres: 'shared by all processes over Postgres',
  memory: 'of this process',
};

function limitsText(settings: Settings): string {
  const { PA_LLM_REQUESTS_PER_MINUTE: requests, PA_LLM_TOKENS_PER_MINUTE: tokens } = settings.values;
  const limits = [
    ...(requests === undefined ? [] : [`${requests} requests`]),
    ...(tokens === undefined ? [] : [`${tokens} tokens`]),
  ];
  return limits.length === 0 ? 'none' : `${limits.join(' and ')} a minute, ${LIMITS[limitPlace(settings)]}`;
}

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
    limits: limitsText(settings),
    audit: AUDIT[auditKeySource(settings)],
  };
  terminal.result({ settings: described, providers, ...consequences }, () =>
    [
      table(
        described.map(({ name, value, source, description }) => [name, String(value ?? '-'), source, description]),
        { head: ['setting', 'value', 'source', 'meaning'] },
      ),
      '',
      table(
        providers.map(({ provider, model, state }) => [provider, model ?? '-', state]),
        { head: ['words written by', 'model', 'state'] },
      ),
      '',
      `Database: ${consequences.database}`,
      `Queue: ${consequences.queue}`,
      `Cache: ${consequences.cache}`,
      `Limits of models: ${consequences.limits}`,
      `Audit of calls: ${consequences.audit}`,
    ].join('\n'),
  );
}
